package io.yichuang.simulator.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yichuang.simulator.SimulatorOptions;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EsclFaceTest {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-22T08:00:00Z"));
  private SimulatedScanner scanner;

  @BeforeEach
  void start(@TempDir Path folder) {
    scanner =
        new SimulatedScanner(SimulatorOptions.in(folder).withSpeed(200).withClock(() -> now.get()));
  }

  @AfterEach
  void end() {
    scanner.close();
    http.close();
  }

  private HttpResponse<byte[]> call(String method, String path, String body)
      throws IOException, InterruptedException {
    String base = scanner.esclAddress().replace("escl+", "");
    URI uri = path.startsWith("http") ? URI.create(path) : URI.create(base + path);
    return http.send(
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(10))
            .method(method, BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return call("GET", path, "");
  }

  private static String settings(String source, String duplex, String mode, int dpi) {
    return """
    <?xml version="1.0"?>
    <scan:ScanSettings xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm" xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03">
      <pwg:Version>2.0</pwg:Version>
      <pwg:InputSource>%s</pwg:InputSource><scan:Duplex>%s</scan:Duplex>
      <scan:ColorMode>%s</scan:ColorMode>
      <scan:XResolution>%d</scan:XResolution><scan:YResolution>%d</scan:YResolution>
    </scan:ScanSettings>\
    """
        .formatted(source, duplex, mode, dpi, dpi);
  }

  private String job(String source, String duplex) throws IOException, InterruptedException {
    HttpResponse<byte[]> made = call("POST", "/ScanJobs", settings(source, duplex, "RGB24", 75));
    assertThat(made.statusCode()).isEqualTo(201);
    return made.headers().firstValue("Location").orElseThrow();
  }

  private String status() throws IOException, InterruptedException {
    return new String(get("/ScannerStatus").body(), StandardCharsets.UTF_8);
  }

  private static int grey(HttpResponse<byte[]> page) throws IOException {
    assertThat(page.statusCode()).isEqualTo(200);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(page.body()));
    return new Color(image.getRGB(image.getWidth() / 2, image.getHeight() / 2)).getGreen();
  }

  @Test
  void sheets_come_in_order_and_404_ends_them() throws Exception {
    assertThat(status()).contains("ScannerAdfEmpty", "<pwg:State>Idle");
    scanner.load(TestSheets.pdf(2), "two.pdf");
    assertThat(status()).contains("ScannerAdfLoaded");
    String job = job("Feeder", "false");
    assertThat(status()).contains("<pwg:State>Processing");
    HttpResponse<byte[]> first = get(job + "/NextDocument");
    assertThat(first.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertThat(grey(first)).isBetween(18, 22);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(first.body()));
    assertThat(image.getWidth()).isEqualTo(620);
    assertThat(image.getHeight()).isEqualTo(877);
    assertThat(first.body()[13]).as("JFIF: dots per inch").isEqualTo((byte) 1);
    assertThat(first.body()[15]).isEqualTo((byte) 75);
    assertThat(grey(get(job + "/NextDocument"))).isBetween(38, 42);
    assertThat(get(job + "/NextDocument").statusCode()).isEqualTo(404);
    assertThat(status())
        .contains("JobCompletedSuccessfully", "ImagesCompleted>2<", "ScannerAdfEmpty", ">Idle<");
    assertThat(call("DELETE", job, "").statusCode()).isEqualTo(200);
    assertThat(call("DELETE", job + "x", "").statusCode()).isEqualTo(404);
  }

  @Test
  void duplex_and_platen() throws Exception {
    scanner.loadTwoSided(TestSheets.grey(60), TestSheets.grey(160));
    String duplex = job("Feeder", "true");
    assertThat(grey(get(duplex + "/NextDocument"))).isBetween(58, 62);
    assertThat(grey(get(duplex + "/NextDocument"))).isBetween(158, 162);
    assertThat(get(duplex + "/NextDocument").statusCode()).isEqualTo(404);
    scanner.layOnPlaten(TestSheets.grey(99));
    String platen = job("Platen", "false");
    assertThat(grey(get(platen + "/NextDocument"))).isBetween(97, 101);
    assertThat(get(platen + "/NextDocument").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"jam, ScannerAdfJam", "double-feed, ScannerAdfMultipickDetected"})
  void a_stopped_sheet_is_409_and_the_status_says_why(String fault, String word) throws Exception {
    scanner.load(TestSheets.pdf(3), "three.pdf");
    scanner.setFault(fault);
    String job = job("Feeder", "false");
    assertThat(get(job + "/NextDocument").statusCode()).isEqualTo(200);
    assertThat(get(job + "/NextDocument").statusCode()).isEqualTo(409);
    assertThat(status()).contains(word, "<pwg:State>Stopped", "AbortedBySystem");
    HttpResponse<byte[]> again =
        call("POST", "/ScanJobs", settings("Feeder", "false", "RGB24", 75));
    assertThat(again.statusCode()).isEqualTo(409);
    scanner.clearFaults();
    assertThat(status()).contains("ScannerAdfLoaded");
  }

  @Test
  void cover_empty_and_busy_refuse_a_job() throws Exception {
    String settings = settings("Feeder", "false", "RGB24", 75);
    assertThat(call("POST", "/ScanJobs", settings).statusCode()).isEqualTo(409);
    scanner.load(TestSheets.grey(1), "a");
    scanner.setFault("cover-open");
    assertThat(call("POST", "/ScanJobs", settings).statusCode()).isEqualTo(409);
    assertThat(status()).contains("ScannerAdfDoorOpen");
    scanner.clearFaults();
    scanner.setFault("busy");
    assertThat(call("POST", "/ScanJobs", settings).statusCode()).isEqualTo(503);
    scanner.clearFaults();
    job("Feeder", "false");
    assertThat(call("POST", "/ScanJobs", settings).statusCode()).as("one at a time").isEqualTo(503);
  }

  @Test
  void a_job_whose_client_died_does_not_block_for_ever() throws Exception {
    scanner.load(TestSheets.grey(1), "a");
    job("Feeder", "false");
    now.updateAndGet(t -> t.plusSeconds(61));
    job("Feeder", "false");
    assertThat(status()).contains("AbortedBySystem");
  }

  @Test
  void who_has_it_on_one_wire_keeps_the_other_out() throws Exception {
    scanner.load(TestSheets.grey(1), "a");
    String job = job("Feeder", "false");
    try (SaneClient sane = new SaneClient(scanner.address())) {
      sane.init();
      assertThat(sane.open("simulated")).isEqualTo(3);
      call("DELETE", job, "");
      assertThat(sane.open("simulated")).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no xml",
        "<a/>",
        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><ScanSettings>&b;</ScanSettings>",
        "<ScanSettings><XResolution>1000000</XResolution></ScanSettings>",
        "<ScanSettings><XResolution>x</XResolution></ScanSettings>",
        "<ScanSettings><InputSource>Roof</InputSource></ScanSettings>",
        "<ScanSettings><ColorMode>CMYK</ColorMode></ScanSettings>",
        "<ScanSettings><DocumentFormat>application/pdf</DocumentFormat></ScanSettings>"
      })
  void bad_settings_are_400(String body) throws Exception {
    scanner.load(TestSheets.grey(1), "a");
    assertThat(call("POST", "/ScanJobs", body).statusCode()).isEqualTo(400);
    job("Feeder", "false");
  }

  @Test
  void broken_pages_on_the_wire() throws Exception {
    scanner.load(TestSheets.pdf(4), "four.pdf");
    String job = job("Feeder", "false");
    scanner.setFault("truncated");
    byte[] half = get(job + "/NextDocument").body();
    scanner.clearFaults();
    assertThat(get(job + "/NextDocument").body().length).isGreaterThan(half.length * 3 / 2);
    scanner.setFault("garbage");
    assertThat(ImageIO.read(new ByteArrayInputStream(get(job + "/NextDocument").body()))).isNull();
    scanner.clearFaults();
    scanner.setFault("lost");
    assertThatThrownBy(() -> get(job + "/NextDocument")).isInstanceOf(IOException.class);
  }

  @Test
  void no_answer_and_unplugged_differ() throws Exception {
    scanner.setFault("no-answer");
    URI uri = URI.create(scanner.esclAddress().replace("escl+", "") + "/ScannerStatus");
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofMillis(200)).build();
    assertThatThrownBy(() -> http.send(request, BodyHandlers.discarding()))
        .isInstanceOf(HttpTimeoutException.class);
    scanner.clearFaults();
    scanner.unplug();
    assertThatThrownBy(this::status).isInstanceOf(ConnectException.class);
    scanner.plug();
    assertThat(status()).contains("ScannerAdfEmpty");
  }
}
