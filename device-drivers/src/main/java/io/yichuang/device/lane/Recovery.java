package io.yichuang.device.lane;

import java.util.ArrayDeque;

/** When to try again: back-off that doubles, and quarantine for what fails over and over. */
final class Recovery {
  private final LaneTimings timings;
  private final ArrayDeque<Long> failures = new ArrayDeque<>();
  private long backOff;
  private long nextTry;
  private long quarantinedUntil;
  private boolean quarantined;

  Recovery(LaneTimings timings, long now) {
    this.timings = timings;
    this.nextTry = now;
  }

  /**
   * A connect, a probe or a command has failed.
   *
   * @param plugged false for a device that is simply not there, which is no reason for quarantine
   */
  void failed(long now, boolean plugged) {
    backOff =
        backOff == 0
            ? timings.firstBackOff().toNanos()
            : Math.min(2 * backOff, timings.longestBackOff().toNanos());
    nextTry = now + backOff;
    if (!plugged) {
      return;
    }
    failures.addLast(now);
    while (now - failures.getFirst() > timings.window().toNanos()) {
      failures.removeFirst();
    }
    if (failures.size() >= timings.failures()) {
      quarantined = true;
      quarantinedUntil = now + timings.window().toNanos();
      failures.clear();
    }
  }

  /** The device has answered: the next failure starts with the short wait again. */
  void answered() {
    backOff = 0;
  }

  /** A person has helped, or the device was plugged in anew. */
  void forgive(long now) {
    quarantined = false;
    failures.clear();
    backOff = 0;
    nextTry = now;
  }

  boolean quarantined(long now) {
    if (quarantined && now - quarantinedUntil >= 0) {
      quarantined = false;
      nextTry = now;
    }
    return quarantined;
  }

  /** Nanoseconds until the next connect may be tried unasked, never negative. */
  long untilTry(long now) {
    return Math.max(0, (quarantined(now) ? quarantinedUntil : nextTry) - now);
  }
}
