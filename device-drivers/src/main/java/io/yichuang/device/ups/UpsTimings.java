package io.yichuang.device.ups;

import io.yichuang.device.lane.LaneTimings;
import java.time.Duration;

/**
 * All times of a UPS.
 *
 * @param answer it answers within this: 47 bytes at 2400 baud are 196 ms, and cheap ones think
 * @param lane the lane's; its probe is the question
 */
public record UpsTimings(Duration answer, LaneTimings lane) {

  /** The usual times. */
  public static UpsTimings usual() {
    return new UpsTimings(Duration.ofMillis(800), LaneTimings.usual());
  }

  /** The same, so many times faster; for tests. */
  public UpsTimings faster(int times) {
    return new UpsTimings(answer.dividedBy(times), lane.faster(times));
  }
}
