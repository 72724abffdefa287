package io.yichuang.simulator.locker;

import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The coils of locks whose board holds them as long as its master says. They are made for pulses.
 * Any thread.
 */
final class Coils {
  /** Makers ask for pulses of 0.2 to 0.5 s; held twice as long, a coil gets hot. */
  static final Duration LONGEST = Duration.ofSeconds(1);

  private final Duration longest;
  private final Map<Integer, Long> since = new HashMap<>();
  private final BitSet overheated = new BitSet();

  /**
   * @param longest in the simulator's own time
   */
  Coils(Duration longest) {
    this.longest = longest;
  }

  synchronized void set(int door, boolean on) {
    if (on) {
      since.putIfAbsent(door, System.nanoTime());
    } else {
      look();
      since.remove(door);
    }
  }

  synchronized boolean held(int door) {
    return since.containsKey(door);
  }

  /** The doors whose coils were held too long since the start, whether they still are or not. */
  synchronized List<Integer> overheated() {
    look();
    return overheated.stream().boxed().collect(Collectors.toList());
  }

  private void look() {
    long now = System.nanoTime();
    since.forEach((door, start) -> {
      if (now - start > longest.toNanos()) {
        overheated.set(door);
      }
    });
  }

  synchronized void cool() {
    since.clear();
    overheated.clear();
  }
}
