package io.yichuang.device.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecoveryTest {
  private final Recovery recovery = new Recovery(LaneTimings.usual(), 0);
  private long now;

  /** An hour of tries, each as soon as it may be. */
  private Duration longestWait(Runnable failure) {
    Duration longest = Duration.ZERO;
    while (now < Duration.ofHours(1).toNanos()) {
      failure.run();
      Duration wait = Duration.ofNanos(recovery.untilTry(now));
      longest = longest.compareTo(wait) < 0 ? wait : longest;
      now += wait.toNanos();
    }
    return longest;
  }

  @Test
  void however_long_nobody_was_there_he_serves_soon_after_his_return() {
    assertThat(longestWait(() -> recovery.absent(now)))
        .isGreaterThan(Duration.ofSeconds(1))
        .isLessThanOrEqualTo(Duration.ofSeconds(2));
    assertThat(recovery.quarantined(now)).isFalse();
  }

  @Test
  void who_is_there_and_fails_is_asked_less_and_less() {
    assertThat(longestWait(() -> recovery.failed(now, false))).isEqualTo(Duration.ofSeconds(30));
    assertThat(recovery.quarantined(now)).isFalse();
  }

  @Test
  void who_fails_too_often_is_left_alone() {
    assertThat(longestWait(() -> recovery.failed(now, true))).isEqualTo(Duration.ofSeconds(300));
    recovery.failed(now, true);
    recovery.forgive(now);
    assertThat(recovery.untilTry(now)).isZero();
  }
}
