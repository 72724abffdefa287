package io.yichuang.device.receipt;

import io.yichuang.device.Call;
import io.yichuang.device.DeviceException;
import io.yichuang.device.DeviceFault;
import io.yichuang.device.DeviceId;
import io.yichuang.device.FaultCode;
import io.yichuang.device.GlyphRaster;
import io.yichuang.device.JobId;
import io.yichuang.device.MediaState;
import io.yichuang.device.Outcome;
import io.yichuang.device.Printed;
import io.yichuang.device.Receipt;
import io.yichuang.device.ReceiptPrinter;
import io.yichuang.device.Refusal;
import io.yichuang.device.ResetReport;
import io.yichuang.device.SelfTest;
import io.yichuang.device.lane.Lane;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.lane.LaneDevice;
import io.yichuang.device.lane.Turn;
import io.yichuang.device.lane.TurnOver;
import io.yichuang.device.lane.Wire;
import io.yichuang.device.link.Address;
import io.yichuang.device.link.Port;
import io.yichuang.device.link.SerialSettings;
import io.yichuang.device.trace.Mask;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thermal printer with cutter that speaks ESC/POS both ways, by serial line or TCP. */
public final class EscPosReceiptPrinter extends LaneDevice<EscPosLine> implements ReceiptPrinter {
  private static final Logger log = LoggerFactory.getLogger(EscPosReceiptPrinter.class);
  private static final SerialSettings LINE = SerialSettings.plain(115_200);

  private final EscPosTimings timings;
  private final LaneClock clock;
  private final GlyphRaster glyphs;
  private final Roll roll;

  /** The last job's end was not proven: something of it may still be in the printer. Lane's. */
  private boolean unproven;

  private EscPosReceiptPrinter(
      Lane<EscPosLine> lane,
      EscPosTimings timings,
      LaneClock clock,
      GlyphRaster glyphs,
      Roll roll) {
    super(lane);
    this.timings = timings;
    this.clock = clock;
    this.glyphs = glyphs;
    this.roll = roll;
  }

  /**
   * Starts the driver; the printer need not be there yet.
   *
   * @param address a line; {@code model=kpm150} for a printer with a mouth that tells what hangs
   *     there
   * @param glyphs draws characters that the printer's fonts lack; {@link GlyphRaster#none} to
   *     refuse receipts that need them
   * @param roll how wide the paper is
   * @throws IllegalArgumentException for a wrong address
   */
  public static EscPosReceiptPrinter open(
      DeviceId id,
      Address address,
      EscPosTimings timings,
      LaneClock clock,
      GlyphRaster glyphs,
      Roll roll) {
    Port port = Port.at(address, LINE, Set.of("driver", PrinterModel.PARAMETER));
    PrinterModel model = PrinterModel.of(address);
    Wire<EscPosLine> wire =
        Wire.over(
            port,
            Mask.QUESTIONS, // a receipt names its citizen; the printer's answers are sensors
            clock,
            link -> new EscPosLine(link, model, timings, clock),
            line -> line.sensors().health());
    return new EscPosReceiptPrinter(
        Lane.start(id, wire, timings.lane(), clock), timings, clock, glyphs, roll);
  }

  @Override
  public Outcome<Printed> print(Receipt receipt, JobId job, Call call) {
    byte[] bytes = EscPosEncoder.encode(receipt, glyphs, roll);
    if (bytes == null) {
      log.info("{}: job {} holds what this printer cannot show", id(), job);
      return new Outcome.Refused<>(Refusal.UNSUPPORTED);
    }
    Outcome<Printed> outcome = lane().run(call, (line, turn) -> print(line, turn, bytes));
    log.info("{}: job {} of {} bytes: {}", id(), job, bytes.length, outcome);
    return outcome;
  }

  private Outcome<Printed> print(EscPosLine line, Turn turn, byte[] bytes)
      throws IOException, TurnOver {
    Outcome<Printed> obstacle = awaitReady(line, turn);
    if (obstacle != null) {
      return obstacle;
    }
    if (unproven && !line.settle()) {
      return new Outcome.Failed<>(
          new DeviceFault(FaultCode.NO_ANSWER, "what an earlier job left comes to no end"));
    }
    line.startJob();
    // From here on paper may come out. A cancellation is too late: half a receipt helps nobody.
    turn.begin();
    unproven = true;
    line.send(bytes);
    Outcome<Printed> outcome = awaitProof(line, turn);
    unproven = !(outcome instanceof Outcome.Done<Printed>);
    return outcome;
  }

  /**
   * Waits while the printer mends itself, and until a ticket that hangs in its mouth was taken: the
   * next citizen would draw both. Says what a person has to mend.
   */
  private @Nullable Outcome<Printed> awaitReady(EscPosLine line, Turn turn)
      throws IOException, TurnOver {
    while (true) {
      PrinterSensors sensors = line.sensors();
      turn.report(sensors.health());
      DeviceFault fault = sensors.fault();
      if (fault == null && sensors.mouth() == MediaState.PRESENT) {
        if (!turn.pausedInTime(timings.poll())) {
          return new Outcome.Refused<>(Refusal.STILL_PRESENT);
        }
        continue;
      }
      if (fault == null) {
        return null;
      }
      if (sensors.stopped()) {
        return switch (fault.code()) {
          case PAPER_OUT -> new Outcome.Refused<>(Refusal.SUPPLY_OUT);
          case COVER_OPEN -> new Outcome.Refused<>(Refusal.COVER_OPEN);
          default -> new Outcome.Failed<>(fault);
        };
      }
      if (!turn.pausedInTime(timings.poll())) {
        return new Outcome.Failed<>(fault);
      }
    }
  }

  /**
   * Waits for the answer to the question behind the cut. The sensors are watched meanwhile: they
   * tell why it does not come.
   */
  private Outcome<Printed> awaitProof(EscPosLine line, Turn turn) throws IOException {
    long end = clock.nanos().getAsLong() + timings.finish().toNanos();
    DeviceFault fault =
        new DeviceFault(FaultCode.NO_ANSWER, "no answer after the cut; the paper may be out");
    while (!line.finished() && end - clock.nanos().getAsLong() > 0) {
      line.listen(timings.poll());
      PrinterSensors sensors = line.finished() ? null : look(line);
      if (sensors != null) {
        turn.report(sensors.health());
        if (sensors.stopped() && sensors.fault() != null && !line.finished()) {
          fault = sensors.fault();
          break;
        }
      }
    }
    if (line.finished() && !line.doubtful()) {
      return new Outcome.Done<>(new Printed(1));
    }
    if (line.doubtful()) {
      fault = new DeviceFault(FaultCode.MALFORMED, "noise on the line: the proof is none");
    }
    line.forget();
    return new Outcome.Uncertain<>(fault);
  }

  /** Some printers answer nothing while the knife moves: silence proves nothing here. */
  private @Nullable PrinterSensors look(EscPosLine line) throws DeviceException {
    try {
      return line.sensors();
    } catch (DeviceException e) {
      if (e.fault().code() == FaultCode.NO_ANSWER) {
        return null;
      }
      throw e;
    }
  }

  /** Forgets what is buffered. Where a cut receipt is, only printers with a mouth can tell. */
  @Override
  public Outcome<ResetReport> reset(Call call) {
    return reset(
        call,
        line -> {
          line.forget();
          return line.sensors().health();
        });
  }

  @Override
  public List<SelfTest> selfTests() {
    return List.of(new SensorTest(lane()), new PrintTest(this));
  }
}
