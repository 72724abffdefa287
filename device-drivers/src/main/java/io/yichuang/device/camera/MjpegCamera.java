package io.yichuang.device.camera;

import io.yichuang.device.DeviceException;
import io.yichuang.device.DeviceId;
import io.yichuang.device.FaultCode;
import io.yichuang.device.FrameSource;
import io.yichuang.device.http.HttpWire;
import io.yichuang.device.http.StreamBody;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.lane.Turn;
import io.yichuang.device.lane.TurnOver;
import io.yichuang.device.link.Address;
import io.yichuang.device.trace.FlightRecorder;
import io.yichuang.device.trace.Mask;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cameras that send {@code multipart/x-mixed-replace} with JPEG parts over HTTP. */
public final class MjpegCamera {
  /** A frame of 20 megapixels at the best quality stays below. */
  static final int MAX_FRAME = 16 * 1024 * 1024;

  private static final int DEFAULT_PORT = 80;

  private MjpegCamera() {}

  /**
   * Starts the driver; the camera itself is on only while somebody watches.
   *
   * @param address {@code mjpeg+http://HOST:PORT/PATH}
   */
  public static FrameSource start(
      DeviceId id, Address address, CameraTimings timings, LaneClock clock) {
    return start(id, address, timings, clock, MAX_FRAME);
  }

  /**
   * @param most bytes a frame; what is longer is no frame
   */
  static FrameSource start(
      DeviceId id, Address address, CameraTimings timings, LaneClock clock, int most) {
    address.allow(Set.of());
    URI uri = address.uri("http", DEFAULT_PORT);
    var recorder = new FlightRecorder(Mask.ALL, clock.wall()); // bodies are people's faces
    return Camera.start(
        id, () -> new HttpFeed(uri, timings, recorder, most), timings, clock, recorder);
  }

  private record HttpFeed(URI uri, CameraTimings timings, HttpWire http, int most) implements Feed {
    HttpFeed(URI uri, CameraTimings timings, FlightRecorder recorder, int most) {
      this(uri, timings, new HttpWire(timings.answer(), recorder), most);
    }

    /** A connect alone: asking for the stream would switch the camera on. */
    @Override
    public void probe() throws DeviceException {
      try (var socket = new Socket()) {
        var place = new InetSocketAddress(uri.getHost(), uri.getPort());
        socket.connect(place, (int) Math.max(1, timings.answer().toMillis()));
      } catch (IOException e) {
        throw new DeviceException(
            FaultCode.UNPLUGGED, "no answer at " + uri.getHost() + ":" + uri.getPort());
      }
    }

    @Override
    public boolean live() {
      return true;
    }

    @Override
    public Stream open(Turn turn) throws DeviceException, TurnOver {
      HttpResponse<StreamBody> response =
          http.stream(HttpRequest.newBuilder(uri).GET().build(), timings.answer(), turn);
      String type = response.headers().firstValue("Content-Type").orElse("");
      String boundary = boundary(type);
      if (response.statusCode() != 200 || boundary == null) {
        response.body().close();
        throw refused(response.statusCode(), type);
      }
      return new Parts(response.body(), new MultipartParser(boundary, most));
    }

    private static DeviceException refused(int status, String type) {
      return switch (status) {
        case 401, 403 -> new DeviceException(FaultCode.PORT_BUSY, "access is denied: " + status);
        case 503 -> new DeviceException(FaultCode.BUSY, "the camera is busy");
        default ->
            new DeviceException(FaultCode.PROTOCOL, "no MJPEG stream: " + status + " " + type);
      };
    }

    @Override
    public void close() {
      http.close();
    }
  }

  private static final Pattern BOUNDARY =
      Pattern.compile(
          "multipart/[^;]+;.*?boundary=(?:\"([^\"]+)\"|([^;\\s]+)).*", //
          Pattern.CASE_INSENSITIVE);

  static @Nullable String boundary(String contentType) {
    Matcher matcher = BOUNDARY.matcher(contentType);
    if (!matcher.matches()) {
      return null;
    }
    String found = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    return found == null || found.replace("-", "").isEmpty() ? null : found;
  }

  private static final class Parts implements Feed.Stream {
    private final StreamBody body;
    private final MultipartParser parser;
    private final ArrayDeque<byte[]> ready = new ArrayDeque<>();
    private int corruptions;

    Parts(StreamBody body, MultipartParser parser) {
      this.body = body;
      this.parser = parser;
    }

    @Override
    public byte @Nullable [] next(Duration timeout) throws DeviceException {
      long end = System.nanoTime() + timeout.toNanos();
      while (ready.isEmpty()) {
        Duration left = Duration.ofNanos(end - System.nanoTime());
        byte[] bytes = left.isNegative() ? null : body.read(left);
        if (bytes == null) {
          return null;
        }
        for (MultipartParser.Event event : parser.take(bytes, 0, bytes.length)) {
          switch (event) {
            case MultipartParser.Event.Part(byte[] part) -> ready.add(part);
            case MultipartParser.Event.Corrupt(String why) -> corruptions++;
          }
        }
      }
      return ready.poll();
    }

    @Override
    public int corruptions() {
      return corruptions;
    }

    @Override
    public void close() {
      body.close();
    }
  }
}
