package io.yichuang.device.permit;

import io.yichuang.device.lane.LaneTimings;
import java.time.Duration;

/**
 * All times of a chip reader. A single question has none: pcsc-lite offers no limit, the reader's
 * driver ends it.
 *
 * @param poll how often one looks for a card while one is awaited
 * @param lane the lane's
 */
public record ChipTimings(Duration poll, LaneTimings lane) {

  /** The usual times. */
  public static ChipTimings usual() {
    return new ChipTimings(Duration.ofMillis(250), LaneTimings.usual());
  }

  /** The same, so many times faster; for tests. */
  public ChipTimings faster(int times) {
    return new ChipTimings(poll.dividedBy(times), lane.faster(times));
  }
}
