package io.yichuang.device.scan;

import io.yichuang.device.Call;
import io.yichuang.device.DeviceException;
import io.yichuang.device.DeviceId;
import io.yichuang.device.DocumentScanner;
import io.yichuang.device.FaultCode;
import io.yichuang.device.MediaState;
import io.yichuang.device.Outcome;
import io.yichuang.device.ResetReport;
import io.yichuang.device.SelfTest;
import io.yichuang.device.lane.Health;
import io.yichuang.device.lane.Lane;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.lane.LaneDevice;
import io.yichuang.device.lane.Wire;
import io.yichuang.device.link.Address;
import io.yichuang.device.trace.FlightRecorder;
import io.yichuang.device.trace.Mask;
import java.util.List;
import java.util.Set;

/**
 * A document scanner behind a saned (SANE network protocol, SANE standard chapter 5). Whether a
 * sheet lies in the feeder is not on this wire: media is unknown until a scan is tried.
 */
public final class SaneScanner extends LaneDevice<SaneLine> implements DocumentScanner {
  /** IANA's sane-port. */
  private static final int DEFAULT_PORT = 6566;

  private final ScanTimings timings;

  private SaneScanner(Lane<SaneLine> lane, ScanTimings timings) {
    super(lane);
    this.timings = timings;
  }

  /**
   * Starts the driver; it connects by itself.
   *
   * @param address {@code sane://HOST:PORT/DEVICE}, the device as {@code scanimage -L} names it;
   *     without one, the only one that saned knows
   * @throws IllegalArgumentException for an unknown parameter
   */
  public static SaneScanner start(
      DeviceId id, Address address, ScanTimings timings, LaneClock clock) {
    address.allow(Set.of());
    String device = address.path().isEmpty() ? "" : address.path().substring(1);
    int port = address.port(DEFAULT_PORT);
    // The control connection carries settings only; pictures have connections of their own.
    var recorder = new FlightRecorder(Mask.NOTHING, clock.wall());
    Wire<SaneLine> wire =
        Wire.of(
            recorder,
            () -> SaneLine.open(address.host(), port, device, timings, recorder),
            line -> {
              line.parameters();
              return Health.online(MediaState.UNKNOWN);
            });
    return new SaneScanner(Lane.start(id, wire, timings.lane(), clock), timings);
  }

  @Override
  public Outcome<ScanSummary> scan(ScanJob job, PageSink sink, Call call) {
    return lane().run(call, (line, turn) -> new SaneScan(line, job, sink, turn, timings).run());
  }

  /** Lets go of the sheet that the device may hold. */
  @Override
  public Outcome<ResetReport> reset(Call call) {
    lane().forgive();
    return lane()
        .run(
            call,
            (line, turn) -> {
              line.cancel();
              return new Outcome.Done<>(new ResetReport(MediaState.UNKNOWN));
            });
  }

  @Override
  public List<SelfTest> selfTests() {
    return List.of(ScanSelfTests.options(this::optionNames), ScanSelfTests.oneSheet(this));
  }

  private Outcome<List<String>> optionNames(Call call) {
    return lane()
        .run(
            call,
            (line, turn) -> {
              line.reload();
              if (line.options().isEmpty()) {
                throw new DeviceException(FaultCode.PROTOCOL, "a scanner without options");
              }
              return new Outcome.Done<>(line.options().stream().map(SaneOption::name).toList());
            });
  }
}
