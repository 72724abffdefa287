package io.yichuang.device.page;

import com.hp.jipp.encoding.IppPacket;
import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import io.yichuang.device.JobId;
import io.yichuang.device.http.HttpWire;
import io.yichuang.device.lane.Turn;
import io.yichuang.device.lane.TurnOver;
import io.yichuang.device.trace.FlightRecorder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** IPP requests to one printer over HTTP. */
final class IppLine implements AutoCloseable {
  /** Answers are lists of attributes; a long Get-Jobs stays far below. */
  private static final int MAX_ANSWER = 1024 * 1024;

  /** Statuses below are successes (RFC 8011, appendix B). */
  private static final int FIRST_ERROR = 0x0100;

  private final URI http;
  private final IppMessages messages;
  private final PageTimings timings;
  private final HttpWire wire;

  IppLine(URI http, URI printer, PageTimings timings, FlightRecorder recorder) {
    this.http = http;
    this.messages = new IppMessages(printer);
    this.timings = timings;
    this.wire = new HttpWire(timings.answer(), recorder);
  }

  IppMessages.PrinterReport printer() throws IOException {
    IppPacket packet = ask(messages.printerAttributes());
    if (packet.getCode() == IppMessages.BUSY) {
      throw new DeviceException(FaultCode.BUSY, "the printer is too busy to say how it is");
    }
    return IppMessages.printer(good(packet, "Get-Printer-Attributes"));
  }

  /** Sends the document; the answer may be an error status. */
  IppPacket print(JobId id, byte[] pdf, Turn turn) throws IOException, TurnOver {
    HttpRequest request =
        request(
            BodyPublishers.concat(
                BodyPublishers.ofByteArray(messages.printJob(id)),
                BodyPublishers.ofByteArray(pdf)));
    return packet(wire.exchange(request, MAX_ANSWER, turn.remaining().plusMillis(1), turn));
  }

  IppMessages.JobReport job(URI job) throws IOException {
    return IppMessages.job(good(ask(messages.jobAttributes(job)), "Get-Job-Attributes"));
  }

  /** Whether the printer took the wish; how the job ends is another question. */
  boolean cancel(URI job) throws IOException {
    return ask(messages.cancelJob(job)).getCode() < FIRST_ERROR;
  }

  /** The job of that name, among those that wait and those that have ended; null if unknown. */
  IppMessages.@Nullable JobReport find(JobId id) throws IOException {
    for (boolean completed : List.of(false, true)) {
      IppPacket answer = ask(messages.jobs(completed));
      var found = answer.getCode() < FIRST_ERROR ? IppMessages.job(answer, id) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Many printers do not know this; then it does nothing. */
  void resume() throws IOException {
    ask(messages.resume());
  }

  private IppPacket ask(byte[] message) throws IOException {
    HttpRequest request = request(BodyPublishers.ofByteArray(message));
    return packet(wire.exchange(request, MAX_ANSWER, timings.answer()));
  }

  private HttpRequest request(HttpRequest.BodyPublisher body) {
    return HttpRequest.newBuilder(http)
        .header("Content-Type", "application/ipp")
        .header("Accept", "application/ipp")
        .POST(body)
        .build();
  }

  private static IppPacket packet(HttpResponse<byte[]> response) throws DeviceException {
    return switch (response.statusCode()) {
      case 200 -> IppMessages.packet(response.body());
      case 401, 403 ->
          throw new DeviceException(
              FaultCode.PORT_BUSY, "access is denied: HTTP " + response.statusCode());
      case 503 -> throw new DeviceException(FaultCode.BUSY, "the printer is busy: HTTP 503");
      default -> {
        // Who sent nonsense is told 4xx, and nothing was done; a 5xx may come from the middle of
        // it.
        boolean refused = response.statusCode() / 100 == 4;
        throw new DeviceException(
            refused ? FaultCode.PROTOCOL : FaultCode.MALFORMED,
            "no IPP printer: HTTP " + response.statusCode());
      }
    };
  }

  private static IppPacket good(IppPacket packet, String what) throws DeviceException {
    if (packet.getCode() >= FIRST_ERROR) {
      throw new DeviceException(
          FaultCode.PROTOCOL, what + ": status " + Integer.toHexString(packet.getCode()));
    }
    return packet;
  }

  static boolean success(IppPacket packet) {
    return packet.getCode() < FIRST_ERROR;
  }

  @Override
  public void close() {
    wire.close();
  }
}
