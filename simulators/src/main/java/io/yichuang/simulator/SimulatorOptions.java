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
 * @param terminal the one terminal that the platform knows
 */
public record SimulatorOptions(
    Path runFolder,
    double speed,
    long seed,
    InstantSource clock,
    ReceiptWire receiptWire,
    Terminal terminal) {

  /**
   * A terminal as the platform has registered it.
   *
   * @param id what it calls itself
   * @param key its credential; of a simulated platform, so no secret
   */
  public record Terminal(String id, String key) {
    public Terminal {
      if (!id.matches("[A-Z0-9-]{1,20}") || !key.matches("[!-~]{1,200}")) {
        throw new IllegalArgumentException(
            "a terminal has an id of A-Z, 0-9 and -, and a key of printable characters");
      }
    }

    @Override
    public String toString() {
      return "Terminal[" + id + "]";
    }
  }

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

  /** Real speed, the system's clock, seed 1, receipt printer on TCP, terminal NC-0001. */
  public static SimulatorOptions in(Path runFolder) {
    return new SimulatorOptions(
        runFolder, 1, 1, InstantSource.system(), ReceiptWire.TCP, new Terminal("NC-0001", "demo"));
  }

  public SimulatorOptions withRunFolder(Path newFolder) {
    return new SimulatorOptions(newFolder, speed, seed, clock, receiptWire, terminal);
  }

  public SimulatorOptions withSpeed(double newSpeed) {
    return new SimulatorOptions(runFolder, newSpeed, seed, clock, receiptWire, terminal);
  }

  public SimulatorOptions withSeed(long newSeed) {
    return new SimulatorOptions(runFolder, speed, newSeed, clock, receiptWire, terminal);
  }

  public SimulatorOptions withClock(InstantSource newClock) {
    return new SimulatorOptions(runFolder, speed, seed, newClock, receiptWire, terminal);
  }

  public SimulatorOptions withReceiptWire(ReceiptWire newWire) {
    return new SimulatorOptions(runFolder, speed, seed, clock, newWire, terminal);
  }

  public SimulatorOptions withTerminal(Terminal newTerminal) {
    return new SimulatorOptions(runFolder, speed, seed, clock, receiptWire, newTerminal);
  }

  /** What a real device needs {@code real} time for, here. */
  public Duration scaled(Duration real) {
    return Duration.ofNanos(Math.round(real.toNanos() / speed));
  }
}
