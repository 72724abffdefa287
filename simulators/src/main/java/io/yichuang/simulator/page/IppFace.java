package io.yichuang.simulator.page;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.AttributeType;
import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import io.yichuang.simulator.bench.BenchRefusal;
import io.yichuang.simulator.fault.Faults;
import io.yichuang.simulator.http.HttpAnswer;
import io.yichuang.simulator.http.HttpRequest;
import io.yichuang.simulator.paper.Pdfs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The IPP face (RFC 8010 encoding by jipp, RFC 8011 meaning): one POST, one operation, one answer.
 */
final class IppFace {
  static final String PATH = "/ipp/print";
  static final int MAX_COPIES = 99;

  /** A job is taken and printed, and the connection is cut before the printer can say so. */
  static final String PRINTED_UNTOLD = "printed-untold";

  private static final int PRINT_JOB = 0x0002;
  private static final int END_OF_ATTRIBUTES = 3;

  private final PrintEngine engine;
  private final Faults faults;
  private final InstantSource clock;
  private final Instant started;

  IppFace(PrintEngine engine, Faults faults, InstantSource clock) {
    this.engine = engine;
    this.faults = faults;
    this.clock = clock;
    this.started = clock.instant();
  }

  /** An operation that ends with another status than ok. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Status status;

    Refused(Status status, String message) {
      super(message);
      this.status = status;
    }
  }

  HttpAnswer answer(HttpRequest request) throws IOException {
    if (!request.method().equals("POST")) {
      return HttpAnswer.text(405, "only POST");
    }
    if (!request.path().equals(PATH) && !request.path().startsWith(PATH + "/")) {
      return HttpAnswer.text(404, "try " + PATH);
    }
    if (!request.headers().getOrDefault("content-type", "").startsWith("application/ipp")) {
      return HttpAnswer.text(400, "not application/ipp");
    }
    IppPacket asked;
    byte[] document;
    try (IppInputStream in = new IppInputStream(new ByteArrayInputStream(request.body()))) {
      asked = in.readPacket();
      document = in.readAllBytes();
    } catch (IOException | RuntimeException e) {
      // jipp throws what it likes on broken packets; without a request id there is no IPP answer.
      return HttpAnswer.text(400, "no IPP packet");
    }
    int end = request.body().length - document.length - 1;
    if (end < 0 || request.body()[end] != END_OF_ATTRIBUTES) {
      // jipp takes a packet that was cut between two attributes for a whole one.
      return HttpAnswer.text(400, "no end of attributes");
    }
    String host = request.headers().getOrDefault("host", "127.0.0.1");
    IppPacket answer = operate(asked, document, URI.create("ipp://" + host + PATH));
    if (asked.getCode() == PRINT_JOB && faults.isSet(PRINTED_UNTOLD)) {
      throw new IOException("the answer is lost, as the fault wants it");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new IppOutputStream(out).write(answer);
    return HttpAnswer.of(200, "application/ipp", out.toByteArray());
  }

  private IppPacket operate(IppPacket asked, byte[] document, URI printer) {
    List<AttributeGroup> groups = new ArrayList<>();
    Status status = Status.successfulOk;
    String message = "";
    try {
      groups.addAll(groups(asked, document, printer));
    } catch (Refused e) {
      status = e.status;
      message = String.valueOf(e.getMessage());
    }
    List<Attribute<?>> operation =
        new ArrayList<>(
            List.of(Types.attributesCharset.of("utf-8"), Types.attributesNaturalLanguage.of("en")));
    if (!message.isEmpty()) {
      operation.add(Types.statusMessage.of(message));
    }
    groups.addFirst(AttributeGroup.groupOf(Tag.operationAttributes, operation));
    return new IppPacket(asked.getVersionNumber(), status.getCode(), asked.getRequestId(), groups);
  }

  private List<AttributeGroup> groups(IppPacket asked, byte[] document, URI printer)
      throws Refused {
    int major = asked.getVersionNumber() >> 8;
    if (major != 1 && major != 2) {
      throw new Refused(Status.serverErrorVersionNotSupported, "1.1 or 2.0");
    }
    AttributeGroup operation = asked.get(Tag.operationAttributes);
    if (operation == null
        || operation.size() < 2
        || operation.get(0) == null
        || !operation.get(0).getName().equals("attributes-charset")
        || !operation.get(1).getName().equals("attributes-natural-language")) {
      throw new Refused(Status.clientErrorBadRequest, "charset and language come first");
    }
    return switch (asked.getCode()) {
      case PRINT_JOB -> {
        PrintJob job = create(asked, document);
        yield List.of(described(job, printer, null));
      }
      case 0x0004 -> {
        checkTicket(asked);
        yield List.of();
      }
      case 0x0005 -> List.of(described(create(asked, null), printer, null));
      case 0x0006 -> {
        PrintJob job = job(asked);
        if (job.document != null || job.ended()) {
          throw new Refused(Status.serverErrorMultipleDocumentJobsNotSupported, "one document");
        }
        checkTicket(asked);
        engine.document(job, document, pages(document));
        yield List.of(described(job, printer, null));
      }
      case 0x0008 -> {
        if (!engine.cancel(job(asked))) {
          throw new Refused(Status.clientErrorNotPossible, "the job has ended");
        }
        yield List.of();
      }
      case 0x0009 -> List.of(described(job(asked), printer, requested(asked)));
      case 0x000A -> jobs(asked, printer);
      case 0x000B ->
          List.of(
              AttributeGroup.groupOf(
                  Tag.printerAttributes,
                  PrinterAttributes.chosen(
                      PrinterAttributes.printer(engine, printer, up(), faults.isSet("toner-low")),
                      requested(asked))));
      default ->
          throw new Refused(
              Status.serverErrorOperationNotSupported, "operation " + asked.getCode());
    };
  }

  private int up() {
    return seconds(started, clock.instant());
  }

  /** IPP counts time in seconds since the printer was switched on, from 1. */
  static int seconds(Instant from, Instant to) {
    return (int) Math.max(1, Duration.between(from, to).toSeconds() + 1);
  }

  private static <T> @Nullable T value(IppPacket asked, Tag group, AttributeType<T> type) {
    AttributeGroup found = asked.get(group);
    return found == null ? null : found.getValue(type);
  }

  private static @Nullable List<String> requested(IppPacket asked) {
    return asked.getStrings(Tag.operationAttributes, Types.requestedAttributes);
  }

  private void checkTicket(IppPacket asked) throws Refused {
    if (faults.isSet("busy")) {
      throw new Refused(Status.serverErrorBusy, "busy");
    }
    String compression = value(asked, Tag.operationAttributes, Types.compression);
    if (compression != null && !compression.equals("none")) {
      throw new Refused(Status.clientErrorCompressionNotSupported, compression);
    }
    String format = value(asked, Tag.operationAttributes, Types.documentFormat);
    if (format != null
        && !format.equals("application/pdf")
        && !format.equals("application/octet-stream")) {
      throw new Refused(Status.clientErrorDocumentFormatNotSupported, format);
    }
    Integer copies = value(asked, Tag.jobAttributes, Types.copies);
    if (copies != null && (copies < 1 || copies > MAX_COPIES)) {
      throw new Refused(Status.clientErrorAttributesOrValuesNotSupported, "copies");
    }
  }

  private PrintJob create(IppPacket asked, byte @Nullable [] document) throws Refused {
    checkTicket(asked);
    int pages = document == null ? 0 : pages(document);
    var name = value(asked, Tag.operationAttributes, Types.jobName);
    var user = value(asked, Tag.operationAttributes, Types.requestingUserName);
    Integer copies = value(asked, Tag.jobAttributes, Types.copies);
    String sides = value(asked, Tag.jobAttributes, Types.sides);
    PrintJob job =
        engine.create(
            name == null ? "untitled" : name.asString(),
            user == null ? "anonymous" : user.asString(),
            copies == null ? 1 : copies,
            sides != null && sides.startsWith("two-sided"));
    if (document != null) {
      engine.document(job, document, pages);
    }
    return job;
  }

  private static int pages(byte[] document) throws Refused {
    try {
      return Pdfs.require(document);
    } catch (BenchRefusal e) {
      throw new Refused(Status.clientErrorDocumentFormatError, String.valueOf(e.getMessage()));
    }
  }

  /** By job-uri, or by printer-uri and job-id. */
  private PrintJob job(IppPacket asked) throws Refused {
    URI uri = value(asked, Tag.operationAttributes, Types.jobUri);
    Integer id = value(asked, Tag.operationAttributes, Types.jobId);
    if (uri != null) {
      String path = String.valueOf(uri.getPath());
      String before = PATH + "/jobs/";
      id =
          path.startsWith(before) && path.substring(before.length()).matches("[0-9]{1,9}")
              ? Integer.valueOf(path.substring(before.length()))
              : Integer.valueOf(0);
    }
    PrintJob job = id == null ? null : engine.job(id);
    if (job == null) {
      throw new Refused(Status.clientErrorNotFound, "no such job");
    }
    return job;
  }

  private AttributeGroup described(PrintJob job, URI printer, @Nullable List<String> requested) {
    return engine.holding(() ->
        AttributeGroup.groupOf(
            Tag.jobAttributes,
            PrinterAttributes.chosen(
                PrinterAttributes.job(job, printer, up(), started), requested)));
  }

  private List<AttributeGroup> jobs(IppPacket asked, URI printer) {
    boolean ended = "completed".equals(value(asked, Tag.operationAttributes, Types.whichJobs));
    boolean all = "all".equals(value(asked, Tag.operationAttributes, Types.whichJobs));
    Integer limit = value(asked, Tag.operationAttributes, Types.limit);
    List<String> requested = requested(asked);
    List<String> names =
        requested == null || requested.isEmpty() ? List.of("job-id", "job-uri") : requested;
    List<PrintJob> jobs = engine.jobs();
    if (ended) {
      jobs = jobs.reversed();
    }
    return jobs.stream()
        .filter(job -> all || job.ended() == ended)
        .limit(limit == null || limit < 1 ? Integer.MAX_VALUE : limit)
        .map(job -> described(job, printer, names))
        .toList();
  }

  static String word(JobState state) {
    return state.getName();
  }
}
