package io.yichuang.device.permit;

import io.yichuang.device.lane.LaneTimings;
import java.time.Duration;

/**
 * All times of a serial MRZ reader.
 *
 * @param silence lines of one document follow each other; after this long what is missing does not
 *     come
 * @param listen how long one look for a line takes
 * @param lane the lane's
 */
public record MrzTimings(Duration silence, Duration listen, LaneTimings lane) {

  /** The usual times. */
  public static MrzTimings usual() {
    return new MrzTimings(Duration.ofMillis(500), Duration.ofMillis(100), LaneTimings.usual());
  }

  /** The same, so many times faster; for tests. */
  public MrzTimings faster(int times) {
    return new MrzTimings(silence.dividedBy(times), listen.dividedBy(times), lane.faster(times));
  }
}
