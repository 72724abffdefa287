package io.yichuang.kiosk.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.kiosk.KioskProperties;
import io.yichuang.kiosk.MovableClock;
import io.yichuang.kiosk.session.Patience.Verdict;
import io.yichuang.kiosk.session.Stage.Pace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {
  private static final KioskProperties.Idle IDLE =
      new KioskProperties.Idle(
          Duration.ofSeconds(60),
          Duration.ofSeconds(120),
          Duration.ofSeconds(180),
          Duration.ofSeconds(30),
          Duration.ofSeconds(20),
          Duration.ofMinutes(5));

  private final MovableClock clock =
      new MovableClock(Clock.fixed(Instant.parse("2026-03-01T02:00:00Z"), ZoneOffset.UTC));
  private final Patience patience = new Patience(clock, IDLE);

  @ParameterizedTest
  @CsvSource({"PAGE,60", "READING,120", "FORM,180", "PAUSE,300"})
  void a_page_waits_its_time_and_then_asks(Pace pace, int seconds) {
    patience.begin(pace);
    clock.forward(Duration.ofSeconds(seconds).minusMillis(1));
    assertThat(patience.check(pace)).isEqualTo(Verdict.WAIT);
    clock.forward(Duration.ofMillis(1));
    assertThat(patience.check(pace)).isEqualTo(Verdict.WARN);
  }

  @ParameterizedTest
  @CsvSource({"PAGE,120,WARN", "READING,240,WARN", "FORM,360,WARN", "RESULT,40,OVER"})
  void an_elder_has_twice_the_time(Pace pace, int seconds, Verdict then) {
    patience.elder(true);
    patience.begin(pace);
    clock.forward(Duration.ofSeconds(seconds).minusMillis(1));
    assertThat(patience.check(pace)).isEqualTo(Verdict.WAIT);
    clock.forward(Duration.ofMillis(1));
    assertThat(patience.check(pace)).isEqualTo(then);
  }

  @Test
  void a_passer_bys_finger_does_not_make_a_pause_longer() {
    patience.begin(Pace.PAUSE);
    clock.forward(Duration.ofSeconds(200));
    patience.touched();
    clock.forward(Duration.ofSeconds(100));
    assertThat(patience.check(Pace.PAUSE)).isEqualTo(Verdict.WARN);
  }

  @Test
  void a_clock_that_is_set_back_leaves_no_page_open() {
    patience.begin(Pace.PAGE);
    clock.forward(Duration.ofHours(-8));
    assertThat(patience.check(Pace.PAGE)).isEqualTo(Verdict.WAIT);
    clock.forward(Duration.ofSeconds(60));
    assertThat(patience.check(Pace.PAGE)).isEqualTo(Verdict.WARN);
    clock.forward(Duration.ofHours(-8));
    assertThat(patience.warningOver()).isFalse();
    clock.forward(Duration.ofSeconds(30));
    assertThat(patience.warningOver()).isTrue();
  }

  @Test
  void the_result_ends_without_a_question() {
    patience.begin(Pace.RESULT);
    clock.forward(Duration.ofSeconds(20));
    assertThat(patience.check(Pace.RESULT)).isEqualTo(Verdict.OVER);
  }

  @Test
  void a_page_without_a_pace_waits_for_ever() {
    patience.begin(Pace.NONE);
    clock.forward(Duration.ofDays(400));
    assertThat(patience.check(Pace.NONE)).isEqualTo(Verdict.WAIT);
    assertThat(patience.left(Pace.NONE)).isEmpty();
  }

  @Test
  void a_touch_begins_the_time_anew() {
    patience.begin(Pace.PAGE);
    clock.forward(Duration.ofSeconds(59));
    patience.touched();
    clock.forward(Duration.ofSeconds(59));
    assertThat(patience.check(Pace.PAGE)).isEqualTo(Verdict.WAIT);
    assertThat(patience.left(Pace.PAGE)).contains(Duration.ofSeconds(1));
  }

  @Test
  void the_warning_runs_30_seconds() {
    patience.begin(Pace.NONE);
    assertThat(patience.warningLeft()).isEqualTo(Duration.ofSeconds(30));
    clock.forward(Duration.ofSeconds(30).minusMillis(1));
    assertThat(patience.warningOver()).isFalse();
    clock.forward(Duration.ofMillis(1));
    assertThat(patience.warningOver()).isTrue();
  }

  @Test
  void a_touch_beside_the_key_does_not_lengthen_the_warning() {
    patience.begin(Pace.NONE);
    clock.forward(Duration.ofSeconds(29));
    patience.touched();
    clock.forward(Duration.ofSeconds(1));
    assertThat(patience.warningOver()).isTrue();
  }

  @Test
  void who_says_still_here_is_not_thrown_out_and_is_asked_again_without_limit() {
    for (int round = 0; round < 100; round++) {
      patience.begin(Pace.NONE);
      assertThat(patience.extended()).isFalse();
      patience.extend();
      clock.forward(Duration.ofSeconds(31));
      assertThat(patience.extended()).isTrue();
      assertThat(patience.warningOver()).isFalse();
      patience.begin(Pace.PAGE);
      clock.forward(Duration.ofSeconds(60));
      assertThat(patience.check(Pace.PAGE)).isEqualTo(Verdict.WARN);
    }
  }
}
