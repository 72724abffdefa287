package io.yichuang.simulator.camera;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.bench.CameraBench;
import io.yichuang.simulator.fault.Faults;
import io.yichuang.simulator.http.HttpAnswer;
import io.yichuang.simulator.http.HttpFarEnd;
import io.yichuang.simulator.http.HttpRequest;
import io.yichuang.simulator.http.Pace;
import io.yichuang.simulator.paper.Pictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
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

  /** The fault {@code endless}: 64 KiB, as a wire of 100 Mbit/s carries them. */
  private static final Duration PIECE = Duration.ofNanos(5_243_000);

  /** The fault {@code slow}: a frame every 1.7 s. */
  private static final int SLOW_FACTOR = 20;

  /** The fault {@code lost} lets this many frames through first. */
  private static final int FRAMES_BEFORE_LOSS = 3;

  private static final String BOUNDARY = "yichuangframe";

  /** What a webcam at a counter is set to: the face check asks for no more. */
  private static final int FACE_WIDTH = 640;

  private static final int FACE_HEIGHT = 480;

  /** The longest side of what the document camera takes, of a sensor of 5 megapixels. */
  private static final int DOCUMENT_SIDE = 2600;

  private final UnaryOperator<BufferedImage> framing;

  private final String id;
  private final BufferedImage nothing;
  private final long seed;
  private final Pace pace;
  private final Faults faults =
      new Faults(
          "frozen",
          "black",
          "blurred",
          "garbage",
          "truncated",
          "no-answer",
          "slow",
          "lost",
          "endless");
  private final HttpFarEnd wire;
  private final AtomicLong views = new AtomicLong();
  private final AtomicLong streams = new AtomicLong();
  private volatile boolean closed;
  private volatile BufferedImage scene;
  private volatile byte @Nullable [] last;

  private SimulatedCamera(
      SimulatorOptions options,
      String id,
      UnaryOperator<BufferedImage> framing,
      BufferedImage nothing) {
    this.id = id;
    this.framing = framing;
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
        options,
        "document-camera",
        picture -> Framing.within(picture, DOCUMENT_SIDE),
        Scenes.mat(1600, 1200, options.seed()));
  }

  /** Looks at whoever stands before the terminal, 640 x 480. */
  public static SimulatedCamera faceCamera(SimulatorOptions options) {
    return new SimulatedCamera(
        options,
        "face-camera",
        picture -> Framing.standing(picture, FACE_WIDTH, FACE_HEIGHT),
        Scenes.room(FACE_WIDTH, FACE_HEIGHT));
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
    scene = framing.apply(Pictures.require(image));
    views.incrementAndGet();
  }

  @Override
  public void clearView() {
    scene = nothing;
    views.incrementAndGet();
  }

  @Override
  public byte[] view() {
    try {
      return Sensor.jpeg(scene);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    if (faults.isSet("frozen") && before != null) {
      return before;
    }
    byte[] frame = sensor.next(scene, faults.isSet("blurred"), faults.isSet("black"));
    last = frame;
    return frame;
  }

  private void stream(OutputStream out) throws IOException {
    Sensor sensor = sensor();
    Random noise = new Random(seed);
    for (int sent = 0; !closed; ) {
      pace.await(faults.isSet("slow") ? INTERVAL.multipliedBy(SLOW_FACTOR) : INTERVAL);
      if (faults.isSet("no-answer")) {
        continue;
      }
      byte[] frame = frame(sensor);
      if (faults.isSet("garbage")) {
        frame = new byte[frame.length];
        noise.nextBytes(frame);
      }
      if (faults.isSet("truncated")) {
        frame = Arrays.copyOf(frame, frame.length / 2);
      }
      if (faults.isSet("endless")) {
        endless(out, noise);
      }
      out.write(
          ("--"
                  + BOUNDARY
                  + "\r\nContent-Type: image/jpeg\r\nContent-Length: "
                  + frame.length
                  + "\r\n\r\n")
              .getBytes(US_ASCII));
      if (faults.isSet("lost") && sent >= FRAMES_BEFORE_LOSS) {
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

  /** A frame of unsaid length that comes to no end while the fault is set. */
  private void endless(OutputStream out, Random noise) throws IOException {
    out.write(("--" + BOUNDARY + "\r\nContent-Type: image/jpeg\r\n\r\n").getBytes(US_ASCII));
    byte[] piece = new byte[64 << 10];
    noise.nextBytes(piece);
    while (faults.isSet("endless") && !closed) {
      pace.await(PIECE);
      out.write(piece);
      out.flush();
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
    state.put("views", views.get());
    state.put("clients", wire.clients());
    return state;
  }

  @Override
  public Faults faultSet() {
    return faults;
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
