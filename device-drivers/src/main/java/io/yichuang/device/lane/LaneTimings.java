package io.yichuang.device.lane;

import java.time.Duration;

/**
 * All times of a lane.
 *
 * @param probe an idle device is asked this often whether it is there
 * @param look while nothing is plugged in, the operating system is asked this often; where only a
 *     connect can tell, it is tried every four of these at the latest
 * @param firstBackOff wait after the first failed connect; it doubles each time
 * @param longestBackOff the doubling ends here
 * @param failures so many failures of a device that is plugged in, within {@code window}, put it
 *     into quarantine
 * @param window see {@code failures}; also how long a quarantine lasts
 * @param overrun a command that does not stop this long after its limit or its cancellation loses
 *     its connection, and its caller gets the outcome without it
 * @param close closing a lane takes no longer than this
 */
public record LaneTimings(
    Duration probe,
    Duration look,
    Duration firstBackOff,
    Duration longestBackOff,
    int failures,
    Duration window,
    Duration overrun,
    Duration close) {

  /**
   * The usual times. Absence shows within 2 s: 1 s until the next probe, the rest for its answer.
   */
  public static LaneTimings usual() {
    return new LaneTimings(
        Duration.ofSeconds(1),
        Duration.ofMillis(500),
        Duration.ofMillis(500),
        Duration.ofSeconds(30),
        10,
        Duration.ofSeconds(300),
        Duration.ofSeconds(2),
        Duration.ofSeconds(3));
  }

  /** The same, so many times faster; for tests. */
  public LaneTimings faster(int times) {
    return new LaneTimings(
        probe.dividedBy(times),
        look.dividedBy(times),
        firstBackOff.dividedBy(times),
        longestBackOff.dividedBy(times),
        failures,
        window.dividedBy(times),
        overrun.dividedBy(times),
        close.dividedBy(times));
  }
}
