package io.yichuang.simulator.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WorkingDaysTest {
  private final WorkingDays days = new WorkingDays();

  /** True days, counted by hand in the published calendars. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-23, 1, 2026-11-24",
    "2026-11-27, 1, 2026-11-30",
    "2026-09-30, 1, 2026-10-08",
    "2026-09-30, 3, 2026-10-10",
    "2026-09-30, 4, 2026-10-12",
    "2026-02-13, 1, 2026-02-14",
    "2026-02-14, 1, 2026-02-24",
    "2026-01-01, 1, 2026-01-04",
    "2026-05-08, 1, 2026-05-09",
    "2025-01-24, 3, 2025-02-05",
    "2025-09-30, 1, 2025-10-09",
    "2024-02-09, 1, 2024-02-18",
    "2024-12-31, 1, 2025-01-02"
  })
  void the_nth_working_day(String from, int n, String expected) throws Exception {
    assertThat(days.after(LocalDate.parse(from), n)).isEqualTo(LocalDate.parse(expected));
    assertThat(days.between(LocalDate.parse(from), LocalDate.parse(expected))).isEqualTo(n);
  }

  /** Totals of each year: 365 or 366 minus weekends and holidays plus make-up days. */
  @ParameterizedTest
  @CsvSource({"2024, 251", "2025, 248", "2026, 248"})
  void working_days_of_a_year(int year, int expected) throws Exception {
    int count = 0;
    for (LocalDate at = LocalDate.of(year, 1, 1); at.getYear() == year; at = at.plusDays(1)) {
      count += days.isWorking(at) ? 1 : 0;
    }
    assertThat(count).isEqualTo(expected);
  }

  @Test
  void an_unpublished_year_is_not_guessed() {
    assertThatThrownBy(() -> days.after(LocalDate.of(2026, 12, 30), 2))
        .isInstanceOf(WorkingDays.NotPublished.class);
    assertThatThrownBy(() -> days.isWorking(LocalDate.of(2027, 1, 4)))
        .isInstanceOf(WorkingDays.NotPublished.class);
    assertThat(days.left(LocalDate.of(2026, 12, 30), LocalDate.of(2027, 1, 5))).isEmpty();
  }

  @Test
  void a_promise_that_passed_on_a_weekend_is_late_by_one() {
    assertThat(days.left(LocalDate.of(2026, 11, 28), LocalDate.of(2026, 11, 27))).contains(-1);
    assertThat(days.left(LocalDate.of(2026, 11, 27), LocalDate.of(2026, 11, 27))).contains(0);
  }
}
