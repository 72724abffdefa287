package io.yichuang.device.matrix;

import io.yichuang.device.Call;
import io.yichuang.device.Device;
import io.yichuang.device.DeviceId;
import io.yichuang.device.GlyphRaster;
import io.yichuang.device.Outcome;
import io.yichuang.device.driver.DeviceKind;
import io.yichuang.device.driver.Drivers;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.link.Address;
import io.yichuang.device.receipt.Roll;
import io.yichuang.simulator.SimulatedDevice;
import java.util.Map;

/**
 * A driver, its simulated device at the other end of a real wire, and what citizens do with it.
 *
 * @param <S> the simulated device
 */
abstract class Subject<S extends SimulatedDevice> implements AutoCloseable {
  final S far;
  final Device device;

  Subject(S far, int speed) {
    this(far, far.address(), speed);
  }

  Subject(S far, String where, int speed) {
    this(far, driver(far, where, speed));
  }

  Subject(S far, Device device) {
    this.far = far;
    this.device = device;
  }

  static Device driver(SimulatedDevice far, String where, int speed) {
    Address address = Address.parse(where);
    return new Drivers(LaneClock.system(), GlyphRaster.none(), speed)
        .start(DeviceKind.of(address), new DeviceId(far.id()), address, Roll.MM_80);
  }

  /** So many times faster it really is, where so many were asked. */
  int speed(int asked) {
    return asked;
  }

  /** The far end's names of the faults that are not called there as here. */
  Map<Fault, String> names() {
    return Map.of();
  }

  /** What is there before the command. */
  void prepare() {}

  /** The command of the first four phases. */
  abstract Outcome<?> work(Call call);

  /** What the citizen does while it runs; called again and again, with 0 first. */
  void assist(int time) {}

  /** Whether the command waits, moves or prints. */
  abstract boolean acting();

  /** Whether its effect is there. */
  abstract boolean finishing();

  /** Where something follows a command that is done: the phase {@link Phase#COMMITTING}. */
  interface Committing {
    Outcome<?> commit(Call call);

    /** The citizen does what {@link #commit} waits for. */
    default void take() {}
  }

  /** Where a medium can be taken away too early: {@link Fault#MEDIUM_PULLED}. */
  interface Pullable {
    void pull();
  }

  /** What came about at the far end since the start; -1 where a command has no effect. */
  int effects() {
    return -1;
  }

  /** What the far end still does once all is well again, and must not; empty if nothing. */
  String leftBehind() {
    return "";
  }

  /** A person has mended it; with a jam this is the call for a person. */
  void mend() {
    far.clearFaults();
    far.plug();
  }

  /** Nothing lies about any more. */
  void tidy() {}

  @Override
  public void close() {
    device.close();
    far.close();
  }
}
