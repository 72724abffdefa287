package io.yichuang.simulator.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.simulator.Simulators;
import io.yichuang.simulator.SimulatorsExtension;
import io.yichuang.simulator.platform.PlatformClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract other people's scripts rely on. */
@Timeout(60)
class BenchTest {
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

  @Test
  void devices_tell_their_state_and_their_faults() throws Exception {
    JsonNode devices = json(get("/bench/devices"));
    assertThat(devices.findValuesAsString("id"))
        .containsSubsequence(
            "id-card-reader", "scanner", "document-camera", "face-camera", "receipt-printer");
    assertThat(devices.get(0).get("address").asString())
        .startsWith("serial:")
        .endsWith("?driver=sam");
    assertThat(devices.get(0).get("state").get("plugged").asBoolean()).isTrue();
    assertThat(devices.get(0).get("knownFaults")).isNotEmpty();
  }

  @Test
  void every_device_and_every_fault_stands_in_the_list_that_scripts_are_written_by()
      throws Exception {
    String list = Files.readString(Path.of("README.md"));
    for (JsonNode device : json(get("/bench/devices"))) {
      assertThat(list).contains("`" + device.get("id").asString() + "`");
      for (JsonNode fault : device.get("knownFaults")) {
        assertThat(list).contains("`" + fault.asString() + "`");
      }
    }
  }

  @Test
  void a_person_is_understood_without_a_word_about_the_type(Simulators simulators)
      throws Exception {
    HttpResponse<byte[]> shown =
        http.send(
            HttpRequest.newBuilder(URI.create(bench.url() + "/bench/face-camera/view"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("{\"person\": \"wang-xiaoying\"}"))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(shown.statusCode()).isEqualTo(204);
  }

  @Test
  void the_platform_has_faults_of_its_own() throws Exception {
    assertThat(post("/bench/platform/faults", "{\"fault\": \"down\"}").statusCode())
        .isLessThan(300);
    assertThat(json(get("/bench/platform/faults")).toString()).contains("down", "answer-lost");
    assertThat(delete("/bench/platform/faults").statusCode()).isEqualTo(204);
  }

  @Test
  void a_case_is_seen_with_the_pages_that_came_and_goes_its_steps(Simulators simulators)
      throws Exception {
    String code;
    try (var terminal = new PlatformClient(simulators.platform().url())) {
      terminal.putFiles();
      JsonNode lease = PlatformClient.lease("NC3-7", Instant.now());
      code = PlatformClient.json(terminal.submit("NC3-7", lease)).get("code").asString();
    }
    assertThat(json(get("/bench/platform/cases")).findValuesAsString("code")).contains(code);
    HttpResponse<byte[]> pages = get("/bench/platform/cases/" + code + "/materials/lease.pdf");
    assertThat(pages.headers().firstValue("Content-Type")).hasValue("application/pdf");
    assertThat(pages.body()).isEqualTo(PlatformClient.PDF);
    for (String step : List.of("accept", "finish")) {
      assertThat(
              post("/bench/platform/cases/" + code + "/steps", "{\"step\": \"" + step + "\"}")
                  .statusCode())
          .isEqualTo(200);
    }
    assertThat(json(get("/bench/platform/cases/" + code)).get("state").asString())
        .isEqualTo("finished");
  }

  @Test
  void a_card_is_laid_and_taken(Simulators simulators) throws Exception {
    HttpResponse<byte[]> laid = post("/bench/id-card-reader/card", "{\"person\": \"li-defu\"}");
    assertThat(laid.statusCode()).isEqualTo(200);
    assertThat(simulators.idCardReader().cardPresent()).isTrue();
    assertThat(delete("/bench/id-card-reader/card").statusCode()).isEqualTo(204);
    assertThat(simulators.idCardReader().cardPresent()).isFalse();
  }

  @Test
  void an_unknown_person_is_a_problem_that_names_the_people() throws Exception {
    HttpResponse<byte[]> answer = post("/bench/id-card-reader/card", "{\"person\": \"nobody\"}");
    assertProblem(answer, 404, "unknown-person");
    assertThat(json(answer).get("choices").toString()).contains("wang-xiaoying");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/bench/id-card-reader/card | not json | 400 | bad-json",
        "/bench/id-card-reader/card | [1] | 400 | bad-json",
        "/bench/id-card-reader/card | {} | 400 | missing-field",
        "/bench/id-card-reader/card | {\"person\": 7} | 400 | missing-field",
        "/bench/id-card-reader/faults | {\"fault\": \"paper-out\"} | 404 | unknown-fault",
        "/bench/id-card-reader/faults | {\"fault\": \"garbage\", \"rate\": 7} | 400 | bad-request",
        "/bench/toaster/faults | {\"fault\": \"garbage\"} | 404 | unknown-device",
        "/bench/toaster/unplug | {} | 404 | unknown-device",
        "/bench/face-camera/view | {\"person\": \"li-defu\"} | 409 | no-portrait",
        "/bench/nothing/at/all | {} | 404 | unknown-path"
      })
  void bad_input_is_a_problem_with_a_code(String path, String body, int status, String code)
      throws Exception {
    assertProblem(post(path, body), status, code);
  }

  @Test
  void faults_are_set_listed_and_cleared(Simulators simulators) throws Exception {
    post("/bench/receipt-printer/faults", "{\"fault\": \"paper-out\"}");
    JsonNode faults = json(get("/bench/receipt-printer/faults"));
    assertThat(faults.get("known").toString()).contains("cover-open", "head-hot");
    assertThat(faults.get("active").toString()).isEqualTo("[\"paper-out\"]");
    assertThat(delete("/bench/receipt-printer/faults").statusCode()).isEqualTo(204);
    assertThat(simulators.receiptPrinter().activeFaults()).isEmpty();
  }

  @Test
  void a_device_is_unplugged_and_plugged() throws Exception {
    assertThat(post("/bench/id-card-reader/unplug", "").statusCode()).isEqualTo(204);
    JsonNode state = json(get("/bench/devices")).get(0).get("state");
    assertThat(state.get("plugged").asBoolean()).isFalse();
    assertThat(post("/bench/id-card-reader/plug", "").statusCode()).isEqualTo(204);
    assertThat(json(get("/bench/devices")).get(0).get("state").get("plugged").asBoolean()).isTrue();
  }

  @Test
  void a_receipt_comes_out_as_text_and_picture(Simulators simulators) throws Exception {
    print(simulators, "受理回执\n");
    JsonNode receipts = json(get("/bench/receipt-printer/output"));
    assertThat(receipts.get(0).get("text").asString()).isEqualTo("受理回执");
    String id = receipts.get(0).get("id").asString();
    HttpResponse<byte[]> picture = get("/bench/receipt-printer/output/" + id + ".png");
    assertThat(picture.body()).startsWith(0x89, 'P', 'N', 'G');
    assertProblem(get("/bench/receipt-printer/output/999.png"), 404, "unknown-receipt");
  }

  @Test
  void a_newcomer_becomes_a_citizen_with_his_own_portrait(Simulators simulators) throws Exception {
    byte[] portrait =
        simulators.people().portrait(simulators.person("wang-xiaoying")).orElseThrow();
    HttpResponse<byte[]> joined =
        multipart(
            "/bench/people",
            List.of(
                part("name", null, "小明".getBytes(StandardCharsets.UTF_8)),
                part("portrait", "me.png", portrait)));
    assertThat(joined.statusCode()).isEqualTo(200);
    String id = json(joined).get("id").asString();
    assertThat(json(joined).get("name").asString()).isEqualTo("小明");
    assertThat(get("/bench/people/" + id + "/portrait").body()).isEqualTo(portrait);
    assertThat(post("/bench/id-card-reader/card", "{\"person\": \"" + id + "\"}").statusCode())
        .isEqualTo(200);
    post("/bench/reset", "");
    assertThat(simulators.people().byId(id)).isEmpty();
  }

  @Test
  void pictures_that_are_none_are_refused() throws Exception {
    assertThat(
            upload("/bench/people", "image/png", "no picture".getBytes(StandardCharsets.UTF_8))
                .statusCode())
        .isEqualTo(400);
    assertThat(upload("/bench/face-camera/view", "image/png", new byte[] {1, 2, 3}).statusCode())
        .isBetween(400, 499);
    assertThat(upload("/bench/scanner/pages", "image/png", new byte[] {1, 2, 3}).statusCode())
        .isBetween(400, 499);
    assertProblem(upload("/bench/scanner/pages", "image/png", new byte[0]), 400, "empty-body");
    assertProblem(
        upload("/bench/scanner/pages", "multipart/form-data; boundary=x", new byte[] {1}),
        400,
        "empty-body");
  }

  @Test
  void pages_are_fed_by_multipart_and_taken_out(Simulators simulators) throws Exception {
    byte[] sheet = simulators.people().portrait(simulators.person("wang-xiaoying")).orElseThrow();
    HttpResponse<byte[]> fed =
        multipart(
            "/bench/scanner/pages",
            List.of(part("page", "1.png", sheet), part("page", "2.png", sheet)));
    assertThat(new String(fed.body(), StandardCharsets.UTF_8)).isEqualTo("{\"added\":2}");
    assertThat(delete("/bench/scanner/pages").statusCode()).isEqualTo(204);
  }

  @Test
  void addresses_are_written_in_the_kiosks_own_form(Simulators simulators) throws Exception {
    List<String> lines =
        Files.readAllLines(simulators.options().runFolder().resolve("addresses.yaml"));
    assertThat(lines).startsWith("kiosk:", "  terminal: {id: \"NC-0001\"}", "  devices:");
    assertThat(lines.getLast())
        .matches(" {2}platform: \\{url: \"http://127.0.0.1:\\d+\", credentials: \"demo\"}");
    assertThat(lines)
        .anyMatch(l ->
            l.matches(
                " {4}receipt-printer: \\{address: \"tcp://127.0.0.1:\\d+\\?driver=escpos\"}"));
  }

  @Test
  void the_page_and_the_health_are_served() throws Exception {
    assertThat(get("/health").statusCode()).isEqualTo(200);
    assertThat(new String(get("/").body(), StandardCharsets.UTF_8)).contains("<title>");
    assertProblem(get("/page/people.json"), 404, "unknown-page");
  }

  private static void print(Simulators simulators, String text) throws IOException {
    URI address = URI.create(simulators.receiptPrinter().address());
    try (Socket host = new Socket(address.getHost(), address.getPort())) {
      host.setSoTimeout(20_000);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes(new byte[] {0x1B, '@', 0x1C, '&'});
      out.writeBytes(text.getBytes(Charset.forName("GB18030")));
      out.writeBytes(new byte[] {0x1D, 'V', 0, 0x1D, 'r', 1});
      host.getOutputStream().write(out.toByteArray());
      InputStream in = host.getInputStream();
      assertThat(in.read()).isZero();
    }
  }

  private static void assertProblem(HttpResponse<byte[]> answer, int status, String code) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(json(answer).get("code").asString()).isEqualTo(code);
    assertThat(json(answer).get("status").asInt()).isEqualTo(status);
  }

  private static byte[] part(String field, String file, byte[] bytes) {
    String head =
        "--BENCH\r\nContent-Disposition: form-data; name=\""
            + field
            + "\""
            + (file == null ? "" : "; filename=\"" + file + "\"")
            + "\r\n\r\n";
    byte[] first = head.getBytes(StandardCharsets.UTF_8);
    byte[] part = Arrays.copyOf(first, first.length + bytes.length + 2);
    System.arraycopy(bytes, 0, part, first.length, bytes.length);
    part[part.length - 2] = '\r';
    part[part.length - 1] = '\n';
    return part;
  }

  private static HttpResponse<byte[]> multipart(String path, List<byte[]> parts) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    parts.forEach(body::writeBytes);
    body.writeBytes("--BENCH--\r\n".getBytes(StandardCharsets.US_ASCII));
    return upload(path, "multipart/form-data; boundary=BENCH", body.toByteArray());
  }

  private static HttpResponse<byte[]> post(String path, String json) throws Exception {
    return upload(path, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpResponse<byte[]> upload(String path, String type, byte[] body)
      throws Exception {
    return send(
        HttpRequest.newBuilder()
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)),
        path);
  }

  private static HttpResponse<byte[]> get(String path) throws Exception {
    return send(HttpRequest.newBuilder().GET(), path);
  }

  private static HttpResponse<byte[]> delete(String path) throws Exception {
    return send(HttpRequest.newBuilder().DELETE(), path);
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request, String path)
      throws Exception {
    return http.send(
        request.uri(URI.create(bench.url() + path)).build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private static JsonNode json(HttpResponse<byte[]> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
