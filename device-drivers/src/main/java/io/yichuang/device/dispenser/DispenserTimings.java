package io.yichuang.device.dispenser;

import io.yichuang.device.lane.LaneTimings;
import java.time.Duration;

/**
 * All times of a card dispenser.
 *
 * @param ack a frame is acknowledged within this; 300 ms in the CRT manuals
 * @param answer an answer that moves nothing comes within this
 * @param move a card moves from one end to the other within this, retries of the unit included
 * @param poll between two looks at the gate
 * @param lane the lane's; a move cannot be broken off, so its overrun is longer than one
 */
public record DispenserTimings(
    Duration ack, Duration answer, Duration move, Duration poll, LaneTimings lane) {

  /** The usual times. */
  public static DispenserTimings usual() {
    LaneTimings lane = LaneTimings.usual();
    Duration move = Duration.ofSeconds(12);
    Duration overrun = move.plusSeconds(2);
    return new DispenserTimings(
        Duration.ofMillis(300),
        Duration.ofMillis(500),
        move,
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
  public DispenserTimings faster(int times) {
    return new DispenserTimings(
        ack.dividedBy(times),
        answer.dividedBy(times),
        move.dividedBy(times),
        poll.dividedBy(times),
        lane.faster(times));
  }
}
