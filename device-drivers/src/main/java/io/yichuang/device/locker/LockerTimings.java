package io.yichuang.device.locker;

import io.yichuang.device.lane.LaneTimings;
import io.yichuang.device.modbus.ModbusTimings;
import java.time.Duration;

/**
 * All times of a locker bank.
 *
 * @param answer a board answers within this
 * @param rest between two locks that are fired: each draws 1 to 2 A (200 to 500 ms are advised)
 * @param spring a door that is not open this long after its lock was fired is stuck
 * @param poll between two looks at a door
 * @param pulse how long a Modbus board's coil is held
 * @param bus a Modbus bus's
 * @param lane the lane's
 */
public record LockerTimings(
    Duration answer,
    Duration rest,
    Duration spring,
    Duration poll,
    Duration pulse,
    ModbusTimings bus,
    LaneTimings lane) {

  /** The usual times. */
  public static LockerTimings usual() {
    return new LockerTimings(
        Duration.ofMillis(400),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofMillis(200),
        Duration.ofMillis(300),
        ModbusTimings.usual(),
        LaneTimings.usual());
  }

  /** The same, so many times faster; for tests. */
  public LockerTimings faster(int times) {
    return new LockerTimings(
        answer.dividedBy(times),
        rest.dividedBy(times),
        spring.dividedBy(times),
        poll.dividedBy(times),
        pulse.dividedBy(times),
        bus.faster(times),
        lane.faster(times));
  }
}
