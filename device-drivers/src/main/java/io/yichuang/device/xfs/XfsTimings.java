package io.yichuang.device.xfs;

import io.yichuang.device.lane.LaneTimings;
import java.time.Duration;

/**
 * All times of an XFS4IoT client.
 *
 * @param connect a service on the same machine or network opens its socket within this
 * @param acknowledge a command is acknowledged within this: the service only queues it
 * @param answer {@code Common.Status} is answered within this
 * @param cancel a command that was cancelled completes within this; with {@code answer} less than
 *     the 2 s after which a service that has gone is known to be absent
 * @param grace a command's own time-out is the service's to keep; we wait this much longer
 * @param poll how often a wait looks whether it has to stop
 * @param lane the lane's
 */
public record XfsTimings(
    Duration connect,
    Duration acknowledge,
    Duration answer,
    Duration cancel,
    Duration grace,
    Duration poll,
    LaneTimings lane) {

  /** The usual times. */
  public static XfsTimings usual() {
    return new XfsTimings(
        Duration.ofSeconds(2),
        Duration.ofSeconds(1),
        Duration.ofMillis(900),
        Duration.ofMillis(900),
        Duration.ofMillis(500),
        Duration.ofMillis(100),
        LaneTimings.usual());
  }

  /** The same, so many times faster; for tests. */
  public XfsTimings faster(int times) {
    return new XfsTimings(
        connect,
        acknowledge.dividedBy(times),
        answer.dividedBy(times),
        cancel.dividedBy(times),
        grace.dividedBy(times),
        poll.dividedBy(times),
        lane.faster(times));
  }
}
