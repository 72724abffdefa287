package io.yichuang.device.lane;

import io.yichuang.device.Call;
import io.yichuang.device.Device;
import io.yichuang.device.DeviceEvent;
import io.yichuang.device.DeviceId;
import io.yichuang.device.DeviceStatus;
import io.yichuang.device.Outcome;
import io.yichuang.device.Refusal;
import io.yichuang.device.ResetReport;
import io.yichuang.device.SelfTest;
import io.yichuang.device.Subscription;
import io.yichuang.device.trace.FlightRecorder;
import io.yichuang.device.trace.Recorded;
import io.yichuang.device.trace.Traffic;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The part of a driver that is the same for all: its lane speaks for it. */
public abstract class LaneDevice<C extends AutoCloseable> implements Device, Recorded {
  private final Lane<C> lane;

  protected LaneDevice(Lane<C> lane) {
    this.lane = lane;
  }

  protected final Lane<C> lane() {
    return lane;
  }

  /**
   * A reset: it lifts a quarantine, since a person has helped, settles the device and tells how it
   * is then.
   */
  protected final Outcome<ResetReport> reset(Call call, Wire.Probe<C> settle) {
    lane.forgive();
    return lane.run(
        call,
        (connection, turn) -> {
          Health now = settle.ask(connection);
          turn.report(now);
          return new Outcome.Done<>(new ResetReport(now.media()));
        });
  }

  /** A self-test that is one command. */
  protected final SelfTest proof(String name, Command<C, SelfTest.Verdict> command) {
    return new Proof(name, call -> lane.run(call, command));
  }

  /**
   * A self-test with something that a person holds before the device or lays on it.
   *
   * @param what such as {@code a code}
   */
  protected static SelfTest readProof(String name, String what, Function<Call, Outcome<?>> read) {
    return new Proof(
        name,
        call -> {
          Outcome<?> outcome = read.apply(call);
          return outcome instanceof Outcome.Refused<?>(Refusal why)
              ? new Outcome.Done<>(
                  new SelfTest.Verdict(false, "expected " + what + "; came " + why))
              : outcome.map(
                  came -> new SelfTest.Verdict(true, "expected " + what + "; came " + came));
        });
  }

  private record Proof(String name, Function<Call, Outcome<SelfTest.Verdict>> work)
      implements SelfTest {
    @Override
    public Outcome<Verdict> run(Call call) {
      return work.apply(call);
    }
  }

  @Override
  public final DeviceId id() {
    return lane.id();
  }

  @Override
  public final DeviceStatus status() {
    return lane.status();
  }

  @Override
  public final Subscription subscribe(Consumer<DeviceEvent> listener) {
    return lane.subscribe(listener);
  }

  @Override
  public final List<Traffic> traffic() {
    return lane.traffic();
  }

  @Override
  public final List<FlightRecorder.Fault> faults() {
    return lane.faults();
  }

  @Override
  public void close() {
    lane.close();
  }
}
