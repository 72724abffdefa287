package io.yichuang.device.idcard;

import io.yichuang.device.lane.LaneTimings;
import java.time.Duration;

/**
 * All times of a SAM-V reader.
 *
 * @param answer the module's time for a short command, which is asked twice: 1 s in two code bases
 *     that ask once; with a probe every half second a silent module is told within 2 s
 * @param read the module's time for the text and photo, card arithmetic included; 3 s in two code
 *     bases
 * @param poll pause between two questions for a card; 300 ms or more is advised
 * @param lane the lane's
 */
public record SamTimings(Duration answer, Duration read, Duration poll, LaneTimings lane) {

  /** The usual times. */
  public static SamTimings usual() {
    LaneTimings lane = LaneTimings.usual();
    // A read cannot be broken off: the module answers in its own time, at worst the second time.
    Duration overrun = Duration.ofSeconds(7);
    return new SamTimings(
        Duration.ofMillis(700),
        Duration.ofSeconds(3),
        Duration.ofMillis(300),
        new LaneTimings(
            Duration.ofMillis(500),
            lane.look(),
            lane.firstBackOff(),
            lane.longestBackOff(),
            lane.failures(),
            lane.window(),
            overrun,
            overrun.plus(lane.close())));
  }

  /** The same, so many times faster; for tests. */
  public SamTimings faster(int times) {
    return new SamTimings(
        answer.dividedBy(times), read.dividedBy(times), poll.dividedBy(times), lane.faster(times));
  }
}
