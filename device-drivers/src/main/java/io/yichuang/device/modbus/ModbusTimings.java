package io.yichuang.device.modbus;

import java.time.Duration;

/**
 * The times of a Modbus bus.
 *
 * @param answer a unit answers within this. Usual modules take 10 to 100 ms; 32 bytes at 9600 baud
 *     are 33 ms
 * @param late a unit that kept silent is asked again after this: no later answer was seen anywhere
 * @param silence before each frame: 3.5 characters, 4 ms at 9600 baud, 32 ms at 1200, the slowest
 */
public record ModbusTimings(Duration answer, Duration late, Duration silence) {

  /** The usual times. */
  public static ModbusTimings usual() {
    return new ModbusTimings(
        Duration.ofMillis(400), Duration.ofMillis(4_500), Duration.ofMillis(35));
  }

  /** The same, so many times faster; for tests. */
  public ModbusTimings faster(int times) {
    return new ModbusTimings(
        answer.dividedBy(times), late.dividedBy(times), silence.dividedBy(times));
  }
}
