package io.yichuang.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How a set of simulators runs.
 *
 * @param runFolder where links of serial lines ({@code dev/}), {@code addresses.yaml} and kept
 *     files lie
 * @param speed how many times faster than real devices everything is: 1 = real, 20 = tests at a
 *     twentieth of the time
 * @param seed of everything random; the same seed gives the same faults
 * @param clock the wall clock of all devices
 * @param receiptWire which wire the receipt printer hangs on
 */
public record SimulatorOptions(
    Path runFolder, double speed, long seed, InstantSource clock, ReceiptWire receiptWire) {

  /** The wires a receipt printer is sold with. */
  public enum ReceiptWire {
    TCP,
    SERIAL
  }

  public SimulatorOptions {
    if (!(speed > 0)) {
      throw new IllegalArgumentException("speed must be above 0, not " + speed);
    }
  }

  /** Real speed, the system's clock, seed 1, receipt printer on TCP. */
  public static SimulatorOptions in(Path runFolder) {
    return new SimulatorOptions(runFolder, 1, 1, InstantSource.system(), ReceiptWire.TCP);
  }

  public SimulatorOptions withRunFolder(Path newFolder) {
    return new SimulatorOptions(newFolder, speed, seed, clock, receiptWire);
  }

  public SimulatorOptions withSpeed(double newSpeed) {
    return new SimulatorOptions(runFolder, newSpeed, seed, clock, receiptWire);
  }

  public SimulatorOptions withSeed(long newSeed) {
    return new SimulatorOptions(runFolder, speed, newSeed, clock, receiptWire);
  }

  public SimulatorOptions withClock(InstantSource newClock) {
    return new SimulatorOptions(runFolder, speed, seed, newClock, receiptWire);
  }

  public SimulatorOptions withReceiptWire(ReceiptWire newWire) {
    return new SimulatorOptions(runFolder, speed, seed, clock, newWire);
  }

  /** What a real device needs {@code real} time for, here. */
  public Duration scaled(Duration real) {
    return Duration.ofNanos(Math.round(real.toNanos() / speed));
  }
}
