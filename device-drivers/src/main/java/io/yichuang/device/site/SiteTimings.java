package io.yichuang.device.site;

import io.yichuang.device.lane.LaneTimings;
import io.yichuang.device.modbus.ModbusTimings;
import java.time.Duration;

/**
 * All times of a site.
 *
 * @param pulse how long the door's relay is held
 * @param bus the bus's
 * @param lane the lane's; it looks at the sensors this often, so a person is seen within a second
 */
public record SiteTimings(Duration pulse, ModbusTimings bus, LaneTimings lane) {

  /** The usual times. */
  public static SiteTimings usual() {
    LaneTimings lane = LaneTimings.usual();
    return new SiteTimings(
        Duration.ofMillis(500),
        ModbusTimings.usual(),
        new LaneTimings(
            Duration.ofMillis(500),
            lane.look(),
            lane.firstBackOff(),
            lane.longestBackOff(),
            lane.failures(),
            lane.window(),
            lane.overrun(),
            lane.close()));
  }

  /** The same, so many times faster; for tests. */
  public SiteTimings faster(int times) {
    return new SiteTimings(pulse.dividedBy(times), bus.faster(times), lane.faster(times));
  }
}
