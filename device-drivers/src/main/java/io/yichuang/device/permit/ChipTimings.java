package io.yichuang.device.permit;

import io.yichuang.device.lane.LaneTimings;
import java.time.Duration;

/**
 * All times of a chip reader.
 *
 * @param poll how often one looks for a card while one is awaited
 * @param service pcscd answers what needs no card within this
 * @param question a chip answers one question, or starts, within this; our choice, as no standard
 *     bounds how often a chip may ask for more time
 * @param lane the lane's
 */
public record ChipTimings(Duration poll, Duration service, Duration question, LaneTimings lane) {

  /** The usual times. */
  public static ChipTimings usual() {
    return new ChipTimings(
        Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofSeconds(10), LaneTimings.usual());
  }

  /** The same, so many times faster; for tests. Daemon and card keep their own times. */
  public ChipTimings faster(int times) {
    return new ChipTimings(poll.dividedBy(times), service, question, lane.faster(times));
  }
}
