package io.yichuang.simulator.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.bench.BenchRefusal;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedCameraTest {
  private static final int MOST_FRAMES_BEFORE_A_CHANGE = 60;

  private SimulatedCamera camera;

  @BeforeEach
  void start(@TempDir Path folder) {
    camera = SimulatedCamera.faceCamera(SimulatorOptions.in(folder).withSpeed(2));
  }

  @AfterEach
  void end() {
    camera.close();
  }

  /** Reads the stream byte by byte: parts by their length. */
  private static final class Viewer implements AutoCloseable {
    private final Socket socket;
    private final DataInputStream in;

    Viewer(String address) throws IOException {
      URI uri = URI.create(address.replace("mjpeg+", ""));
      socket = new Socket(uri.getHost(), uri.getPort());
      socket.setSoTimeout(10_000);
      in = new DataInputStream(socket.getInputStream());
      socket
          .getOutputStream()
          .write(
              ("GET " + uri.getPath() + " HTTP/1.1\r\nHost: x\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
    }

    String line() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int b = in.readUnsignedByte(); b != '\n'; b = in.readUnsignedByte()) {
        if (b != '\r') {
          line.append((char) b);
        }
      }
      return line.toString();
    }

    Viewer head() throws IOException {
      assertThat(line()).isEqualTo("HTTP/1.1 200 OK");
      String type = "";
      for (String l = line(); !l.isEmpty(); l = line()) {
        type = l.startsWith("Content-Type: ") ? l : type;
      }
      assertThat(type).isEqualTo("Content-Type: multipart/x-mixed-replace; boundary=yichuangframe");
      return this;
    }

    byte[] part() throws IOException {
      assertThat(line()).isEqualTo("--yichuangframe");
      int length = 0;
      for (String l = line(); !l.isEmpty(); l = line()) {
        if (l.startsWith("Content-Length: ")) {
          length = Integer.parseInt(l.substring(16));
        }
      }
      byte[] body = new byte[length];
      in.readFully(body);
      assertThat(line()).isEmpty();
      return body;
    }

    BufferedImage frame() throws IOException {
      return ImageIO.read(new ByteArrayInputStream(part()));
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private Viewer viewer() throws IOException {
    return new Viewer(camera.address()).head();
  }

  static byte[] png(int width, int height, Color colour) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D g = image.createGraphics();
    g.setColor(colour);
    g.fillRect(0, 0, width, height);
    g.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  @Test
  void frames_are_alike_but_never_the_same_as_the_one_before() throws IOException {
    try (Viewer viewer = viewer()) {
      byte[] before = viewer.part();
      for (int i = 0; i < 12; i++) {
        byte[] now = viewer.part();
        assertThat(Arrays.equals(before, now)).isFalse();
        before = now;
      }
      assertThat(ImageIO.read(new ByteArrayInputStream(before)).getWidth()).isEqualTo(640);
    }
  }

  @Test
  void what_is_shown_is_what_is_seen_until_it_is_taken_away() throws IOException {
    camera.show(png(400, 300, Color.RED));
    try (Viewer viewer = viewer()) {
      BufferedImage frame = viewer.frame();
      assertThat(frame.getWidth()).isEqualTo(640);
      assertThat(new Color(frame.getRGB(200, 150)).getRed()).isGreaterThan(240);
      assertThat(new Color(frame.getRGB(200, 150)).getBlue()).isLessThan(15);
      assertThat(camera.state()).containsEntry("view", "shown").containsEntry("clients", 1);
      camera.clearView();
      viewer.part();
      assertSoon(viewer, seen -> new Color(seen.getRGB(200, 150)).getBlue() > 100);
    }
    assertThat(camera.state()).containsEntry("view", "empty");
  }

  @Test
  void a_large_photo_is_scaled_to_the_sensor(@TempDir Path folder) throws IOException {
    try (SimulatedCamera desk = SimulatedCamera.documentCamera(SimulatorOptions.in(folder))) {
      desk.show(png(3000, 4000, Color.WHITE));
      assertThat(desk.state()).containsEntry("width", 1950).containsEntry("height", 2600);
    }
  }

  @Test
  void frozen_repeats_one_frame_for_ever() throws IOException {
    try (Viewer viewer = viewer()) {
      viewer.part();
      camera.setFault("frozen");
      viewer.part();
      viewer.part();
      byte[] frozen = viewer.part();
      for (int i = 0; i < 5; i++) {
        assertThat(viewer.part()).isEqualTo(frozen);
      }
    }
  }

  /** Frames of before a change may still be on their way; it has to show within some of them. */
  private static void assertSoon(Viewer viewer, Predicate<BufferedImage> change)
      throws IOException {
    for (int i = 0; i < MOST_FRAMES_BEFORE_A_CHANGE; i++) {
      if (change.test(viewer.frame())) {
        return;
      }
    }
    fail("not seen in " + MOST_FRAMES_BEFORE_A_CHANGE + " frames");
  }

  @Test
  void black_is_black_and_blurred_has_no_edges() throws IOException {
    try (Viewer viewer = viewer()) {
      double sharp = edges(viewer.frame());
      camera.setFault("blurred");
      assertSoon(viewer, frame -> edges(frame) < sharp / 2);
      camera.clearFaults();
      camera.setFault("black");
      assertSoon(viewer, frame -> new Color(frame.getRGB(100, 100)).getGreen() < 16);
    }
  }

  private static double edges(BufferedImage image) {
    int strongest = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 3; x < image.getWidth(); x++) {
        int step =
            new Color(image.getRGB(x, y)).getGreen() - new Color(image.getRGB(x - 3, y)).getGreen();
        strongest = Math.max(strongest, Math.abs(step));
      }
    }
    return strongest;
  }

  @Test
  void garbage_is_no_picture_and_truncated_is_half_of_one() throws IOException {
    try (Viewer viewer = viewer()) {
      byte[] whole = viewer.part();
      camera.setFault("truncated");
      viewer.part();
      byte[] half = viewer.part();
      assertThat(half.length).isBetween(whole.length / 3, whole.length * 2 / 3);
      assertThat(half).startsWith(0xFF, 0xD8);
      camera.clearFaults();
      camera.setFault("garbage");
      viewer.part();
      viewer.part();
      assertThat(viewer.frame()).isNull();
    }
  }

  @Test
  void lost_cuts_the_stream_in_a_frame() throws IOException {
    camera.setFault("lost");
    try (Viewer viewer = viewer()) {
      for (int i = 0; i < 3; i++) {
        viewer.part();
      }
      assertThatThrownBy(viewer::part).isInstanceOf(IOException.class);
    }
  }

  @Test
  void no_answer_falls_silent_in_the_stream_and_before_it() throws IOException {
    try (Viewer viewer = viewer()) {
      viewer.part();
      camera.setFault("no-answer");
      viewer.socket.setSoTimeout(400);
      assertThatThrownBy(
              () -> {
                while (true) {
                  viewer.part();
                }
              })
          .isInstanceOf(SocketTimeoutException.class);
      Viewer second = new Viewer(camera.address());
      second.socket.setSoTimeout(100);
      assertThatThrownBy(second::line).isInstanceOf(SocketTimeoutException.class);
      second.close();
    }
  }

  @Test
  void unplugged_it_refuses_and_comes_back_at_the_same_address() throws IOException {
    String address = camera.address();
    try (Viewer viewer = viewer()) {
      viewer.part();
      camera.unplug();
      assertThatThrownBy(
              () -> {
                while (true) {
                  viewer.part();
                }
              })
          .isInstanceOf(IOException.class);
    }
    assertThatThrownBy(() -> new Viewer(address)).isInstanceOf(ConnectException.class);
    camera.plug();
    try (Viewer viewer = new Viewer(address).head()) {
      assertThat(viewer.frame()).isNotNull();
    }
  }

  @Test
  void pictures_that_are_none_or_far_too_large_are_refused_and_the_view_stays() throws IOException {
    camera.show(png(40, 30, Color.GREEN));
    assertThatThrownBy(() -> camera.show(new byte[0])).isInstanceOf(BenchRefusal.class);
    assertThatThrownBy(() -> camera.show("hello".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(BenchRefusal.class)
        .hasMessageContaining("no readable PNG or JPEG");
    byte[] whole = png(400, 300, Color.RED);
    assertThatThrownBy(() -> camera.show(Arrays.copyOf(whole, whole.length / 2)))
        .isInstanceOf(BenchRefusal.class);
    byte[] huge = png(1, 1, Color.RED);
    // The size in the IHDR chunk: 10,000 x 10,000.
    huge[18] = 0x27;
    huge[19] = 0x10;
    huge[22] = 0x27;
    huge[23] = 0x10;
    assertThatThrownBy(() -> camera.show(huge))
        .isInstanceOf(BenchRefusal.class)
        .hasMessageContaining("100000000 pixels");
    assertThat(camera.state()).containsEntry("view", "shown");
    assertThat(new Color(ImageIO.read(new ByteArrayInputStream(camera.view())).getRGB(320, 240)))
        .satisfies(seen -> assertThat(seen.getGreen()).isGreaterThan(240));
  }
}
