package io.yichuang.simulator.platform;

import static io.yichuang.simulator.platform.SubmissionTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Promises, lights and the clock they hang on. */
class PlatformTimeTest extends PlatformOnFriday {
  @Test
  void light_goes_from_green_over_yellow_to_red() throws Exception {
    String code = submitted();
    assertThat(SupervisionCode.isValid(code)).isTrue();
    JsonNode friday = found(code);
    assertThat(friday.get("acceptBy").asString()).isEqualTo("2026-11-23");
    assertThat(friday.get("promisedBy").asString()).isEqualTo("2026-11-24");
    assertThat(friday.get("legalBy").asString()).isEqualTo("2026-11-26");
    assertLight(friday, "green", 2);
    platform.advance(Duration.ofDays(3));
    assertLight(found(code), "green", 1);
    platform.step(code, "accept");
    assertLight(found(code), "green", 1);
    platform.advance(Duration.ofDays(1));
    assertLight(found(code), "yellow", 0);
    platform.advance(Duration.ofDays(1));
    assertLight(found(code), "red", -1);
    assertThat(found(code).get("reason").get("zh").asString()).contains("11月24日");
    platform.step(code, "finish");
    assertThat(found(code).get("light").asString()).isEqualTo("none");
    assertThat(found(code).get("state").asString()).isEqualTo("finished");
    assertThat(platform.messages()).hasSize(2);
  }

  /** Days left at which a promise of so many days turns yellow: by hand. */
  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0", "3, 1", "5, 1", "9, 1", "10, 2", "20, 4", "30, 6"})
  void yellow_comes_at_a_fifth_of_the_promise_and_never_at_once(int promised, int from) {
    assertThat(Deadlines.isDueSoon(from, promised)).isTrue();
    assertThat(Deadlines.isDueSoon(from + 1, promised)).isFalse();
    assertThat(Deadlines.isDueSoon(promised, promised)).isFalse();
  }

  @Test
  void a_clock_that_was_moved_on_stays_so_over_a_restart_until_the_reset() throws Exception {
    platform.advance(Duration.ofDays(3));
    var told = platform.clock();
    stop();
    start();
    assertThat(platform.clock()).isEqualTo(told);
    platform.reset();
    stop();
    start();
    assertThat(platform.clock().get("ahead")).isEqualTo("PT0S");
  }

  private static void assertLight(JsonNode file, String light, int days) {
    assertThat(file.get("light").asString()).isEqualTo(light);
    assertThat(file.get("daysLeft").asInt()).isEqualTo(days);
  }

  @Test
  void beyond_the_calendar_there_is_no_date_but_a_reason() throws Exception {
    platform.advance(Duration.ofDays(41)); // 31 December 2026
    String code = submitted();
    JsonNode file = found(code);
    assertThat(file.has("acceptBy") || file.has("promisedBy") || file.has("daysLeft")).isFalse();
    assertThat(file.get("light").asString()).isEqualTo("none");
    assertThat(file.get("reason").get("en").asString()).contains("calendar is not published");
    assertProblem(
        terminal.post("/v1/cases/" + code + "/reminders", ""), 409, "calendar-not-published");
  }
}
