package io.yichuang.simulator.xfs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands behind a service: a paper or a card in its path, a finger on the glass, keys pressed,
 * what came out. Any thread.
 */
final class Machine {
  private boolean medium;
  private boolean presented;
  private boolean finger;
  private final StringBuilder keys = new StringBuilder();
  private final List<String> output = new ArrayList<>();

  synchronized void clear() {
    medium = false;
    presented = false;
    finger = false;
    keys.setLength(0);
    output.clear();
  }

  synchronized void medium(boolean there) {
    medium = there;
    presented = false;
  }

  synchronized boolean medium() {
    return medium;
  }

  /** What was printed lies in the outlet. */
  synchronized void present() {
    presented = true;
  }

  synchronized boolean presented() {
    return presented;
  }

  synchronized void finger(boolean there) {
    finger = there;
  }

  synchronized boolean finger() {
    return finger;
  }

  synchronized void press(String pressed) {
    keys.append(pressed);
  }

  /** The next key pressed, or 0. */
  synchronized char key() {
    if (keys.isEmpty()) {
      return 0;
    }
    char key = keys.charAt(0);
    keys.deleteCharAt(0);
    return key;
  }

  synchronized void print(String what) {
    output.add(what);
  }

  synchronized List<String> output() {
    return List.copyOf(output);
  }

  synchronized Map<String, Object> state() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("medium", medium);
    state.put("presented", presented);
    state.put("finger", finger);
    state.put("printed", output.size());
    return state;
  }
}
