package io.yichuang.device.receipt;

import io.yichuang.device.lane.LaneTimings;
import java.time.Duration;

/**
 * All times of an ESC/POS printer.
 *
 * @param answer for one real-time answer, which comes ahead of all that is buffered
 * @param take a printer that prints takes more bytes within this time, or it stands still
 * @param finish from the last byte to the proof after the cut; a metre of text at 60 mm/s takes 17
 *     s
 * @param poll pause between two looks at the sensors while it prints
 * @param lane the lane's
 */
public record EscPosTimings(
    Duration answer, Duration take, Duration finish, Duration poll, LaneTimings lane) {

  /** The usual times. */
  public static EscPosTimings usual() {
    LaneTimings lane = LaneTimings.usual();
    Duration finish = Duration.ofSeconds(20);
    return new EscPosTimings(
        Duration.ofMillis(500),
        Duration.ofSeconds(5),
        finish,
        Duration.ofMillis(300),
        new LaneTimings(
            lane.probe(),
            lane.look(),
            lane.firstBackOff(),
            lane.longestBackOff(),
            lane.failures(),
            lane.window(),
            // a receipt that is half out is finished, not torn off
            finish.plus(lane.overrun()),
            lane.close()));
  }

  /** The same, so many times faster; for tests. */
  public EscPosTimings faster(int times) {
    return new EscPosTimings(
        answer.dividedBy(times),
        take.dividedBy(times),
        finish.dividedBy(times),
        poll.dividedBy(times),
        lane.faster(times));
  }
}
