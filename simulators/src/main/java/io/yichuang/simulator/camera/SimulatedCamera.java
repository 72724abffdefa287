package io.yichuang.simulator.camera;

import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.bench.CameraBench;
import io.yichuang.simulator.http.FaultSet;
import io.yichuang.simulator.http.HttpAnswer;
import io.yichuang.simulator.http.HttpFarEnd;
import io.yichuang.simulator.http.HttpRequest;
import io.yichuang.simulator.http.Pace;
import io.yichuang.simulator.paper.Pictures;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A camera that streams MJPEG over HTTP, as network cameras and the local services of document
 * cameras do: {@code GET /stream} answers {@code multipart/x-mixed-replace}, each part a JPEG with
 * its length; {@code GET /snapshot} answers one JPEG.
 */
public final class SimulatedCamera implements CameraBench {
  /** Frames a second at real speed; the middle of what cheap cameras reach at their full size. */
  private static final int FRAMES_PER_SECOND = 12;

  /** Faster than this no camera gets, however fast the simulation: frames cost work. */
  private static final double MAX_SPEED = 2.5;

  private static final Duration INTERVAL = Duration.ofSeconds(1).dividedBy(FRAMES_PER_SECOND);

  /** The fault {@code slow}: a frame every 1.7 s. */
  private static final int SLOW_FACTOR = 20;

  /** The fault {@code lost} lets this many frames through first. */
  private static final int FRAMES_BEFORE_LOSS = 3;

  private static final String BOUNDARY = "yichuangframe";

  /** How long the sensor's own side may be; a picture that is shown is scaled down to it. */
  private final int maxSide;

  private final String id;
  private final BufferedImage nothing;
  private final long seed;
  private final Pace pace;
  private final FaultSet faults =
      new FaultSet(
          "frozen", "black", "blurred", "garbage", "truncated", "no-answer", "slow", "lost");
  private final HttpFarEnd wire;
  private final AtomicLong streams = new AtomicLong();
  private volatile boolean closed;
  private volatile BufferedImage scene;
  private volatile byte @Nullable [] last;

  private SimulatedCamera(SimulatorOptions options, String id, int maxSide, BufferedImage nothing) {
    this.id = id;
    this.maxSide = maxSide;
    this.nothing = nothing;
    this.scene = nothing;
    this.seed = options.seed();
    this.pace = new Pace(Math.min(options.speed(), MAX_SPEED));
    this.wire =
        new HttpFarEnd(
            id,
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            this::answer,
            faults,
            pace,
            seed);
  }

  /** Looks down on a dark mat of a little more than A4, 1600 x 1200. */
  public static SimulatedCamera documentCamera(SimulatorOptions options) {
    return new SimulatedCamera(
        options, "document-camera", 2600, Scenes.mat(1600, 1200, options.seed()));
  }

  /** Looks at whoever stands before the terminal, 640 x 480. */
  public static SimulatedCamera faceCamera(SimulatorOptions options) {
    return new SimulatedCamera(options, "face-camera", 1280, Scenes.room(640, 480));
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String address() {
    return "mjpeg+http://%s:%d/stream"
        .formatted(wire.address().getAddress().getHostAddress(), wire.address().getPort());
  }

  @Override
  public void show(byte[] image) {
    scene = fitted(Pictures.require(image));
  }

  @Override
  public void clearView() {
    scene = nothing;
  }

  @Override
  public byte[] view() {
    try {
      return Sensor.jpeg(scene);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BufferedImage fitted(BufferedImage image) {
    double scale = Math.min(1, (double) maxSide / Math.max(image.getWidth(), image.getHeight()));
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    BufferedImage fitted = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D g = fitted.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    g.drawImage(image, 0, 0, width, height, null);
    g.dispose();
    return fitted;
  }

  private HttpAnswer answer(HttpRequest request) throws IOException {
    if (!request.method().equals("GET")) {
      return HttpAnswer.text(405, "only GET");
    }
    return switch (request.path()) {
      case "/stream" ->
          new HttpAnswer.Endless(
              Map.of(
                  "Content-Type",
                  "multipart/x-mixed-replace; boundary=" + BOUNDARY,
                  "Cache-Control",
                  "no-store"),
              this::stream);
      case "/snapshot" -> HttpAnswer.of(200, "image/jpeg", frame(sensor()));
      default -> HttpAnswer.text(404, "/stream or /snapshot");
    };
  }

  private Sensor sensor() {
    return new Sensor(seed + streams.getAndIncrement());
  }

  private byte[] frame(Sensor sensor) throws IOException {
    byte[] before = last;
    if (faults.has("frozen") && before != null) {
      return before;
    }
    byte[] frame = sensor.next(scene, faults.has("blurred"), faults.has("black"));
    last = frame;
    return frame;
  }

  private void stream(OutputStream out) throws IOException {
    Sensor sensor = sensor();
    Random noise = new Random(seed);
    for (int sent = 0; !closed; ) {
      pace.await(faults.has("slow") ? INTERVAL.multipliedBy(SLOW_FACTOR) : INTERVAL);
      if (faults.has("no-answer")) {
        continue;
      }
      byte[] frame = frame(sensor);
      if (faults.has("garbage")) {
        frame = new byte[frame.length];
        noise.nextBytes(frame);
      }
      if (faults.has("truncated")) {
        frame = Arrays.copyOf(frame, frame.length / 2);
      }
      out.write(
          ("--"
                  + BOUNDARY
                  + "\r\nContent-Type: image/jpeg\r\nContent-Length: "
                  + frame.length
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      if (faults.has("lost") && sent >= FRAMES_BEFORE_LOSS) {
        out.write(frame, 0, frame.length / 2);
        out.flush();
        // The far end resets the connection when a writer ends so.
        throw new IOException("lost");
      }
      out.write(frame);
      out.write('\r');
      out.write('\n');
      out.flush();
      sent++;
    }
  }

  @Override
  public Map<String, Object> state() {
    Map<String, Object> state = new LinkedHashMap<>();
    BufferedImage now = scene;
    state.put("plugged", wire.plugged());
    state.put("view", now.equals(nothing) ? "empty" : "shown");
    state.put("width", now.getWidth());
    state.put("height", now.getHeight());
    state.put("clients", wire.clients());
    return state;
  }

  @Override
  public List<String> faults() {
    return faults.known();
  }

  @Override
  public Set<String> activeFaults() {
    return faults.active();
  }

  @Override
  public void setFault(String name) {
    faults.set(name);
  }

  @Override
  public void clearFaults() {
    faults.clear();
  }

  @Override
  public void unplug() {
    wire.unplug();
  }

  @Override
  public void plug() {
    wire.plug();
  }

  @Override
  public void reset() {
    faults.clear();
    clearView();
    last = null;
    plug();
  }

  @Override
  public void close() {
    closed = true;
    pace.end();
    wire.close();
  }
}
