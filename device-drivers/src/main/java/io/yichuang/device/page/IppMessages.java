package io.yichuang.device.page;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.MutableAttributeGroup;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Types;
import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import io.yichuang.device.JobId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** IPP requests and answers as records (RFC 8010, 8011). */
final class IppMessages {
  static final int NOT_FOUND = 0x0406;
  static final int FORMAT_NOT_SUPPORTED = 0x040A;
  static final int NOT_ACCEPTING = 0x0506;
  static final int BUSY = 0x0507;

  private static final String USER = "kiosk";
  private static final int VERSION = 0x0200;

  /** RFC 8010, 3.5.1; an answer has no data behind it. */
  private static final int END_OF_ATTRIBUTES = 3;

  private final URI printer;

  /** Messages to one printer, as {@code ipp://HOST:PORT/PATH}. */
  IppMessages(URI printer) {
    this.printer = printer;
  }

  /**
   * A printer's state.
   *
   * @param state 3 idle, 4 processing, 5 stopped
   */
  record PrinterReport(int state, IppReasons reasons, boolean accepting) {}

  /**
   * A job's state.
   *
   * @param state 3 pending, 4 held, 5 processing, 6 stopped, 7 cancelled, 8 aborted, 9 completed
   * @param sheets that came out, or -1 where the printer does not count
   */
  record JobReport(@Nullable URI uri, int state, String reasons, int sheets) {
    boolean ended() {
      return state >= 7;
    }
  }

  byte[] printerAttributes() throws IOException {
    MutableAttributeGroup operation = operation();
    operation.put(
        Types.requestedAttributes,
        List.of("printer-state", "printer-state-reasons", "printer-is-accepting-jobs"));
    return bytes(Operation.getPrinterAttributes, operation, null);
  }

  byte[] printJob(JobId id) throws IOException {
    MutableAttributeGroup operation = operation();
    operation.put(Types.jobName, id.value());
    operation.put(Types.documentFormat, "application/pdf");
    operation.put(Types.ippAttributeFidelity, false);
    MutableAttributeGroup job = AttributeGroup.mutableGroupOf(Tag.jobAttributes);
    job.put(Types.copies, 1);
    job.put(Types.sides, "one-sided");
    return bytes(Operation.printJob, operation, job);
  }

  /** With the job's own URI: printers answer not-found to the printer's. */
  byte[] jobAttributes(URI job) throws IOException {
    MutableAttributeGroup operation = ofJob(job);
    operation.put(Types.requestedAttributes, JOB_ATTRIBUTES);
    return bytes(Operation.getJobAttributes, operation, null);
  }

  byte[] cancelJob(URI job) throws IOException {
    return bytes(Operation.cancelJob, ofJob(job), null);
  }

  byte[] jobs(boolean completed) throws IOException {
    MutableAttributeGroup operation = operation();
    operation.put(Types.requestedAttributes, JOB_ATTRIBUTES);
    operation.put(Types.whichJobs, completed ? "completed" : "not-completed");
    return bytes(Operation.getJobs, operation, null);
  }

  byte[] resume() throws IOException {
    return bytes(Operation.resumePrinter, operation(), null);
  }

  private static final List<String> JOB_ATTRIBUTES =
      List.of(
          "job-uri",
          "job-name",
          "job-state",
          "job-state-reasons",
          "job-media-sheets-completed",
          "job-impressions-completed");

  private MutableAttributeGroup operation() {
    MutableAttributeGroup operation = start();
    operation.put(Types.printerUri, printer);
    operation.put(Types.requestingUserName, USER);
    return operation;
  }

  private static MutableAttributeGroup ofJob(URI job) {
    MutableAttributeGroup operation = start();
    operation.put(Types.jobUri, job);
    operation.put(Types.requestingUserName, USER);
    return operation;
  }

  /** These two come first in every request. */
  private static MutableAttributeGroup start() {
    MutableAttributeGroup operation = AttributeGroup.mutableGroupOf(Tag.operationAttributes);
    operation.put(Types.attributesCharset, "utf-8");
    operation.put(Types.attributesNaturalLanguage, "en");
    return operation;
  }

  private static byte[] bytes(
      Operation code, MutableAttributeGroup operation, @Nullable MutableAttributeGroup job)
      throws IOException {
    var packet =
        job == null
            ? new IppPacket(VERSION, code.getCode(), 1, operation)
            : new IppPacket(VERSION, code.getCode(), 1, operation, job);
    var out = new ByteArrayOutputStream();
    try (var stream = new IppOutputStream(out)) {
      stream.write(packet);
    }
    return out.toByteArray();
  }

  /** Reads an answer; the codec throws many things at nonsense, all mean the same. */
  static IppPacket packet(byte[] body) throws DeviceException {
    if (body.length == 0 || body[body.length - 1] != END_OF_ATTRIBUTES) {
      // The codec takes an answer that was cut between two attributes for a whole one.
      throw new DeviceException(FaultCode.MALFORMED, "an IPP answer without its end");
    }
    try (var in = new IppInputStream(new ByteArrayInputStream(body))) {
      return in.readPacket();
    } catch (IOException | RuntimeException e) {
      throw new DeviceException(
          FaultCode.MALFORMED, "an answer that is no IPP: " + e.getClass().getSimpleName());
    }
  }

  static PrinterReport printer(IppPacket packet) throws DeviceException {
    try {
      PrinterState state = packet.getValue(Tag.printerAttributes, Types.printerState);
      if (state == null) {
        throw new DeviceException(FaultCode.PROTOCOL, "a printer without printer-state");
      }
      List<String> reasons = packet.getStrings(Tag.printerAttributes, Types.printerStateReasons);
      Boolean accepting = packet.getValue(Tag.printerAttributes, Types.printerIsAcceptingJobs);
      return new PrinterReport(
          state.getCode(), new IppReasons(reasons), accepting == null || accepting);
    } catch (RuntimeException e) {
      throw wrongTypes(e);
    }
  }

  static JobReport job(IppPacket packet) throws DeviceException {
    AttributeGroup group = packet.get(Tag.jobAttributes);
    if (group == null) {
      throw new DeviceException(FaultCode.PROTOCOL, "an answer without a job");
    }
    return job(group);
  }

  /** The job of that name in an answer to Get-Jobs; null if there is none. */
  static @Nullable JobReport job(IppPacket packet, JobId id) throws DeviceException {
    for (AttributeGroup group : packet.getAttributeGroups()) {
      if (group.getTag().equals(Tag.jobAttributes)
          && id.value().equals(group.getString(Types.jobName))) {
        return job(group);
      }
    }
    return null;
  }

  private static JobReport job(AttributeGroup group) throws DeviceException {
    try {
      JobState state = group.getValue(Types.jobState);
      if (state == null) {
        throw new DeviceException(FaultCode.PROTOCOL, "a job without job-state");
      }
      Integer sheets = group.getValue(Types.jobMediaSheetsCompleted);
      Integer impressions = group.getValue(Types.jobImpressionsCompleted);
      int counted = sheets != null ? sheets : impressions != null ? impressions : -1;
      return new JobReport(
          group.getValue(Types.jobUri),
          state.getCode(),
          String.join(",", group.getStrings(Types.jobStateReasons)),
          counted);
    } catch (RuntimeException e) {
      throw wrongTypes(e);
    }
  }

  private static DeviceException wrongTypes(RuntimeException e) {
    return new DeviceException(
        FaultCode.MALFORMED, "IPP attributes of wrong types: " + e.getClass().getSimpleName());
  }
}
