package io.yichuang.kiosk.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.kiosk.platform.PlatformException.Kind;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the platform means by its answers, and what is asked of it. */
class HttpPlatformTest extends LoopbackPlatform {
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
    "422,bad-hash,TROUBLED,true",
    "422,missing-file,TROUBLED,true",
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
    // One office that is down is not the platform.
    assertThat(health.up()).isEqualTo(said < 500 || code.equals("department-down"));
    assertMute(failure);
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
}
