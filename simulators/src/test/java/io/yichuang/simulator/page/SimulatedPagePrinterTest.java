package io.yichuang.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import io.yichuang.simulator.SimulatorOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedPagePrinterTest {
  @TempDir Path folder;
  private SimulatedPagePrinter printer;
  private IppClient client;

  @BeforeEach
  void start() {
    printer = new SimulatedPagePrinter(SimulatorOptions.in(folder).withSpeed(20));
    client = new IppClient(printer.address());
  }

  @AfterEach
  void end() {
    printer.close();
    client.close();
  }

  private void awaitState(IppClient.Answer printed, String state) {
    await()
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(10))
        .untilAsserted(() -> assertThat(client.job(printed).one("job-state")).isEqualTo(state));
  }

  static byte[] pdf(int pages) throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (int i = 0; i < pages; i++) {
        document.addPage(new PDPage(PDRectangle.A4));
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  @Test
  void a_job_goes_from_pending_to_completed_and_its_pdf_is_kept() throws Exception {
    byte[] pdf = pdf(3);
    IppClient.Answer printed = client.print(pdf);
    assertThat(printed.status()).isZero();
    assertThat(printed.one("job-state")).isIn("3", "5");
    awaitState(printed, "5");
    assertThat(client.attributes().one("printer-state")).isEqualTo("4");
    awaitState(printed, "9");
    IppClient.Answer done = client.job(printed);
    assertThat(done.one("job-state-reasons")).isEqualTo("job-completed-successfully");
    assertThat(done.one("job-impressions-completed")).isEqualTo("3");
    assertThat(client.attributes().one("printer-state")).isEqualTo("3");
    assertThat(client.attributes().one("printer-state-reasons")).isEqualTo("none");
    assertThat(printer.state()).containsEntry("sheetsInTray", 247);
    assertThat(printer.output()).hasSize(1);
    assertThat(printer.output().getFirst())
        .containsEntry("id", "1")
        .containsEntry("name", "证明")
        .containsEntry("pages", 3)
        .containsEntry("state", "completed");
    assertThat(printer.pdf("1")).hasValueSatisfying(kept -> assertThat(kept).isEqualTo(pdf));
    assertThat(printer.pdf("2")).isEmpty();
  }

  @Test
  void create_then_send_then_list_then_cancel() throws Exception {
    assertThat(client.call(IppClient.VALIDATE_JOB, null, Map.of(), new byte[0]).status()).isZero();
    IppClient.Answer made = client.call(IppClient.CREATE_JOB, null, Map.of(), new byte[0]);
    assertThat(made.one("job-state")).isEqualTo("3");
    String uri = made.one("job-uri");
    assertThat(client.call(IppClient.SEND_DOCUMENT, uri, Map.of(), pdf(50)).status()).isZero();
    assertThat(client.call(IppClient.SEND_DOCUMENT, uri, Map.of(), pdf(1)).status())
        .isEqualTo(0x0509);
    assertThat(client.call(IppClient.GET_JOBS, null, Map.of(), new byte[0]).values().get("job-uri"))
        .containsExactly(uri);
    assertThat(client.call(IppClient.CANCEL_JOB, uri, Map.of(), new byte[0]).status()).isZero();
    assertThat(client.call(IppClient.CANCEL_JOB, uri, Map.of(), new byte[0]).status())
        .isEqualTo(0x0404);
    assertThat(client.job(made).one("job-state")).isEqualTo("7");
    assertThat(client.call(IppClient.GET_JOBS, null, Map.of(), new byte[0]).values())
        .doesNotContainKey("job-uri");
    assertThat(
            client
                .call(IppClient.GET_JOBS, null, Map.of("which-jobs", "completed"), new byte[0])
                .one("job-uri"))
        .isEqualTo(uri);
  }

  @Test
  void only_what_was_asked_is_answered() throws Exception {
    IppClient.Answer some =
        client.call(
            IppClient.GET_PRINTER,
            null,
            Map.of("requested-attributes", "printer-state"),
            new byte[0]);
    assertThat(some.values())
        .containsOnlyKeys("attributes-charset", "attributes-natural-language", "printer-state");
  }

  @ParameterizedTest
  @CsvSource({
    "paper-out, media-empty-error",
    "jam, media-jam-error",
    "cover-open, cover-open-error"
  })
  void a_stopped_printer_says_why_and_prints_on_when_it_is_put_right(String fault, String reason)
      throws Exception {
    IppClient.Answer printed = client.print(pdf(20));
    awaitState(printed, "5");
    printer.setFault(fault);
    awaitState(printed, "6");
    assertThat(client.attributes().one("printer-state")).isEqualTo("5");
    assertThat(client.attributes().values().get("printer-state-reasons")).contains(reason);
    assertThat(printer.state()).containsEntry("stopped", true);
    printer.clearFaults();
    awaitState(printed, "9");
    assertThat(client.job(printed).one("job-impressions-completed")).isEqualTo("20");
  }

  @Test
  void an_emptied_tray_stops_the_job_until_it_is_filled() throws Exception {
    printer.loadTray(2);
    assertThat(client.attributes().values().get("printer-state-reasons"))
        .contains("media-low-warning");
    IppClient.Answer printed = client.print(pdf(3));
    awaitState(printed, "6");
    assertThat(client.job(printed).one("job-impressions-completed")).isEqualTo("2");
    assertThat(client.attributes().values()).doesNotContainKey("media-ready");
    printer.loadTray(10);
    awaitState(printed, "9");
  }

  @Test
  void warnings_do_not_stop() throws Exception {
    printer.setFault("paper-low");
    printer.setFault("toner-low");
    assertThat(client.attributes().values().get("printer-state-reasons"))
        .contains("media-low-warning", "toner-low-warning");
    assertThat(client.attributes().one("printer-supply")).contains("level=8;");
    awaitState(client.print(pdf(1)), "9");
  }

  @Test
  void busy_and_aborted_are_said_as_such() throws Exception {
    printer.setFault("busy");
    assertThat(client.print(pdf(1)).status()).isEqualTo(0x0507);
    printer.clearFaults();
    printer.setFault("job-aborted");
    IppClient.Answer printed = client.print(pdf(1));
    awaitState(printed, "8");
    assertThat(client.job(printed).one("job-state-reasons")).isEqualTo("aborted-by-system");
  }

  @Test
  void faults_of_the_wire() throws Exception {
    printer.setFault("http-500");
    assertThat(client.post(new byte[0]).statusCode()).isEqualTo(500);
    printer.clearFaults();
    byte[] question = client.request(IppClient.GET_PRINTER, null, Map.of(), new byte[0]);
    byte[] sound = client.post(question).body();
    printer.setFault("garbage");
    byte[] noise = client.post(question).body();
    assertThat(noise).hasSameSizeAs(sound);
    assertThat(noise[0]).as("IPP's major version").isNotEqualTo((byte) 2);
    printer.clearFaults();
    printer.setFault("no-answer");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(printer.address().replace("ipp:", "http:")))
            .timeout(Duration.ofMillis(200))
            .build();
    assertThatThrownBy(() -> client.http.send(request, BodyHandlers.discarding()))
        .isInstanceOf(HttpTimeoutException.class);
    printer.clearFaults();
    printer.unplug();
    assertThatThrownBy(client::attributes).isInstanceOf(ConnectException.class);
    printer.plug();
    assertThat(client.attributes().status()).isZero();
  }

  @Test
  void bad_requests_get_an_answer_and_harm_nothing() throws Exception {
    assertThat(client.post("noise".getBytes(StandardCharsets.US_ASCII)).statusCode())
        .isEqualTo(400);
    byte[] whole = client.request(IppClient.GET_PRINTER, null, Map.of(), new byte[0]);
    for (int length = 0; length < whole.length; length++) {
      byte[] part = java.util.Arrays.copyOf(whole, length);
      HttpResponse<byte[]> answer = client.post(part);
      boolean refused = answer.statusCode() == 400 || (answer.body()[2] & 0xFF) >= 4;
      assertThat(refused).as("cut after %d bytes", length).isTrue();
    }
    whole[0] = 9;
    assertThat(client.post(whole).body()[3]).isEqualTo((byte) 3);
    assertThat(client.call(0x4FFF, null, Map.of(), new byte[0]).status()).isEqualTo(0x0501);
    assertThat(client.call(IppClient.GET_JOB, printer.address(), Map.of(), new byte[0]).status())
        .isEqualTo(0x0406);
    assertThat(client.print("%PDF-1.4 broken".getBytes(StandardCharsets.US_ASCII)).status())
        .isEqualTo(0x0411);
    assertThat(
            client
                .call(IppClient.PRINT_JOB, null, Map.of("document-format", "image/gif"), pdf(1))
                .status())
        .isEqualTo(0x040A);
    assertThat(printer.output()).isEmpty();
  }

  @Tag("peer")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "print-job-and-wait.test",
        "get-printer-attributes.test",
        "validate-job.test",
        "get-completed-jobs.test"
      })
  void ipptool_passes(String test) throws Exception {
    if (!Files.isExecutable(Path.of("/usr/bin/ipptool"))) {
      fail("ipptool is missing: install the Debian package cups-ipp-utils");
    }
    Path file = Files.write(folder.resolve("page.pdf"), pdf(2));
    Path log = folder.resolve("ipptool.log");
    Process process =
        new ProcessBuilder(
                "/usr/bin/ipptool",
                "-t",
                "-T",
                "20",
                "-f",
                file.toString(),
                printer.address(),
                test)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(log)).isZero();
      assertThat(Files.readString(log)).contains("[PASS]").doesNotContain("[FAIL]");
    } finally {
      process.destroyForcibly();
    }
    if (test.startsWith("print")) {
      assertThat(printer.pdf("1"))
          .hasValueSatisfying(kept -> assertThat(kept).isEqualTo(read(file)));
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
