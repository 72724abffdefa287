package io.yichuang.kiosk.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.yichuang.kiosk.KioskProperties;
import io.yichuang.kiosk.platform.PlatformException.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** Against a real HTTP server on this machine that says what each test wants. */
class HttpPlatformTest {
  private static final String NAME = "王小英";
  private static final String NUMBER = "500119199001010011";
  private static final String DATA =
      """
      {"dataset": "residence", "department": {"zh": "公安局", "en": "Police"},
       "recordedOn": "2020-01-02", "fetchedAt": "2026-03-01T02:00:00Z",
       "fields": {"address": "南川区"}, "newField": 1}
      """;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final PlatformHealth health = new PlatformHealth();
  private HttpServer server;
  private HttpPlatform platform;
  private volatile int status = 200;
  private volatile String answer = "";
  private volatile @Nullable String type = "application/json";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          asked.add(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI().getRawPath()
                  + " "
                  + headers.getFirst("Authorization")
                  + " "
                  + headers.getFirst("Terminal"));
          exchange.getRequestBody().readAllBytes();
          byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
          if (type != null) {
            exchange.getResponseHeaders().set("Content-Type", type);
          }
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          try (var out = exchange.getResponseBody()) {
            out.write(bytes);
          }
        });
    server.start();
    var values =
        Map.of(
            "kiosk.platform.url", "http://127.0.0.1:" + server.getAddress().getPort(),
            "kiosk.platform.credentials", "a-key",
            "kiosk.platform.timeout", "PT1S",
            "kiosk.terminal.id", "NC-0107");
    var properties =
        new Binder(new MapConfigurationPropertySource(values))
            .bindOrCreate("kiosk", KioskProperties.class);
    platform = new HttpPlatform(properties, JsonMapper.builder().build(), health);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private SharedData fetch() throws PlatformException {
    return platform.sharedData(
        "residence", new Subject(NUMBER, NAME), "TEST-1", Platform.Purpose.PREFILL);
  }

  private PlatformException failure() {
    PlatformException failure = catchThrowableOfType(PlatformException.class, this::fetch);
    assertThat(failure).isNotNull();
    return failure;
  }

  @Test
  void a_record_comes_through_and_an_unknown_field_does_no_harm() throws PlatformException {
    answer = DATA;
    SharedData record = fetch();
    assertThat(record.fields()).containsEntry("address", "南川区");
    assertThat(record.toString()).doesNotContain("南川区");
    assertThat(health.up()).isTrue();
    assertThat(asked).containsExactly("POST /v1/shared-data/residence Bearer a-key NC-0107");
  }

  @ParameterizedTest
  @CsvSource({
    "400,bad-request,REFUSED,false",
    "404,no-record,REFUSED,false",
    "422,incomplete,REFUSED,false",
    "424,department-down,TROUBLED,true",
    "500,broken,TROUBLED,true",
    "503,department-down,TROUBLED,true"
  })
  void a_problem_keeps_its_code_and_says_whether_to_try_again(
      int said, String code, Kind kind, boolean again) {
    status = said;
    answer = "{\"code\": \"" + code + "\", \"title\": \"" + NAME + "\", \"missing\": [\"deed\"]}";
    PlatformException failure = failure();
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.missing()).containsExactly("deed");
    assertThat(failure.worthAnotherTry()).isEqualTo(again);
    assertThat(health.up()).isEqualTo(said < 500);
    assertMute(failure);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "7",
        "{",
        "<html>王小英 500119199001010011</html>",
        "{\"dataset\": \"王小英\"}",
        "{\"fields\": \"500119199001010011\"}",
        "{\"recordedOn\": \"500119199001010011\", \"fields\": {}}"
      })
  void an_answer_that_is_none_is_nonsense_and_is_not_quoted(String garbage) {
    answer = garbage;
    PlatformException failure = failure();
    assertThat(failure.kind()).isEqualTo(Kind.NONSENSE);
    assertThat(failure.worthAnotherTry()).isTrue();
    assertMute(failure);
  }

  @Test
  void an_answer_cut_anywhere_is_nonsense() {
    String whole = DATA.strip();
    for (int length = 0; length < whole.length(); length += 7) {
      answer = whole.substring(0, length);
      assertThat(failure().kind()).as("%d characters", length).isEqualTo(Kind.NONSENSE);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "{}", "<html>王小英</html>", "{\"code\": null}", "{\"code\": {}}"})
  void an_error_without_a_problem_document_is_nonsense_and_is_not_quoted(String garbage) {
    for (int said : new int[] {400, 404, 502}) {
      status = said;
      answer = garbage;
      PlatformException failure = failure();
      assertThat(failure.kind()).isEqualTo(Kind.NONSENSE);
      assertThat(failure.code()).isEmpty();
      assertMute(failure);
    }
  }

  /** One question of each kind. */
  private interface Asking {
    Object ask(HttpPlatform platform) throws IOException;
  }

  private static final Map<String, Asking> QUESTIONS =
      Map.of(
          "catalogue", platform -> platform.newerThan("v1"),
          "shared data",
              platform ->
                  platform.sharedData(
                      "x", new Subject(NUMBER, NAME), "TEST-1", Platform.Purpose.PREFILL),
          "challenge", platform -> platform.sendSmsCode(NUMBER),
          "person", platform -> platform.checkSmsCode("c", "123456"),
          "case", platform -> platform.submit("NC-0107-00000001-00", new byte[0]),
          "cases", platform -> platform.casesOf(NUMBER),
          "reminder", platform -> platform.remind("50011920260301000100"));

  static Stream<String> questions() {
    return QUESTIONS.keySet().stream().sorted();
  }

  private PlatformException failureOf(String question) {
    PlatformException failure =
        catchThrowableOfType(PlatformException.class, () -> QUESTIONS.get(question).ask(platform));
    assertThat(failure).as(question).isNotNull();
    return failure;
  }

  @ParameterizedTest
  @MethodSource("questions")
  void an_answer_without_its_fields_is_nonsense(String question) {
    for (String empty : List.of("{}", "[]", "null", "", "{\"unknown\": 1}", "\"{}\"")) {
      answer = empty;
      assertThat(failureOf(question).kind()).as(empty).isEqualTo(Kind.NONSENSE);
      assertThat(health.up()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "challenge | {\"challenge\": null, \"phone\": \"1\", \"expiresAt\": \"2026-03-01T02:00:00Z\"}",
        "challenge | {\"challenge\": \"c\", \"phone\": \"1\"}",
        "person | {\"name\": \"王小英\", \"idNumber\": \"500119199001010011\"}",
        "reminder | {\"at\": \"2026-03-01T02:00:00Z\"}",
        "shared data | {\"dataset\": \"x\", \"fields\": {}}",
        "shared data | {\"dataset\": \"x\", \"department\": {\"zh\": \"a\"}, \"recordedOn\": \"2020-01-02\", \"fetchedAt\": \"2026-03-01T02:00:00Z\", \"fields\": {}}",
        "cases | {\"cases\": [null]}",
        "catalogue | {\"version\": \"v2\", \"items\": [null]}",
        "catalogue | {\"version\": \"v2\"}",
        "catalogue | {\"version\": \"v2\", \"items\": [{\"code\": \"A\", \"kind\": \"apply\"}]}"
      })
  void an_answer_that_lacks_one_field_is_nonsense_and_is_not_quoted(String question, String lack) {
    answer = lack;
    PlatformException failure = failureOf(question);
    assertThat(failure.kind()).isEqualTo(Kind.NONSENSE);
    assertMute(failure);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html; charset=utf-8", "text/plain", "application/jsonp", ";;", ""})
  void an_answer_of_another_type_is_nonsense(String other) {
    type = other.isEmpty() ? null : other;
    answer = DATA;
    assertThat(failure().kind()).isEqualTo(Kind.NONSENSE);
    assertThat(health.up()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json;charset=utf-8", "Application/JSON", "application/geo+json"})
  void json_by_any_name_is_read(String other) throws PlatformException {
    type = other;
    answer = DATA;
    assertThat(fetch().dataset()).isEqualTo("residence");
  }

  /** A hotel's login page says 200 to everything: nothing was stored there. */
  @Test
  void a_page_for_people_is_no_receipt_for_a_file() {
    type = "text/html";
    answer = "<html>";
    PlatformException failure =
        catchThrowableOfType(
            PlatformException.class,
            () -> platform.putFile("00", "application/pdf", new byte[] {1}));
    assertThat(failure).isNotNull();
    assertThat(failure.kind()).isEqualTo(Kind.NONSENSE);
    assertThat(failure.worthAnotherTry()).isTrue();
  }

  /** A catalogue may be large. */
  @ParameterizedTest
  @ValueSource(strings = {"shared data", "challenge", "person", "case", "cases", "reminder"})
  void an_answer_larger_than_it_can_be_is_not_held(String question) {
    answer = "{\"x\": \"" + "x".repeat(5 << 20) + "\"}";
    assertThat(failureOf(question).kind()).isEqualTo(Kind.NONSENSE);
  }

  /** Headers at once, one byte, and then nothing. */
  @Test
  @Timeout(60)
  void an_answer_that_never_ends_is_given_up() {
    var over = new CountDownLatch(1);
    server.createContext(
        "/v1/identity/sms-codes",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, 0);
          try (var out = exchange.getResponseBody()) {
            out.write('{');
            out.flush();
            over.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    try {
      assertThat(failureOf("challenge").kind()).isEqualTo(Kind.UNREACHABLE);
      assertThat(health.up()).isFalse();
    } finally {
      over.countDown();
    }
  }

  @Test
  void a_connection_lost_within_the_answer_is_nonsense() {
    server.createContext(
        "/v1/identity/sms-codes",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, 1_000);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          throw new IOException("the line is cut");
        });
    assertThat(failureOf("challenge").kind()).isEqualTo(Kind.NONSENSE);
  }

  @Test
  void a_platform_that_is_not_there_is_unreachable() {
    server.stop(0);
    PlatformException failure = failure();
    assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(failure.worthAnotherTry()).isTrue();
    assertThat(health.up()).isFalse();
    assertMute(failure);
  }

  @Test
  void an_unknown_case_is_no_error_but_an_empty_list() throws PlatformException {
    status = 404;
    answer = "{\"code\": \"unknown-case\"}";
    assertThat(platform.caseByCode("50011900000000000001")).isEmpty();
    assertThat(platform.casesOf(NUMBER)).isEmpty();
  }

  @Test
  void a_case_without_a_right_code_is_nonsense() {
    answer = "{\"cases\": [{\"code\": \"12\", \"applicant\": \"" + NAME + "\"}]}";
    PlatformException failure =
        catchThrowableOfType(PlatformException.class, () -> platform.casesOf(NUMBER));
    assertThat(failure.kind()).isEqualTo(Kind.NONSENSE);
    assertMute(failure);
  }

  @Test
  void what_stands_in_a_path_cannot_leave_it() throws PlatformException {
    answer = "{}";
    platform.rate("../../x?y", 5);
    assertThat(asked)
        .singleElement()
        .asString()
        .startsWith("POST /v1/cases/..%2F..%2Fx%3Fy/ratings ");
  }

  @Test
  void an_unchanged_catalogue_is_not_read_again() throws IOException {
    status = 304;
    assertThat(platform.newerThan("v1")).isEmpty();
  }

  /** Nobody's name or number stands in the message of a failure or of any cause. */
  private static void assertMute(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      assertThat(at.toString()).doesNotContain(NAME).doesNotContain(NUMBER);
    }
  }
}
