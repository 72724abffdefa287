package io.yichuang.simulator.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.simulator.Simulators;
import io.yichuang.simulator.SimulatorsExtension;
import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What scripts send to the feeder, in each form they send it. */
class FeedingTest {
  private static final String PAGES = "/bench/scanner/pages";
  private static final String FORM = "multipart/form-data; boundary=b";

  @RegisterExtension static final SimulatorsExtension EXTENSION = new SimulatorsExtension();

  private static Bench bench;
  private static HttpClient http;

  @BeforeAll
  static void start() {
    bench = Bench.start(EXTENSION.simulators(), 0);
    http = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    http.close();
    bench.close();
  }

  @AfterEach
  void empty() {
    simulators().scanner().emptyFeeder();
  }

  private static Simulators simulators() {
    return EXTENSION.simulators();
  }

  @Test
  void an_image_or_a_pdf_is_a_body_of_its_own_or_a_part() throws Exception {
    byte[] pdf = simulators().papers().pdf("lease");
    byte[] jpeg = simulators().papers().photo("lease", 1);
    assertThat(said(send("application/pdf", pdf))).isEqualTo("{\"added\":2}");
    assertThat(said(send("image/jpeg", jpeg))).isEqualTo("{\"added\":1}");
    assertThat(said(send("", jpeg))).isEqualTo("{\"added\":1}");
    assertThat(said(send(FORM, form(part("page", "a.pdf", pdf), part("page", "b.jpg", jpeg)))))
        .isEqualTo("{\"added\":3}");
    assertThat(inFeeder()).isEqualTo(7);
  }

  @Test
  void a_text_field_beside_the_pages_is_no_page() throws Exception {
    byte[] jpeg = simulators().papers().photo("lease", 1);
    byte[] note = "a note".getBytes(StandardCharsets.UTF_8);
    assertThat(said(send(FORM, form(part("note", "", note), part("page", "b.jpg", jpeg)))))
        .isEqualTo("{\"added\":1}");
  }

  @Test
  void where_one_part_is_broken_nothing_is_fed() throws Exception {
    byte[] jpeg = simulators().papers().photo("lease", 1);
    HttpResponse<String> answer =
        send(FORM, form(part("page", "a.jpg", jpeg), part("page", "b.jpg", new byte[] {1, 2, 3})));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("no-picture");
    assertThat(inFeeder()).isZero();
  }

  /** 39 million pixels of 8 bytes. */
  @Test
  void a_picture_that_would_fill_the_memory_is_refused_before_it_is_decoded() throws Exception {
    HttpResponse<String> answer = send("image/png", deep(6_500, 6_000));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("bytes when decoded");
    assertThat(inFeeder()).isZero();
  }

  @Test
  void more_than_64_mebibytes_are_refused() throws Exception {
    HttpResponse<String> answer = send("application/pdf", new byte[(64 << 20) + 1]);
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("too-large");
  }

  private static int inFeeder() {
    return ((Number) simulators().scanner().state().get("sheetsInFeeder")).intValue();
  }

  private static String said(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static HttpResponse<String> send(String type, byte[] body) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(bench.url() + PAGES));
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    return http.send(
        request.POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofString());
  }

  private static byte[] part(String field, String file, byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    String name = file.isEmpty() ? "" : "; filename=\"" + file + "\"";
    out.write(
        "--b\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
            .formatted(field, name)
            .getBytes(StandardCharsets.UTF_8));
    out.write(bytes);
    out.write("\r\n".getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  private static byte[] form(byte[]... parts) throws IOException {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.write(part);
    }
    out.write("--b--\r\n".getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  /** A small file of 16 bits a channel whose header speaks of so many pixels. */
  private static byte[] deep(int width, int height) throws IOException {
    var model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            true,
            false,
            BufferedImage.TRANSLUCENT,
            DataBuffer.TYPE_USHORT);
    var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, 4, 4, 4, new Point());
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(model, raster, false, null), "png", out);
    byte[] png = out.toByteArray();
    // Width, height and the chunk's sum: https://www.w3.org/TR/png-3/#11IHDR
    var header = ByteBuffer.wrap(png);
    header.putInt(16, width).putInt(20, height);
    var crc = new CRC32();
    crc.update(png, 12, 17);
    header.putInt(29, (int) crc.getValue());
    return png;
  }
}
