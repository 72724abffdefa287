package io.yichuang.device.page;

import io.yichuang.device.lane.LaneTimings;
import java.time.Duration;

/**
 * All times of a page printer.
 *
 * @param lane the lane's own
 * @param answer one short exchange
 * @param poll how often the job is asked for (RFC 8011 sets no limit; a second is usual)
 * @param busyRetry wait before a busy printer is asked again
 */
public record PageTimings(LaneTimings lane, Duration answer, Duration poll, Duration busyRetry) {

  /** The usual times. */
  public static PageTimings usual() {
    return new PageTimings(
        LaneTimings.usual(), Duration.ofSeconds(3), Duration.ofMillis(500), Duration.ofSeconds(1));
  }

  /** The same, so many times faster; for tests. */
  public PageTimings faster(int times) {
    return new PageTimings(
        lane.faster(times),
        answer.dividedBy(times),
        poll.dividedBy(times),
        busyRetry.dividedBy(times));
  }
}
