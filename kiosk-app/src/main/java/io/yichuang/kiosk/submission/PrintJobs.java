package io.yichuang.kiosk.submission;

import io.yichuang.device.Call;
import io.yichuang.device.JobId;
import io.yichuang.device.Outcome;
import io.yichuang.device.PagePrinter;
import io.yichuang.device.Printed;
import io.yichuang.device.Receipt;
import io.yichuang.device.Refusal;
import io.yichuang.kiosk.devices.DeviceBoard;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Paper, with its fate on record: the intent is in the journal before the first byte, so that after
 * a crash nothing is printed twice unasked. Blocks.
 */
@Service
public class PrintJobs {
  /** A receipt takes some 3 s; a printer that is still busy then is in trouble. */
  private static final Duration RECEIPT = Duration.ofSeconds(20);

  /** A page takes up to 10 s, a cold fuser up to a minute. */
  private static final Duration PAGES = Duration.ofSeconds(90);

  private static final Logger log = LoggerFactory.getLogger(PrintJobs.class);

  private final DeviceBoard devices;
  private final JdbcClient jdbc;
  private final Clock clock;

  PrintJobs(DeviceBoard devices, JdbcClient jdbc, Clock clock) {
    this.devices = devices;
    this.jdbc = jdbc;
    this.clock = clock;
    // Whatever was on its way when the terminal stopped: nobody here knows whether it came out.
    int unknown =
        jdbc.sql("update print_job set state = 'uncertain' where state = 'intended'").update();
    if (unknown > 0) {
      log.warn("{} print jobs of unknown fate: their citizens will be asked", unknown);
    }
  }

  /**
   * The last print job of a submission, if nobody knows whether it came out.
   *
   * @param number the terminal's number of the submission
   */
  Optional<Job> uncertain(String number) {
    return last(number).filter(job -> job.state().equals("uncertain"));
  }

  /** A job id that no earlier attempt for this submission has. */
  String next(String number) {
    int attempt = last(number).map(job -> job.attempt(number)).orElse(0) + 1;
    return number + "." + attempt;
  }

  /** The citizen says that the paper is there. */
  void settle(String job) {
    jdbc.sql("update print_job set state = 'printed' where job_id = ? and state = 'uncertain'")
        .param(job)
        .update();
  }

  /** Whether no certificate of a submission came out here, nor may have. */
  boolean owed(String number) {
    return jdbc.sql(
                "select count(*) from print_job where substr(job_id, 1, ?) = ?"
                    + " and kind <> 'receipt' and state <> 'not-printed'")
            .params(number.length() + 1, number + ".")
            .query(Long.class)
            .single()
        == 0;
  }

  /** A paper on record. */
  record Job(String id, String state, String kind) {
    boolean receipt() {
      return kind.equals("receipt");
    }

    private int attempt(String number) {
      return Integer.parseInt(id.substring(number.length() + 1));
    }
  }

  private Optional<Job> last(String number) {
    return jdbc
        .sql("select job_id, state, kind from print_job where substr(job_id, 1, ?) = ?")
        .params(number.length() + 1, number + ".")
        .query((row, n) -> new Job(row.getString(1), row.getString(2), row.getString(3)))
        .list()
        .stream()
        .max(Comparator.comparingInt(job -> job.attempt(number)));
  }

  /** What a citizen has to know of a print. */
  public sealed interface Paper {
    /** It came out. */
    record Out() implements Paper {}

    /**
     * Nothing came out.
     *
     * @param text key of the words
     * @param code for the staff, empty if there is none
     */
    record None(String text, String code) implements Paper {}

    /**
     * It may have come out: please look at the tray.
     *
     * @param code for the staff
     */
    record Look(String code) implements Paper {}
  }

  public Paper receipt(Receipt receipt, String job) {
    return devices
        .receiptPrinter()
        .map(printer ->
            recorded(job, "receipt", id -> printer.print(receipt, id, Call.within(RECEIPT))))
        .orElseGet(() -> new Paper.None("submission.paper.no-printer", ""));
  }

  public Paper pages(byte[] pdf, int pages, String job) {
    return devices
        .pagePrinter()
        .map(printer ->
            recorded(
                job,
                "certificate",
                id -> printer.print(new PagePrinter.PageJob(pdf, pages), id, Call.within(PAGES))))
        .orElseGet(() -> new Paper.None("submission.paper.no-printer", ""));
  }

  private Paper recorded(String job, String kind, Function<JobId, Outcome<Printed>> print) {
    jdbc.sql(
            "insert into print_job (job_id, created_at, state, kind) values (?, ?, 'intended', ?)"
                + " on conflict (job_id) do update set state = 'intended'")
        .params(job, clock.millis(), kind)
        .update();
    Paper paper = paper(print.apply(new JobId(job)));
    String state =
        switch (paper) {
          case Paper.Out() -> "printed";
          case Paper.None(String text, String code) -> "not-printed";
          case Paper.Look(String code) -> "uncertain";
        };
    jdbc.sql("update print_job set state = ? where job_id = ?").params(state, job).update();
    return paper;
  }

  private static Paper paper(Outcome<Printed> outcome) {
    return switch (outcome) {
      case Outcome.Done<Printed> done -> new Paper.Out();
      case Outcome.Refused<Printed>(Refusal why) ->
          new Paper.None(
              switch (why) {
                case SUPPLY_OUT -> "submission.paper.out";
                case COVER_OPEN -> "submission.paper.cover";
                case JAMMED -> "submission.paper.jam";
                case NO_MEDIUM,
                    INVALID_MEDIUM,
                    UNREADABLE_MEDIUM,
                    UNSUPPORTED,
                    OCCUPIED,
                    STILL_PRESENT ->
                    "submission.paper.trouble";
              },
              "");
      case Outcome.Failed<Printed>(var fault) ->
          new Paper.None("submission.paper.trouble", fault.code().code());
      case Outcome.Uncertain<Printed>(var fault) -> new Paper.Look(fault.code().code());
      case Outcome.Cancelled<Printed>() -> new Paper.None("submission.paper.trouble", "");
    };
  }
}
