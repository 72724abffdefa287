package io.yichuang.simulator.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.simulator.SimulatorsExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Every path that scripts were promised, with its verbs, and what it says to bad input. */
@Timeout(60)
class BenchRoutesTest {
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

  private static HttpResponse<String> send(String verb, String path, String body) throws Exception {
    String type = body.startsWith("{") ? "application/json" : "image/png";
    return http.send(
        HttpRequest.newBuilder(URI.create(bench.url() + path))
            .header("Content-Type", type)
            .method(verb, BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "GET    | /bench/devices | `` | 200",
        "GET    | /bench/people | `` | 200",
        "POST   | /bench/id-card-reader/card | {\"person\": \"li-defu\"} | 200",
        "DELETE | /bench/id-card-reader/card | `` | 204",
        "POST   | /bench/scanner/pages | {\"paper\": \"lease\"} | 200",
        "DELETE | /bench/scanner/pages | `` | 204",
        "POST   | /bench/document-camera/view | {\"paper\": \"lease\", \"page\": 2} | 204",
        "POST   | /bench/face-camera/view | {\"person\": \"wang-xiaoying\"} | 204",
        "GET    | /bench/receipt-printer/output | `` | 200",
        "GET    | /bench/page-printer/output | `` | 200",
        "POST   | /bench/scanner/faults | {\"fault\": \"jam\"} | 200",
        "POST   | /bench/id-card-reader/faults | {\"fault\": \"busy\", \"after\": 1, \"times\": 2,"
            + " \"rate\": 0.5} | 200",
        "GET    | /bench/page-printer/faults | `` | 200",
        "DELETE | /bench/face-camera/faults | `` | 204",
        "POST   | /bench/document-camera/unplug | `` | 204",
        "POST   | /bench/document-camera/plug | `` | 204",
        "GET    | /bench/platform/cases | `` | 200",
        "GET    | /bench/platform/messages | `` | 200",
        "POST   | /bench/platform/clock | {\"advance\": \"P3D\"} | 200",
        "POST   | /bench/platform/faults | {\"fault\": \"answer-lost\"} | 200",
        "GET    | /bench/platform/faults | `` | 200",
        "DELETE | /bench/platform/faults | `` | 204",
        "POST   | /bench/code-scanner/show | {\"text\": \"6901234567892\"} | 200",
        "POST   | /bench/code-scanner/take-away | `` | 200",
        "POST   | /bench/code-scanner/faults | {\"fault\": \"no-read\"} | 200",
        "POST   | /bench/site/door | {\"open\": true} | 200",
        "POST   | /bench/site/climate | {\"temperature\": 30.5} | 200",
        "POST   | /bench/site/faults | {\"fault\": \"sensor-dead\"} | 200",
        "POST   | /bench/locker-bank/open-by-key | {\"door\": 3} | 200",
        "POST   | /bench/locker-bank/shut | {\"door\": 3} | 200",
        "POST   | /bench/card-dispenser/refill | `` | 200",
        "POST   | /bench/card-dispenser/faults | {\"fault\": \"bin-full\"} | 200",
        "POST   | /bench/ups/mains | {\"on\": false} | 200",
        "POST   | /bench/ups/load | {\"percent\": 60} | 200",
        "POST   | /bench/fingerprint-reader/finger | {\"present\": true} | 200",
        "POST   | /bench/pin-pad/press | {\"keys\": \"1E\"} | 200",
        "POST   | /bench/endorser/medium | {\"present\": true} | 200",
        "POST   | /bench/passport-reader/swipe | {\"document\": \"permit\"} | 200",
        "POST   | /bench/scanner/platen | {\"paper\": \"lease\"} | 204",
        "DELETE | /bench/scanner/platen | `` | 204",
        "DELETE | /bench/receipt-printer/output | `` | 204",
        "DELETE | /bench/page-printer/output | `` | 204",
        "POST   | /bench/reset | `` | 204"
      })
  void a_promised_path_does_its_work(String verb, String path, String body, int status)
      throws Exception {
    assertThat(send(verb, path, body).statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "POST | /bench/face-camera/view | no picture | 400 | no-picture",
        "POST | /bench/document-camera/view | `` | 400 | empty-body",
        "POST | /bench/scanner/pages | no picture | 400 | no-picture",
        "POST | /bench/scanner/pages | {\"paper\": \"x\"} | 404 | unknown-paper",
        "POST | /bench/people | no picture | 400 | bad-request",
        "POST | /bench/code-scanner/show | {} | 400 | bad-request",
        "POST | /bench/code-scanner/show | {\"text\": 7} | 400 | bad-request",
        "POST | /bench/code-scanner/show | {\"txt\": \"7\"} | 400 | unknown-field",
        "POST | /bench/code-scanner/dance | {} | 404 | unknown-action",
        "POST | /bench/scanner/dance | {} | 404 | unknown-action",
        "POST | /bench/site/door | {\"open\": \"yes\"} | 400 | bad-request",
        "POST | /bench/locker-bank/shut | {\"door\": 17} | 400 | bad-request",
        "POST | /bench/card-dispenser/take | {} | 400 | bad-request",
        "POST | /bench/ups/load | {\"percent\": 900} | 400 | bad-request",
        "POST | /bench/pin-pad/press | {\"keys\": \"x\"} | 400 | bad-request",
        "POST | /bench/passport-reader/swipe | {\"document\": \"x\"} | 400 | bad-request",
        "GET  | /bench/receipt-printer/output/9.png | `` | 404 | unknown-receipt",
        "GET  | /bench/page-printer/output/9.pdf | `` | 404 | unknown-job",
        "POST | /bench/platform/faults | {\"fault\": \"jam\"} | 404 | unknown-fault",
        "POST | /bench/scanner/faults | {\"fault\": \"jam\", \"after\": \"2\"} | 400 | bad-request",
        "POST | /bench/scanner/faults | {\"fault\": \"jam\", \"after\": -1} | 400 | bad-request",
        "POST | /bench/scanner/faults | {\"fault\": \"jam\", \"times\": 0} | 400 | bad-request",
        "POST | /bench/scanner/faults | {\"fault\": \"jam\", \"times\": 1.5} | 400 | bad-request",
        "POST | /bench/scanner/faults | {\"fault\": \"jam\", \"rate\": 2} | 400 | bad-request",
        "POST | /bench/scanner/faults | {\"fault\": \"jam\", \"rate\": \"often\"} | 400 |"
            + " bad-request",
        "POST | /bench/scanner/faults | {\"fault\": \"jam\", \"count\": 2} | 400 | unknown-field",
        "POST | /bench/document-camera/view | {\"paper\": \"lease\", \"page\": \"2\"} | 400 |"
            + " bad-request",
        "POST | /bench/document-camera/view | {\"paper\": \"lease\", \"page\": 9} | 404 |"
            + " unknown-page",
        "POST | /bench/platform/clock | {\"advance\": \"-P3D\"} | 400 | bad-duration",
        "POST | /bench/platform/clock | {\"advance\": \"soon\"} | 400 | bad-duration",
        "POST | /bench/platform/faults | {\"fault\": \"down\", \"times\": 1} | 400 | unknown-field",
        "POST | /bench/platform/cases/50011920261122000132/steps | {\"step\": \"dance\"} | 400 |"
            + " unknown-step",
        "PUT  | /bench/id-card-reader/card | {} | 405 | unknown-method",
        "POST | /bench/devices | {} | 405 | unknown-method",
        "DELETE | /bench/platform/clock | `` | 405 | unknown-method",
        "GET  | /bench/nothing | `` | 404 | unknown-path",
        "GET  | /bench/platform/cases/1 | `` | 400 | bad-code",
        "GET  | /bench/platform/cases/50011920261122000132/materials/x.pdf | `` | 404 |"
            + " unknown-case",
        "POST | /bench/platform/cases/50011920261122000132/steps | {\"step\": \"accept\"} | 404 |"
            + " unknown-case"
      })
  void bad_input_is_a_problem_with_a_code(
      String verb, String path, String body, int status, String code) throws Exception {
    HttpResponse<String> answer = send(verb, path, body);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(JsonMapper.shared().readTree(answer.body()).get("code").asString()).isEqualTo(code);
    assertThat(answer.statusCode()).isEqualTo(status);
  }
}
