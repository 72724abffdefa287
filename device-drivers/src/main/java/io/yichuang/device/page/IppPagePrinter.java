package io.yichuang.device.page;

import io.yichuang.device.Call;
import io.yichuang.device.DeviceId;
import io.yichuang.device.JobId;
import io.yichuang.device.MediaState;
import io.yichuang.device.Outcome;
import io.yichuang.device.PagePrinter;
import io.yichuang.device.Printed;
import io.yichuang.device.ResetReport;
import io.yichuang.device.SelfTest;
import io.yichuang.device.Supply;
import io.yichuang.device.lane.Health;
import io.yichuang.device.lane.Lane;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.lane.LaneDevice;
import io.yichuang.device.lane.Wire;
import io.yichuang.device.link.Address;
import io.yichuang.device.trace.FlightRecorder;
import io.yichuang.device.trace.Mask;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** An A4 printer, or a CUPS queue, that speaks IPP 2.0 and takes PDF. */
public final class IppPagePrinter extends LaneDevice<IppLine> implements PagePrinter {
  private static final int DEFAULT_PORT = 631;

  private final PageTimings timings;

  private IppPagePrinter(Lane<IppLine> lane, PageTimings timings) {
    super(lane);
    this.timings = timings;
  }

  /**
   * Starts the driver; it connects by itself.
   *
   * @param address {@code ipp://HOST:PORT/PATH} or {@code ipps}
   */
  public static IppPagePrinter start(
      DeviceId id, Address address, PageTimings timings, LaneClock clock) {
    address.allow(Set.of());
    boolean tls = address.scheme().equals("ipps");
    URI http = address.uri(tls ? "https" : "http", DEFAULT_PORT);
    URI printer = address.uri(address.scheme(), DEFAULT_PORT);
    var recorder = new FlightRecorder(Mask.ALL, clock.wall()); // bodies are people's papers
    Wire<IppLine> wire =
        Wire.of(
            recorder,
            // the probe makes the first exchange
            () -> new IppLine(http, printer, timings, recorder),
            IppPagePrinter::health);
    return new IppPagePrinter(Lane.start(id, wire, timings.lane(), clock), timings);
  }

  private static Health health(IppLine line) throws IOException {
    IppMessages.PrinterReport report = line.printer();
    return report.reasons().health(report.state());
  }

  @Override
  public Outcome<Printed> print(PageJob job, JobId id, Call call) {
    return lane().run(call, (line, turn) -> new IppPrint(line, job, id, turn, timings).run());
  }

  /** What became of a job, as far as the printer remembers it. */
  public enum Fate {
    COMPLETED,
    UNDERWAY,
    /** Cancelled or aborted; some sheets may have come out. */
    ENDED_EARLY,
    /** The printer knows no job of that name: never sent, or forgotten. */
    UNKNOWN
  }

  /** Asks the printer for a job of an earlier life of the terminal, by its name. */
  public Outcome<Fate> fate(JobId id, Call call) {
    return lane()
        .run(
            call,
            (line, turn) -> {
              IppMessages.JobReport report = line.find(id);
              Fate fate =
                  report == null
                      ? Fate.UNKNOWN
                      : switch (report.state()) {
                        case 9 -> Fate.COMPLETED;
                        case 7, 8 -> Fate.ENDED_EARLY;
                        default -> Fate.UNDERWAY;
                      };
              return new Outcome.Done<>(fate);
            });
  }

  /** Resumes a queue that a cleared jam or an empty tray has left paused. */
  @Override
  public Outcome<ResetReport> reset(Call call) {
    lane().forgive();
    return lane()
        .run(
            call,
            (line, turn) -> {
              line.resume();
              Health now = health(line);
              turn.report(now);
              return new Outcome.Done<>(new ResetReport(now.media()));
            });
  }

  @Override
  public List<SelfTest> selfTests() {
    return List.of(
        new SelfTest() {
          @Override
          public String name() {
            return "printer-ready";
          }

          @Override
          public Outcome<Verdict> run(Call call) {
            return ready(call);
          }
        });
  }

  private Outcome<SelfTest.Verdict> ready(Call call) {
    return lane()
        .run(
            call,
            (line, turn) -> {
              Health now = health(line);
              turn.report(now);
              boolean good = now.fault() == null && now.media() != MediaState.JAMMED;
              return new Outcome.Done<>(
                  new SelfTest.Verdict(
                      good,
                      "expected a printer that can print, saw "
                          + now.state()
                          + ", paper "
                          + now.supplies().get(Supply.PAPER)
                          + ", fault "
                          + now.fault()));
            });
  }
}
