package io.yichuang.device.scan;

import io.yichuang.device.Call;
import io.yichuang.device.DeviceException;
import io.yichuang.device.DeviceFault;
import io.yichuang.device.DeviceId;
import io.yichuang.device.DeviceState;
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
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A document scanner that speaks eSCL (Mopria, AirScan). Its status tells whether sheets lie in the
 * feeder and whether they are jammed.
 */
public final class EsclScanner extends LaneDevice<EsclLine> implements DocumentScanner {
  private final ScanTimings timings;

  /** A job that could not be ended because the line was lost; ended as soon as it is back. */
  private final AtomicReference<@Nullable URI> unfinished;

  private EsclScanner(
      Lane<EsclLine> lane, ScanTimings timings, AtomicReference<@Nullable URI> unfinished) {
    super(lane);
    this.unfinished = unfinished;
    this.timings = timings;
  }

  /**
   * Starts the driver; it connects by itself.
   *
   * @param address {@code escl+http://HOST:PORT/eSCL} or {@code escl+https}
   */
  public static EsclScanner start(
      DeviceId id, Address address, ScanTimings timings, LaneClock clock) {
    address.allow(Set.of());
    boolean tls = address.scheme().equals("escl+https");
    String plain = address.uri(tls ? "https" : "http", tls ? 443 : 80).toString();
    URI root = URI.create(plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain);
    var unfinished = new AtomicReference<@Nullable URI>();
    var recorder = new FlightRecorder(Mask.ALL, clock.wall()); // bodies are people's papers
    Wire<EsclLine> wire =
        Wire.of(
            recorder,
            () -> EsclLine.open(root, timings, recorder),
            line -> {
              endUnfinished(line, unfinished);
              return health(line.status());
            });
    return new EsclScanner(Lane.start(id, wire, timings.lane(), clock), timings, unfinished);
  }

  /** HTTP has no connection whose loss would tell the scanner that nobody waits any more. */
  private static void endUnfinished(EsclLine line, AtomicReference<@Nullable URI> unfinished)
      throws DeviceException {
    URI left = unfinished.get();
    if (left != null) {
      line.delete(left);
      unfinished.compareAndSet(left, null);
    }
  }

  /** What a status document says. */
  static Health health(EsclXml.Status status) {
    DeviceState state =
        switch (status.state()) {
          case "Processing", "Testing" -> DeviceState.DEVICE_BUSY;
          case "Stopped" -> DeviceState.USER_ERROR;
          case "Down" -> DeviceState.OFFLINE;
          default -> DeviceState.ONLINE;
        };
    return switch (status.adfState()) {
      case "ScannerAdfLoaded" -> new Health(state, MediaState.PRESENT, Map.of(), null);
      case "ScannerAdfEmpty" -> new Health(state, MediaState.NOT_PRESENT, Map.of(), null);
      case "ScannerAdfProcessing" ->
          new Health(DeviceState.DEVICE_BUSY, MediaState.ENTERING, Map.of(), null);
      case "ScannerAdfJam", "ScannerAdfMispick" ->
          stuck(FaultCode.SCAN_JAM, "a sheet is jammed in the feeder");
      case "ScannerAdfMultipickDetected" ->
          stuck(FaultCode.DOUBLE_FEED, "two sheets went in at once");
      case "ScannerAdfDoorOpen", "ScannerAdfHatchOpen" ->
          new Health(
              DeviceState.USER_ERROR,
              MediaState.UNKNOWN,
              Map.of(),
              new DeviceFault(FaultCode.COVER_OPEN, "the feeder's cover is open"));
      default -> new Health(state, MediaState.UNKNOWN, Map.of(), null);
    };
  }

  private static Health stuck(FaultCode code, String detail) {
    return new Health(
        DeviceState.USER_ERROR, MediaState.JAMMED, Map.of(), new DeviceFault(code, detail));
  }

  @Override
  public Outcome<ScanSummary> scan(ScanJob job, PageSink sink, Call call) {
    return lane()
        .run(
            call,
            (line, turn) -> {
              endUnfinished(line, unfinished);
              return new EsclScan(line, job, sink, turn, timings, unfinished).run();
            });
  }

  /** Asks where things are; jobs of ours have ended with their commands. */
  @Override
  public Outcome<ResetReport> reset(Call call) {
    lane().forgive();
    return lane()
        .run(
            call,
            (line, turn) -> {
              Health now = health(line.status());
              turn.report(now);
              return new Outcome.Done<>(new ResetReport(now.media()));
            });
  }

  @Override
  public List<SelfTest> selfTests() {
    return List.of(
        ScanSelfTests.test("scanner-answers", this::answers), ScanSelfTests.oneSheet(this));
  }

  private Outcome<SelfTest.Verdict> answers(Call call) {
    return lane()
        .run(
            call,
            (line, turn) -> {
              line.reload();
              EsclXml.Status status = line.status();
              boolean feeder = line.capabilities().simplex() != null;
              boolean good = health(status).fault() == null && feeder;
              return new Outcome.Done<>(
                  new SelfTest.Verdict(
                      good,
                      "expected a feeder without trouble, saw feeder="
                          + feeder
                          + ", state "
                          + status.state()
                          + ", feeder state "
                          + status.adfState()));
            });
  }
}
