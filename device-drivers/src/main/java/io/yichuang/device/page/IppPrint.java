package io.yichuang.device.page;

import com.hp.jipp.encoding.IppPacket;
import io.yichuang.device.DeviceException;
import io.yichuang.device.DeviceFault;
import io.yichuang.device.FaultCode;
import io.yichuang.device.JobId;
import io.yichuang.device.Outcome;
import io.yichuang.device.PagePrinter.PageJob;
import io.yichuang.device.Printed;
import io.yichuang.device.Refusal;
import io.yichuang.device.lane.Health;
import io.yichuang.device.lane.Turn;
import io.yichuang.device.lane.TurnOver;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One print job: checked before, watched during, and known or uncertain after. */
final class IppPrint {
  private static final Logger log = LoggerFactory.getLogger(IppPrint.class);

  private static final int PROCESSING = 5;
  private static final int CANCELED = 7;
  private static final int ABORTED = 8;
  private static final int COMPLETED = 9;

  private final IppLine line;
  private final PageJob job;
  private final JobId id;
  private final Turn turn;
  private final PageTimings timings;

  /** Whether it was seen at work on the job. */
  private boolean printing;

  IppPrint(IppLine line, PageJob job, JobId id, Turn turn, PageTimings timings) {
    this.line = line;
    this.job = job;
    this.id = id;
    this.turn = turn;
    this.timings = timings;
  }

  Outcome<Printed> run() throws IOException, TurnOver {
    Refusal refusal = look();
    if (refusal != null) {
      return new Outcome.Refused<>(refusal);
    }
    turn.begin(); // from the first byte on it may print
    while (true) {
      IppPacket answer;
      try {
        answer = line.print(id, job.pdf(), turn);
      } catch (DeviceException e) {
        return lostOnTheWay(e.fault());
      } catch (TurnOver over) {
        IppMessages.JobReport found = line.find(id);
        return found != null && found.uri() != null
            ? stop(found.uri(), over.cancelled(), late())
            : new Outcome.Uncertain<>(late());
      }
      if (IppLine.success(answer)) {
        URI uri = IppMessages.job(answer).uri();
        if (uri == null) {
          throw new DeviceException(FaultCode.PROTOCOL, "an accepted job without job-uri");
        }
        return watch(uri);
      }
      switch (answer.getCode()) {
        case IppMessages.BUSY, IppMessages.NOT_ACCEPTING -> {
          Outcome<Printed> over = waitWhileBusy();
          if (over != null) {
            return over;
          }
        }
        case IppMessages.FORMAT_NOT_SUPPORTED -> {
          return new Outcome.Refused<>(Refusal.UNSUPPORTED);
        }
        default -> {
          // An error status means that there is no job, whatever was sent.
          String status = Integer.toHexString(answer.getCode());
          return failed(FaultCode.PROTOCOL, "Print-Job: status " + status);
        }
      }
    }
  }

  private @Nullable Refusal look() throws IOException {
    IppMessages.PrinterReport report = line.printer();
    turn.report(report.reasons().health(report.state()));
    return report.reasons().refusal();
  }

  /** The document went out and no answer came: the printer may have it, and knows its name. */
  private Outcome<Printed> lostOnTheWay(DeviceFault fault) {
    switch (fault.code()) {
      case UNPLUGGED, // not even a connection: nothing was sent
          PORT_BUSY, // HTTP 401 and 403: nobody looked at it
          BUSY, // HTTP 503
          PROTOCOL -> { // HTTP 404 and the like: nobody who prints
        return new Outcome.Failed<>(fault);
      }
      default -> log.info("job {} is looked up: {}", id, fault);
    }
    try {
      IppMessages.JobReport found = line.find(id);
      if (found != null && found.uri() != null) {
        return watch(found.uri());
      }
    } catch (IOException e) {
      log.info("job {} cannot be looked up: {}", id, e.toString());
    }
    line.close(); // the lane's next probe finds it closed and connects anew
    return new Outcome.Uncertain<>(fault);
  }

  /** Null to try again. The busy answer means that there is no job, so the end here is known. */
  private @Nullable Outcome<Printed> waitWhileBusy() {
    try {
      turn.pause(timings.busyRetry());
      // A try that the limit would cut off in the middle would leave its job uncertain.
      return turn.remaining().compareTo(timings.answer()) > 0
          ? null
          : failed(FaultCode.BUSY, "the printer was busy until the limit ended");
    } catch (TurnOver over) {
      return over.cancelled()
          ? new Outcome.Cancelled<>()
          : failed(FaultCode.BUSY, "the printer was busy until the limit ended");
    }
  }

  private Outcome<Printed> watch(URI uri) throws IOException {
    @Nullable Health health = null;
    try {
      while (true) {
        IppMessages.JobReport report = line.job(uri);
        if (report.ended()) {
          return ended(report, false);
        }
        printing |= report.state() == PROCESSING;
        IppMessages.PrinterReport printer = line.printer();
        health = printer.reasons().health(printer.state());
        turn.report(health);
        turn.pause(timings.poll());
      }
    } catch (TurnOver over) {
      DeviceFault cause = health == null ? null : health.fault();
      return stop(uri, over.cancelled(), cause != null ? cause : late());
    }
  }

  private static DeviceFault late() {
    return new DeviceFault(FaultCode.NO_ANSWER, "the job was not completed within the limit");
  }

  /** Cancels the accepted job and finds out whether that was in time. */
  private Outcome<Printed> stop(URI uri, boolean wished, DeviceFault cause) throws IOException {
    boolean taken = line.cancel(uri);
    log.info("job {} is cancelled: {}", id, taken ? "accepted" : "refused");
    long end = System.nanoTime() + timings.answer().toNanos();
    IppMessages.JobReport report = line.job(uri);
    while (!report.ended() && System.nanoTime() < end) {
      if (!settle()) {
        break;
      }
      report = line.job(uri);
    }
    if (!report.ended()) {
      return new Outcome.Uncertain<>(cause);
    }
    Outcome<Printed> outcome = ended(report, wished);
    return outcome instanceof Outcome.Failed<Printed> ? new Outcome.Failed<>(cause) : outcome;
  }

  /** The turn is over, so its pause cannot be used: a short wait of our own. */
  private boolean settle() {
    try {
      return !new java.util.concurrent.CountDownLatch(1)
          .await(timings.poll().toNanos() / 4, java.util.concurrent.TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Outcome<Printed> ended(IppMessages.JobReport report, boolean wished) {
    if (report.state() == COMPLETED) {
      return new Outcome.Done<>(new Printed(report.sheets() > 0 ? report.sheets() : job.pages()));
    }
    var fault =
        new DeviceFault(
            FaultCode.JOB_ABORTED,
            "job-state "
                + report.state()
                + ", "
                + report.reasons()
                + ", sheets "
                + report.sheets());
    // A printer that does not count may have put a sheet out before it heard of the end.
    boolean uncounted = report.sheets() < 0 && (report.state() == ABORTED || printing);
    if (report.sheets() > 0 || uncounted) {
      return new Outcome.Uncertain<>(fault);
    }
    return wished && report.state() == CANCELED
        ? new Outcome.Cancelled<>()
        : new Outcome.Failed<>(fault);
  }

  private static Outcome<Printed> failed(FaultCode code, String detail) {
    return new Outcome.Failed<>(new DeviceFault(code, detail));
  }
}
