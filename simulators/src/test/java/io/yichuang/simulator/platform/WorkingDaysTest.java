package io.yichuang.simulator.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates of the State Council's notices for 2024, 2025 and 2026. */
class WorkingDaysTest {
  private final WorkingDays calendar = new WorkingDays();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14",
        "2024-09-29", "2024-10-12", "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28",
        "2025-10-11", "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20",
        "2026-10-10"
      })
  void a_make_up_day_on_a_weekend_is_worked(LocalDate day) {
    assertThat(day.getDayOfWeek().getValue()).isGreaterThan(5);
    assertThat(calendar.isWorkingDay(day)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-12", "2024-10-07", "2025-01-28", "2025-10-08", "2026-01-02", "2026-02-16",
        "2026-02-23", "2026-04-06", "2026-05-05", "2026-06-19", "2026-09-25", "2026-10-07"
      })
  void a_holiday_on_a_weekday_is_off(LocalDate day) {
    assertThat(day.getDayOfWeek().getValue()).isLessThan(6);
    assertThat(calendar.isWorkingDay(day)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20, 1, 2026-11-23", // Friday to Monday
    "2026-11-22, 1, 2026-11-23",
    "2026-11-23, 1, 2026-11-24",
    "2026-02-13, 1, 2026-02-14", // a Saturday that is worked
    "2026-02-14, 1, 2026-02-24", // over the Spring Festival
    "2026-02-14, 5, 2026-02-28", // 24, 25, 26, 27 and the Saturday
    "2026-09-30, 1, 2026-10-08",
    "2026-09-30, 3, 2026-10-10",
    "2025-12-31, 1, 2026-01-04",
    "2026-12-30, 1, 2026-12-31",
  })
  void the_nth_working_day_after(LocalDate from, int count, LocalDate expected) {
    assertThat(calendar.after(from, count)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20, 2026-11-24, 2",
    "2026-11-24, 2026-11-24, 0",
    "2026-11-25, 2026-11-24, -1",
    "2026-11-21, 2026-11-20, -1", // late on a Saturday
    "2026-11-24, 2026-11-20, -2",
    "2026-09-30, 2026-10-08, 1",
  })
  void days_left(LocalDate today, LocalDate due, int expected) {
    assertThat(calendar.until(today, due)).hasValue(expected);
  }

  @Test
  void beyond_the_published_years_nothing_is_guessed() {
    assertThat(calendar.after(LocalDate.of(2026, 12, 31), 1)).isEmpty();
    assertThat(calendar.after(LocalDate.of(2026, 12, 30), 2)).isEmpty();
    assertThat(calendar.after(LocalDate.of(2027, 3, 1), 0)).isEmpty();
    assertThat(calendar.until(LocalDate.of(2026, 12, 30), LocalDate.of(2027, 1, 4))).isEmpty();
    assertThatThrownBy(() -> calendar.isWorkingDay(LocalDate.of(2027, 1, 1)))
        .hasMessageContaining("not published");
    assertThat(calendar.knows(LocalDate.of(2023, 12, 31))).isFalse();
  }
}
