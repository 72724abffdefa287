package io.yichuang.device.scan;

import io.yichuang.device.DeviceException;
import io.yichuang.device.DocumentScanner.PageSink;
import io.yichuang.device.DocumentScanner.ScanJob;
import io.yichuang.device.DocumentScanner.ScanSummary;
import io.yichuang.device.DocumentScanner.ScanSummary.End;
import io.yichuang.device.FaultCode;
import io.yichuang.device.Outcome;
import io.yichuang.device.Refusal;
import io.yichuang.device.lane.Turn;
import io.yichuang.device.lane.TurnOver;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One scan over eSCL, from the job's creation to the last page. */
final class EsclScan {
  private static final Logger log = LoggerFactory.getLogger(EsclScan.class);

  private final EsclLine line;
  private final ScanJob job;
  private final Turn turn;
  private final ScanTimings timings;
  private final Delivery delivery;
  private final AtomicReference<@Nullable URI> unfinished;

  EsclScan(
      EsclLine line,
      ScanJob job,
      PageSink sink,
      Turn turn,
      ScanTimings timings,
      AtomicReference<@Nullable URI> unfinished) {
    this.unfinished = unfinished;
    this.line = line;
    this.job = job;
    this.turn = turn;
    this.timings = timings;
    this.delivery = new Delivery(job, sink, turn);
  }

  Outcome<ScanSummary> run() throws DeviceException, TurnOver {
    EsclXml.InputCaps input = line.capabilities().of(job.source());
    String color = job.mode() == ScanJob.Mode.COLOUR ? "RGB24" : "Grayscale8";
    if (input == null
        || !input.allows(job.resolution())
        || !(input.colorModes().isEmpty() || input.colorModes().contains(color))) {
      return new Outcome.Refused<>(Refusal.UNSUPPORTED);
    }
    HttpResponse<byte[]> created = create(input);
    if (created.statusCode() != 201) {
      return notCreated(created.statusCode());
    }
    URI at = line.job(created);
    try {
      turn.begin(); // from here on a sheet may be under way
      return pages(at);
    } catch (TurnOver over) {
      return stopped(at, over);
    } catch (DeviceException e) {
      if (!delivery.started()) {
        letGo(at);
        throw e;
      }
      log.info("a scan was lost after a page: {}", e.fault());
      letGo(at);
      return delivery.done(End.LOST, false);
    }
  }

  private HttpResponse<byte[]> create(EsclXml.InputCaps input) throws DeviceException, TurnOver {
    for (int busy = 0; ; busy++) {
      HttpResponse<byte[]> created = line.create(job, input, turn);
      if (created.statusCode() != 503 || busy >= timings.busyRetries()) {
        return created;
      }
      turn.pause(timings.busyRetry());
    }
  }

  /** What stands in the way is in the scanner's status; the HTTP status alone is too coarse. */
  private Outcome<ScanSummary> notCreated(int http) throws DeviceException {
    Outcome<ScanSummary> feeder = feederTrouble(true);
    if (feeder != null) {
      return feeder;
    }
    return switch (http) {
      case 503 -> new Outcome.Refused<>(Refusal.OCCUPIED);
      case 409 ->
          new Outcome.Refused<>(
              job.source() == ScanJob.Source.PLATEN ? Refusal.OCCUPIED : Refusal.NO_MEDIUM);
      case 400 -> new Outcome.Refused<>(Refusal.UNSUPPORTED);
      default -> throw new DeviceException(FaultCode.HARDWARE, "no job: HTTP " + http);
    };
  }

  private Outcome<ScanSummary> pages(URI at) throws DeviceException, TurnOver {
    while (true) {
      turn.check();
      HttpResponse<byte[]> page = line.nextDocument(at, turn);
      switch (page.statusCode()) {
        case 200 -> {
          if (!EsclLine.isJpeg(page)) {
            throw new DeviceException(FaultCode.MALFORMED, "a page that is no whole JPEG");
          }
          if (!delivery.page(page.body())) {
            letGo(at);
            return delivery.done(End.CANCELLED, true);
          }
          if (job.source() == ScanJob.Source.PLATEN) {
            letGo(at);
            return delivery.done(End.EMPTY, true);
          }
        }
        case 503 -> turn.pause(timings.busyRetry()); // not ready yet; the limit ends it
        case 404, 409, 410 -> {
          Outcome<ScanSummary> trouble = feederTrouble(false);
          letGo(at);
          return trouble != null ? trouble : delivery.end(End.EMPTY, Refusal.NO_MEDIUM, true);
        }
        default -> {
          Outcome<ScanSummary> trouble = feederTrouble(false);
          if (trouble == null) {
            throw new DeviceException(
                FaultCode.HARDWARE, "the scanner fails: HTTP " + page.statusCode());
          }
          letGo(at);
          return trouble;
        }
      }
    }
  }

  /** "No more pages" is told by 404, 409 and 410 alike; only the feeder knows why. */
  private @Nullable Outcome<ScanSummary> feederTrouble(boolean before) throws DeviceException {
    if (job.source() == ScanJob.Source.PLATEN) {
      return null;
    }
    return switch (line.status().adfState()) {
      case "ScannerAdfJam", "ScannerAdfMispick" -> delivery.end(End.JAM, Refusal.JAMMED, false);
      case "ScannerAdfMultipickDetected" -> delivery.end(End.DOUBLE_FEED, Refusal.JAMMED, false);
      case "ScannerAdfDoorOpen", "ScannerAdfHatchOpen" ->
          delivery.end(End.COVER, Refusal.COVER_OPEN, before);
      case "ScannerAdfEmpty" -> before ? new Outcome.Refused<>(Refusal.NO_MEDIUM) : null;
      case "ScannerAdfLoaded" ->
          // Sheets lie there still, but the job has ended: by a button or by another client.
          !before && delivery.started() ? delivery.done(End.CANCELLED, true) : null;
      default -> null;
    };
  }

  private Outcome<ScanSummary> stopped(URI at, TurnOver over) throws TurnOver {
    boolean free = letGo(at);
    if (over.cancelled() && (delivery.started() || free)) {
      return delivery.started() ? delivery.done(End.CANCELLED, false) : new Outcome.Cancelled<>();
    }
    if (delivery.started()) {
      return delivery.done(End.LOST, false);
    }
    throw over;
  }

  private boolean letGo(URI at) {
    try {
      line.delete(at);
      return true;
    } catch (DeviceException e) {
      log.info("a scanner does not end its job: {}", e.fault());
      unfinished.set(at); // else it would hold the device busy after the reconnect
      return false;
    }
  }
}
