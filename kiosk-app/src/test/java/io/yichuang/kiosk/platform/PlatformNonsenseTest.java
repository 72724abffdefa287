package io.yichuang.kiosk.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.yichuang.kiosk.platform.PlatformException.Kind;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are none: nothing is taken from them, nothing of them is quoted. */
class PlatformNonsenseTest extends LoopbackPlatform {
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
  void a_case_without_a_right_code_is_nonsense() {
    answer = "{\"cases\": [{\"code\": \"12\", \"applicant\": \"" + NAME + "\"}]}";
    PlatformException failure =
        catchThrowableOfType(PlatformException.class, () -> platform.casesOf(NUMBER));
    assertThat(failure.kind()).isEqualTo(Kind.NONSENSE);
    assertMute(failure);
  }
}
