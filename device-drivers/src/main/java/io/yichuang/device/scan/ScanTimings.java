package io.yichuang.device.scan;

import io.yichuang.device.lane.LaneTimings;
import java.time.Duration;

/**
 * All times of a scanner.
 *
 * @param lane the lane's own
 * @param answer one short exchange
 * @param list saned asks every backend which devices there are, some of them over the network
 * @param slice the longest wait that does not look whether the command was cancelled
 * @param silence no picture byte for so long means that the device hangs
 * @param busyRetry wait before a busy device is asked again (sane-airscan: 1 s)
 * @param busyRetries so often, then the device counts as busy (sane-airscan: 10; a page that is not
 *     ready yet is waited for until the limit ends)
 */
public record ScanTimings(
    LaneTimings lane,
    Duration answer,
    Duration list,
    Duration slice,
    Duration silence,
    Duration busyRetry,
    int busyRetries) {

  /** The usual times. */
  public static ScanTimings usual() {
    LaneTimings lane = LaneTimings.usual();
    Duration answer = Duration.ofSeconds(3);
    // A scan whose limit ends still takes its job back; what came before is then told as it is.
    Duration overrun = answer.multipliedBy(2);
    return new ScanTimings(
        new LaneTimings(
            lane.probe(),
            lane.look(),
            lane.firstBackOff(),
            lane.longestBackOff(),
            lane.failures(),
            lane.window(),
            overrun,
            overrun.plus(lane.close())),
        answer,
        Duration.ofSeconds(10),
        Duration.ofMillis(100),
        Duration.ofSeconds(15),
        Duration.ofSeconds(1),
        10);
  }

  /** The same, so many times faster; for tests. */
  public ScanTimings faster(int times) {
    return new ScanTimings(
        lane.faster(times),
        answer.dividedBy(times),
        list.dividedBy(times),
        slice.dividedBy(times),
        silence.dividedBy(times),
        busyRetry.dividedBy(times),
        busyRetries);
  }
}
