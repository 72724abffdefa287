package io.yichuang.simulator.page;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.KeyValues;
import com.hp.jipp.encoding.KeywordOrName;
import com.hp.jipp.model.MediaCol;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Types;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kotlin.ranges.IntRange;
import org.jspecify.annotations.Nullable;

/** What the printer says about itself and its jobs (RFC 8011, PWG 5100.12 and 5100.13 names). */
final class PrinterAttributes {
  private static final String A4 = "iso_a4_210x297mm";

  /** A4 in 1/100 mm. */
  private static final int A4_WIDTH = 21_000;

  private static final int A4_HEIGHT = 29_700;

  private static final int TRAY_CAPACITY = 250;

  private PrinterAttributes() {}

  static List<Attribute<?>> printer(PrintEngine engine, URI uri, int upSeconds, boolean tonerLow) {
    List<PrintJob> open = engine.jobs().stream().filter(job -> !job.ended()).toList();
    PrinterState state =
        engine.stopped()
            ? PrinterState.stopped
            : open.isEmpty() ? PrinterState.idle : PrinterState.processing;
    List<Attribute<?>> all = new ArrayList<>();
    all.add(Types.charsetConfigured.of("utf-8"));
    all.add(Types.charsetSupported.of("utf-8"));
    all.add(Types.compressionSupported.of("none"));
    all.add(Types.documentFormatDefault.of("application/pdf"));
    all.add(Types.documentFormatSupported.of("application/pdf", "application/octet-stream"));
    all.add(Types.generatedNaturalLanguageSupported.of("en"));
    all.add(Types.naturalLanguageConfigured.of("en"));
    all.add(Types.ippVersionsSupported.of("1.1", "2.0"));
    all.add(
        Types.operationsSupported.of(
            Operation.printJob,
            Operation.validateJob,
            Operation.createJob,
            Operation.sendDocument,
            Operation.cancelJob,
            Operation.getJobAttributes,
            Operation.getJobs,
            Operation.getPrinterAttributes));
    all.add(Types.printerInfo.of("Yichuang simulated page printer"));
    all.add(Types.printerName.of("page-printer"));
    all.add(Types.printerLocation.of("bench"));
    all.add(Types.printerMakeAndModel.of("Yichuang Simulated A4"));
    all.add(Types.printerMoreInfo.of(URI.create("http://" + uri.getAuthority() + "/")));
    all.add(Types.printerUriSupported.of(uri));
    all.add(Types.uriAuthenticationSupported.of("none"));
    all.add(Types.uriSecuritySupported.of("none"));
    all.add(Types.printerIsAcceptingJobs.of(true));
    all.add(Types.printerState.of(state));
    all.add(Types.printerStateReasons.of(engine.reasons()));
    all.add(Types.printerUpTime.of(upSeconds));
    all.add(Types.queuedJobCount.of(open.size()));
    all.add(Types.pdlOverrideSupported.of("attempted"));
    all.add(Types.multipleDocumentJobsSupported.of(false));
    all.add(Types.colorSupported.of(false));
    all.add(Types.copiesDefault.of(1));
    all.add(Types.copiesSupported.of(new IntRange(1, IppFace.MAX_COPIES)));
    all.add(Types.sidesDefault.of("one-sided"));
    all.add(Types.sidesSupported.of("one-sided", "two-sided-long-edge"));
    all.add(Types.mediaDefault.of(new KeywordOrName(A4)));
    all.add(Types.mediaSupported.of(new KeywordOrName(A4)));
    if (engine.sheets() > 0) {
      all.add(Types.mediaReady.of(new KeywordOrName(A4)));
    }
    MediaCol media = new MediaCol();
    media.setMediaSize(new MediaCol.MediaSize(A4_WIDTH, A4_HEIGHT));
    all.add(Types.mediaColDefault.of(media));
    all.add(
        Types.printerInputTray.of(
            new KeyValues(
                "type", "sheetFeedAutoRemovableTray",
                "mediafeed", String.valueOf(A4_HEIGHT * 10),
                "mediaxfeed", String.valueOf(A4_WIDTH * 10),
                "maxcapacity", String.valueOf(TRAY_CAPACITY),
                "level", String.valueOf(engine.sheets()),
                "status", "0",
                "name", "tray-1")));
    all.add(
        Types.printerSupply.of(
            new KeyValues(
                "type", "toner",
                "class", "supplyThatIsConsumed",
                "unit", "percent",
                "maxcapacity", "100",
                "level", tonerLow ? "8" : "75",
                "colorantname", "black",
                "index", "1")));
    all.add(Types.printerSupplyDescription.of("Black toner"));
    return all;
  }

  static List<Attribute<?>> job(PrintJob job, URI printer, int upSeconds, Instant started) {
    List<Attribute<?>> all = new ArrayList<>();
    all.add(Types.jobId.of(job.id));
    all.add(Types.jobUri.of(uri(job, printer)));
    all.add(Types.jobPrinterUri.of(printer));
    all.add(Types.jobName.of(job.name));
    all.add(Types.jobOriginatingUserName.of(job.user));
    all.add(Types.jobState.of(job.state));
    all.add(Types.jobStateReasons.of(job.reason));
    all.add(Types.jobImpressions.of(job.impressions()));
    all.add(Types.jobImpressionsCompleted.of(job.impressionsDone));
    all.add(Types.jobMediaSheetsCompleted.of(job.sheetsDone));
    all.add(Types.jobPrinterUpTime.of(upSeconds));
    all.add(Types.timeAtCreation.of(IppFace.seconds(started, job.created)));
    all.add(
        job.processing == null
            ? Types.timeAtProcessing.noValue()
            : Types.timeAtProcessing.of(IppFace.seconds(started, job.processing)));
    all.add(
        job.completed == null
            ? Types.timeAtCompleted.noValue()
            : Types.timeAtCompleted.of(IppFace.seconds(started, job.completed)));
    return all;
  }

  static URI uri(PrintJob job, URI printer) {
    return URI.create(printer + "/jobs/" + job.id);
  }

  /**
   * The attributes a client asked for by name or by a group's name; all of them if it named none.
   */
  static List<Attribute<?>> chosen(List<Attribute<?>> all, @Nullable List<String> requested) {
    if (requested == null || requested.isEmpty() || requested.stream().anyMatch(GROUPS::contains)) {
      return all;
    }
    return all.stream().filter(attribute -> requested.contains(attribute.getName())).toList();
  }

  private static final List<String> GROUPS =
      List.of("all", "printer-description", "job-template", "job-description", "job-actuals");
}
