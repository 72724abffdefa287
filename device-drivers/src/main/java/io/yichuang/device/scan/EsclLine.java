package io.yichuang.device.scan;

import io.yichuang.device.DeviceException;
import io.yichuang.device.DocumentScanner.ScanJob;
import io.yichuang.device.FaultCode;
import io.yichuang.device.http.HttpWire;
import io.yichuang.device.lane.Turn;
import io.yichuang.device.lane.TurnOver;
import io.yichuang.device.trace.FlightRecorder;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The HTTP requests of eSCL to one scanner. */
final class EsclLine implements AutoCloseable {
  /** Capabilities of real devices have up to 30 KB. */
  private static final int MAX_XML = 1024 * 1024;

  /** An A4 page at 600 dpi in colour as JPEG of the best quality stays below. */
  private static final int MAX_PAGE = 64 * 1024 * 1024;

  private final URI root;
  private final ScanTimings timings;
  private final HttpWire http;
  private EsclXml.Capabilities capabilities;

  private EsclLine(URI root, ScanTimings timings, HttpWire http, EsclXml.Capabilities found) {
    this.root = root;
    this.timings = timings;
    this.http = http;
    this.capabilities = found;
  }

  /** Connects: the capabilities are read once. */
  static EsclLine open(URI root, ScanTimings timings, FlightRecorder recorder)
      throws DeviceException {
    var http = new HttpWire(timings.answer(), recorder);
    try {
      return new EsclLine(root, timings, http, capabilities(root, timings, http));
    } catch (DeviceException | RuntimeException e) {
      http.close();
      throw e;
    }
  }

  private static EsclXml.Capabilities capabilities(URI root, ScanTimings timings, HttpWire http)
      throws DeviceException {
    HttpRequest request = HttpRequest.newBuilder(at(root, "ScannerCapabilities")).build();
    try {
      return EsclXml.capabilities(
          body(http.exchange(request, MAX_XML, timings.answer()), "capabilities"));
    } catch (EsclXml.BadXml e) {
      throw new DeviceException(FaultCode.MALFORMED, "capabilities: " + e.getMessage());
    }
  }

  EsclXml.Capabilities capabilities() {
    return capabilities;
  }

  void reload() throws DeviceException {
    capabilities = capabilities(root, timings, http);
  }

  EsclXml.Status status() throws DeviceException {
    HttpRequest request = HttpRequest.newBuilder(at(root, "ScannerStatus")).build();
    try {
      return EsclXml.status(body(http.exchange(request, MAX_XML, timings.answer()), "status"));
    } catch (EsclXml.BadXml e) {
      throw new DeviceException(FaultCode.MALFORMED, "status: " + e.getMessage());
    }
  }

  private static byte[] body(HttpResponse<byte[]> response, String what) throws DeviceException {
    if (response.statusCode() == 503) {
      throw new DeviceException(FaultCode.BUSY, what + ": 503");
    }
    if (response.statusCode() != 200) {
      throw new DeviceException(FaultCode.PROTOCOL, what + ": HTTP " + response.statusCode());
    }
    return response.body();
  }

  HttpResponse<byte[]> create(ScanJob job, EsclXml.InputCaps input, Turn turn)
      throws DeviceException, TurnOver {
    byte[] settings = EsclSettings.of(job, capabilities, input).getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(at(root, "ScanJobs"))
            .header("Content-Type", "text/xml")
            .POST(HttpRequest.BodyPublishers.ofByteArray(settings))
            .build();
    return http.exchange(request, MAX_XML, turn.atMost(timings.silence()), turn);
  }

  /** The job's own address; a path or absolute, and never on another host. */
  URI job(HttpResponse<byte[]> created) throws DeviceException {
    String location =
        created
            .headers()
            .firstValue("Location")
            .orElseThrow(() -> new DeviceException(FaultCode.PROTOCOL, "a job without Location"));
    try {
      // Some devices write an address that only they can resolve: the path is what counts.
      String path = URI.create(location.strip()).getRawPath();
      String absolute = path.startsWith("/") ? path : root.getRawPath() + "/" + path;
      return root.resolve(absolute.endsWith("/") ? absolute : absolute + "/");
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new DeviceException(FaultCode.PROTOCOL, "a job at no address");
    }
  }

  HttpResponse<byte[]> nextDocument(URI job, Turn turn) throws DeviceException, TurnOver {
    HttpRequest request = HttpRequest.newBuilder(job.resolve("NextDocument")).build();
    // A page that came twice on one connection was delivered twice: seen under load.
    try (HttpWire alone = http.alone()) {
      return alone.exchange(request, MAX_PAGE, turn.remaining().plusMillis(1), turn);
    }
  }

  /** Ends a job; the feeder lets go of its sheet. Whether there still was a job does not matter. */
  void delete(URI job) throws DeviceException {
    String path = job.toString();
    URI bare = URI.create(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    http.exchange(HttpRequest.newBuilder(bare).DELETE().build(), MAX_XML, timings.answer());
  }

  static boolean isJpeg(HttpResponse<byte[]> page) {
    byte[] body = page.body();
    String type = page.headers().firstValue("Content-Type").orElse("image/jpeg");
    return type.toLowerCase(Locale.ROOT).startsWith("image/jpeg")
        && body.length > 4
        && (body[0] & 0xFF) == 0xFF
        && (body[1] & 0xFF) == 0xD8
        && (body[body.length - 2] & 0xFF) == 0xFF
        && (body[body.length - 1] & 0xFF) == 0xD9;
  }

  private static URI at(URI root, String name) {
    return URI.create(root + "/" + name);
  }

  @Override
  public void close() {
    http.close();
  }
}
