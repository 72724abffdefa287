package io.yichuang.device.code;

import io.yichuang.device.lane.LaneTimings;
import java.time.Duration;

/**
 * All times of a code scanner.
 *
 * @param answer a scanner answers a trigger frame within this; asked twice
 * @param silence a code that stands still this long was broken off: the longest one takes 7.4 s at
 *     9600 baud, but its bytes follow each other
 * @param listen how long one look for a code takes
 * @param lane the lane's
 */
public record CodeTimings(Duration answer, Duration silence, Duration listen, LaneTimings lane) {

  /** The usual times. */
  public static CodeTimings usual() {
    return new CodeTimings(
        Duration.ofMillis(500),
        Duration.ofMillis(300),
        Duration.ofMillis(100),
        LaneTimings.usual());
  }

  /** The same, so many times faster; for tests. */
  public CodeTimings faster(int times) {
    return new CodeTimings(
        answer.dividedBy(times),
        silence.dividedBy(times),
        listen.dividedBy(times),
        lane.faster(times));
  }
}
