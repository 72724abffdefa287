package io.yichuang.device.ups;

import io.yichuang.simulator.SimulatedDevice;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.fault.Faults;
import io.yichuang.simulator.power.UpsSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The simulated UPS behind Debian's {@code nutdrv_qx} and {@code upsd}, at real speed. Our wire
 * ends at {@code upsd}: to unplug it is to end that; what is set as a fault is the UPS's own.
 */
public final class NutUps implements SimulatedDevice {
  private final UpsSimulator ups;
  private final Nut nut;

  /** Starts all three. */
  public NutUps(Path folder) {
    ups = new UpsSimulator(SimulatorOptions.in(folder));
    try {
      nut =
          new Nut(
              Files.createDirectories(folder.resolve("nut")), folder.resolve("dev").resolve("ups"));
    } catch (IOException e) {
      ups.close();
      throw new UncheckedIOException(e);
    }
  }

  /** Whether Debian's programs are there. */
  public static boolean present() {
    return Nut.present();
  }

  @Override
  public String id() {
    return ups.id();
  }

  @Override
  public String address() {
    return nut.address().toString();
  }

  @Override
  public Map<String, Object> state() {
    return ups.state();
  }

  @Override
  public Faults faultSet() {
    return ups.faultSet();
  }

  @Override
  public void setFault(String name) {
    ups.setFault(name);
  }

  @Override
  public void clearFaults() {
    ups.clearFaults();
  }

  @Override
  public void unplug() {
    nut.killServer();
  }

  @Override
  public void plug() {
    try {
      nut.startServer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void reset() {
    ups.reset();
    plug();
  }

  @Override
  public void close() {
    nut.close();
    ups.close();
  }
}
