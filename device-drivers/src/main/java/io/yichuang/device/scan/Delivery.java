package io.yichuang.device.scan;

import io.yichuang.device.DocumentScanner.PageSink;
import io.yichuang.device.DocumentScanner.ScanJob;
import io.yichuang.device.DocumentScanner.ScanSummary;
import io.yichuang.device.DocumentScanner.ScannedPage;
import io.yichuang.device.Outcome;
import io.yichuang.device.Refusal;
import io.yichuang.device.lane.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Numbers the pages of one job, hands them to the sink and keeps the count for the summary. */
final class Delivery {
  private static final Logger log = LoggerFactory.getLogger(Delivery.class);

  private final ScanJob job;
  private final PageSink sink;
  private final Turn turn;
  private int pages;

  Delivery(ScanJob job, PageSink sink, Turn turn) {
    this.job = job;
    this.sink = sink;
    this.turn = turn;
  }

  /**
   * Hands the next side over and waits until it is taken; false when the sink wants no more. A sink
   * that fails wants no more either: what it had taken before is told, the job is let go, and the
   * fault is no device's.
   */
  boolean page(byte[] jpeg) {
    boolean duplex = job.source() == ScanJob.Source.FEEDER_DUPLEX;
    int sheet = duplex ? pages / 2 + 1 : pages + 1;
    int side = duplex ? pages % 2 + 1 : 1;
    turn.restartLimit();
    boolean more;
    try {
      more = sink.page(new ScannedPage(sheet, side, jpeg, job.resolution()));
    } catch (RuntimeException e) {
      // Its message may be personal.
      log.warn("whoever takes the pages failed with {}", e.getClass().getName());
      return false;
    }
    pages++;
    turn.restartLimit();
    return more;
  }

  boolean started() {
    return pages > 0;
  }

  /** The end of a job: refused while no page was delivered, else done so far. */
  Outcome<ScanSummary> end(ScanSummary.End end, Refusal withoutPages, boolean certain) {
    return started() ? done(end, certain) : new Outcome.Refused<>(withoutPages);
  }

  Outcome<ScanSummary> done(ScanSummary.End end, boolean certain) {
    boolean duplex = job.source() == ScanJob.Source.FEEDER_DUPLEX;
    int sheets = duplex ? (pages + 1) / 2 : pages;
    return new Outcome.Done<>(new ScanSummary(pages, sheets, end, certain));
  }
}
