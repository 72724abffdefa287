package io.yichuang.simulator.http;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The faults of one device: a fixed list of names, some of them set. Thread-safe. */
public final class FaultSet {
  private final List<String> known;
  private final Set<String> active = new LinkedHashSet<>();

  public FaultSet(String... known) {
    this.known = List.of(known);
  }

  public List<String> known() {
    return known;
  }

  /**
   * Sets one fault.
   *
   * @throws IllegalArgumentException for an unknown name; the message lists the known ones
   */
  public synchronized void set(String name) {
    if (!known.contains(name)) {
      throw new IllegalArgumentException(
          "no fault \"" + name + "\"; known: " + String.join(", ", known));
    }
    active.add(name);
  }

  public synchronized boolean has(String name) {
    return active.contains(name);
  }

  public synchronized Set<String> active() {
    return Collections.unmodifiableSet(new LinkedHashSet<>(active));
  }

  public synchronized void clear() {
    active.clear();
  }
}
