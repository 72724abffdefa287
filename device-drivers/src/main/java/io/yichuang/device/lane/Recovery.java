package io.yichuang.device.lane;

import java.util.ArrayDeque;

/** When to try again: back-off that doubles, and quarantine for what fails over and over. */
final class Recovery {
  /**
   * Behind a TCP port only the next try finds out that a device is there again, and it is to serve
   * within 5 s of its return: 2 s at the usual times, and the connect's own.
   */
  private static final int MOST_LOOKS = 4;

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

  /** Nobody is there, which is no reason for quarantine. */
  void absent(long now) {
    back(now, MOST_LOOKS * timings.look().toNanos());
  }

  /**
   * A connect, a probe or a command has failed.
   *
   * @param counts false for what is no fault of the device, and no reason for quarantine
   */
  void failed(long now, boolean counts) {
    back(now, timings.longestBackOff().toNanos());
    if (!counts) {
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

  private void back(long now, long longest) {
    backOff = Math.min(backOff == 0 ? timings.firstBackOff().toNanos() : 2 * backOff, longest);
    nextTry = now + backOff;
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
