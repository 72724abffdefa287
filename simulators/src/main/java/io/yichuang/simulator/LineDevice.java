package io.yichuang.simulator;

import io.yichuang.simulator.fault.FaultPlan;
import io.yichuang.simulator.fault.Faults;
import io.yichuang.simulator.wire.FarEnd;
import io.yichuang.simulator.wire.Line;
import io.yichuang.simulator.wire.SerialWire;
import io.yichuang.simulator.wire.Wire;
import io.yichuang.simulator.wire.WireFaults;
import java.util.ArrayList;
import java.util.List;

/**
 * A device on a serial line, {@code <run folder>/dev/<id>}: what all of them have in common. A
 * subclass makes its physical model in its constructor and then plugs itself in.
 */
public abstract class LineDevice implements SimulatedDevice {
  /** The faults of the wire and those of the device. */
  protected final Faults faults;

  private final String id;
  private final Wire wire;

  /**
   * Nothing is plugged in yet.
   *
   * @param baud bits per second of both ways
   * @param own faults of the device; those of the wire come before them
   */
  protected LineDevice(String id, SimulatorOptions options, int baud, String... own) {
    this.id = id;
    List<String> names = new ArrayList<>(WireFaults.NAMES);
    names.addAll(List.of(own));
    faults = new Faults(names, options.seed());
    wire =
        new SerialWire(
            options.runFolder().resolve("dev").resolve(id),
            this::begin,
            faults,
            baud,
            options.speed());
  }

  /** See {@link FarEnd#begin}. */
  protected abstract FarEnd.Receiver begin(Line line);

  /** The physical model back to the state after start. */
  protected abstract void calm();

  /** Faults were set or cleared; for those that show without being asked. */
  protected void faultsChanged() {}

  /** The address of the line, without driver. */
  protected final String line() {
    return wire.address();
  }

  protected final boolean plugged() {
    return wire.plugged();
  }

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final Faults faultSet() {
    return faults;
  }

  @Override
  public final void setFault(String name) {
    setFault(name, FaultPlan.ALWAYS);
  }

  @Override
  public final void setFault(String name, FaultPlan plan) {
    faults.set(name, plan);
    faultsChanged();
  }

  @Override
  public void clearFaults() {
    faults.clear();
    faultsChanged();
  }

  @Override
  public final void unplug() {
    wire.unplug();
  }

  @Override
  public final void plug() {
    wire.plug();
  }

  @Override
  public final void reset() {
    faults.clear();
    calm();
    faultsChanged();
    wire.plug();
  }

  @Override
  public void close() {
    wire.close();
  }
}
