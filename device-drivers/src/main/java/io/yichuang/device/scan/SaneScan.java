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
import io.yichuang.device.link.ByteLink;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One scan over the SANE wire, from the options to the last sheet. */
final class SaneScan {
  private static final Logger log = LoggerFactory.getLogger(SaneScan.class);

  /** What is set of the scan area, in this order, in millimetres: A4, as far as the device goes. */
  private static final List<Edge> AREA =
      List.of(
          new Edge("page-width", 210),
          new Edge("page-height", 297),
          new Edge("tl-x", 0),
          new Edge("tl-y", 0),
          new Edge("br-x", 210),
          new Edge("br-y", 297));

  private record Edge(String option, int millimetres) {}

  private static final int UNIT_MM = 3;

  private final SaneLine line;
  private final ScanJob job;
  private final Turn turn;
  private final ScanTimings timings;
  private final Delivery delivery;
  private final RawPicture picture = new RawPicture();

  SaneScan(SaneLine line, ScanJob job, PageSink sink, Turn turn, ScanTimings timings) {
    this.line = line;
    this.job = job;
    this.turn = turn;
    this.timings = timings;
    this.delivery = new Delivery(job, sink, turn);
  }

  Outcome<ScanSummary> run() throws DeviceException, TurnOver {
    if (!set()) {
      return new Outcome.Refused<>(Refusal.UNSUPPORTED);
    }
    try {
      return sheets();
    } catch (TurnOver over) {
      return stopped(over);
    } catch (DeviceException e) {
      if (!delivery.started()) {
        throw e;
      }
      log.info("a scan was lost after a page: {}", e.fault());
      line.close(); // the lane's next probe finds it closed and connects anew
      return delivery.done(End.LOST, false);
    } finally {
      picture.wipe();
    }
  }

  private Outcome<ScanSummary> sheets() throws DeviceException, TurnOver {
    int busy = 0;
    while (true) {
      turn.check();
      SaneReply.Started started = line.start(turn);
      if (started.status() == SaneReply.Status.DEVICE_BUSY && busy++ < timings.busyRetries()) {
        turn.pause(timings.busyRetry());
        continue;
      }
      if (started.status() != SaneReply.Status.GOOD) {
        return ended(started.status(), true);
      }
      turn.begin(); // from here on a sheet is under way
      int status = picture(started);
      if (status != SaneReply.Status.EOF) {
        return ended(status, false);
      }
      boolean more = delivery.page(picture.jpeg(line.parameters(), job.resolution()));
      if (!more) {
        letGo();
        return delivery.done(End.CANCELLED, true);
      }
      if (job.source() == ScanJob.Source.PLATEN) { // it would scan the same page for ever
        letGo();
        return delivery.done(End.EMPTY, true);
      }
    }
  }

  /** Reads one picture and returns the status byte that ended it. */
  private int picture(SaneReply.Started started) throws DeviceException, TurnOver {
    if (!started.resource().isEmpty() || started.port() < 1 || started.port() > 65_535) {
      throw new DeviceException(FaultCode.PROTOCOL, "no usable data port: " + started.port());
    }
    var records = new SaneRecords();
    byte[] chunk = new byte[64 * 1024];
    try (ByteLink data = line.data(started.port())) {
      picture.begin(line.parameters());
      long heard = System.nanoTime();
      while (true) {
        turn.check();
        int count = data.read(chunk, turn.atMost(timings.slice()));
        if (count == 0) {
          if (System.nanoTime() - heard > timings.silence().toNanos()) {
            throw new DeviceException(
                FaultCode.NO_ANSWER, "no picture byte for " + timings.silence());
          }
          continue;
        }
        heard = System.nanoTime();
        switch (records.take(chunk, count, picture::add)) {
          case SaneRecords.Progress.More() -> {
            if (picture.endless()) {
              throw new DeviceException(FaultCode.MALFORMED, "a picture without end");
            }
          }
          case SaneRecords.Progress.Ended(int status) -> {
            return status;
          }
          case SaneRecords.Progress.Corrupt(String why) ->
              throw new DeviceException(FaultCode.MALFORMED, "not SANE: " + why);
        }
      }
    }
  }

  /** The device ended the job, before a sheet or in the middle of one. */
  private Outcome<ScanSummary> ended(int status, boolean before) throws DeviceException {
    boolean free = letGo();
    return switch (status) {
      case SaneReply.Status.NO_DOCS -> delivery.end(End.EMPTY, Refusal.NO_MEDIUM, before);
      // A jam at the start of a sheet is a sheet half way in.
      case SaneReply.Status.JAMMED -> delivery.end(End.JAM, Refusal.JAMMED, false);
      case SaneReply.Status.COVER_OPEN -> delivery.end(End.COVER, Refusal.COVER_OPEN, before);
      case SaneReply.Status.DEVICE_BUSY -> delivery.end(End.LOST, Refusal.OCCUPIED, before);
      case SaneReply.Status.CANCELLED -> // by a button of the device
          delivery.started() || !free
              ? delivery.done(End.CANCELLED, before)
              : new Outcome.Cancelled<>();
      case SaneReply.Status.UNSUPPORTED, SaneReply.Status.INVAL ->
          delivery.end(End.LOST, Refusal.UNSUPPORTED, before);
      default ->
          throw new DeviceException(FaultCode.HARDWARE, "the scanner fails: status " + status);
    };
  }

  /** Cancelled, or the limit ended: the device lets go of the sheet it holds. */
  private Outcome<ScanSummary> stopped(TurnOver over) throws TurnOver {
    boolean free = letGo();
    if (over.cancelled() && (delivery.started() || free)) {
      return delivery.started() ? delivery.done(End.CANCELLED, false) : new Outcome.Cancelled<>();
    }
    if (delivery.started()) {
      return delivery.done(End.LOST, false);
    }
    throw over;
  }

  /** Ends the batch; where even that fails, the connection is given up. */
  private boolean letGo() {
    try {
      line.cancel();
      return true;
    } catch (DeviceException e) {
      log.info("a scanner does not let go: {}", e.fault());
      line.close(); // the lane's next probe finds it closed and connects anew
      return false;
    }
  }

  /** Sets the job's wishes; false where the device cannot do them. */
  private boolean set() throws DeviceException {
    return choose("source", SaneChoice.source(values("source"), job.source()))
        && choose("mode", SaneChoice.mode(values("mode"), job.mode()))
        && depth()
        && resolution()
        && area();
  }

  private List<String> values(String name) {
    SaneOption option = SaneChoice.named(line.options(), name);
    return option == null ? List.of() : option.strings();
  }

  /** A device without the option has only one way, which is the right one but for duplex. */
  private boolean choose(String name, @Nullable String value) throws DeviceException {
    SaneOption option = SaneChoice.named(line.options(), name);
    if (option == null) {
      return !(name.equals("source") && job.source() == ScanJob.Source.FEEDER_DUPLEX);
    }
    return value != null && good(line.set(option, value));
  }

  private boolean depth() throws DeviceException {
    SaneOption option = SaneChoice.named(line.options(), "depth");
    return option == null || !option.allows(8) || good(line.set(option, option.word(8)));
  }

  private boolean resolution() throws DeviceException {
    SaneOption both = SaneChoice.named(line.options(), "resolution");
    if (both == null) {
      return false;
    }
    return both.allows(job.resolution())
        && good(
            both.type() == SaneOption.STRING
                ? line.set(both, Integer.toString(job.resolution()))
                : line.set(both, both.word(job.resolution())));
  }

  private boolean area() throws DeviceException {
    for (Edge edge : AREA) {
      SaneOption option = SaneChoice.named(line.options(), edge.option());
      if (option != null
          && option.unit() == UNIT_MM
          && option.limits() instanceof SaneOption.Limits.Range(int min, int max, int step)) {
        int word = Math.clamp(option.word(edge.millimetres()), min, max);
        if (!good(line.set(option, word))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean good(int status) throws DeviceException {
    return switch (status) {
      case SaneReply.Status.GOOD -> true;
      case SaneReply.Status.INVAL, SaneReply.Status.UNSUPPORTED -> false;
      default ->
          throw new DeviceException(FaultCode.HARDWARE, "an option was not set: status " + status);
    };
  }
}
