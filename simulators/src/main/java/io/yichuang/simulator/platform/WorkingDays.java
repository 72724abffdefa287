package io.yichuang.simulator.platform;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The working days of China, as far as the State Council has published them. A year without a
 * notice is not guessed from weekdays: its holidays move and its make-up days fall on weekends.
 */
final class WorkingDays {
  /** The holidays of a year are not published yet. */
  static final class NotPublished extends Exception {
    private static final long serialVersionUID = 1L;
    private final int year;

    NotPublished(int year) {
      super("calendar of " + year + " not published");
      this.year = year;
    }

    int year() {
      return year;
    }
  }

  private final Set<Integer> years = new HashSet<>();
  private final Set<LocalDate> holidays = new HashSet<>();
  private final Set<LocalDate> makeUpDays = new HashSet<>();

  WorkingDays() {
    JsonNode byYear = Json.resource("working-days.json").get("years");
    byYear
        .properties()
        .forEach(year -> {
          years.add(Integer.valueOf(year.getKey()));
          year.getValue().get("holidays").forEach(day -> holidays.add(date(day)));
          year.getValue().get("makeUpDays").forEach(day -> makeUpDays.add(date(day)));
        });
  }

  private static LocalDate date(JsonNode day) {
    return LocalDate.parse(day.asString());
  }

  boolean isWorking(LocalDate day) throws NotPublished {
    if (!years.contains(day.getYear())) {
      throw new NotPublished(day.getYear());
    }
    if (makeUpDays.contains(day)) {
      return true;
    }
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !weekend && !holidays.contains(day);
  }

  /** The n-th working day after a day; the day itself does not count (民法典 art. 201). */
  LocalDate after(LocalDate day, int n) throws NotPublished {
    LocalDate at = day;
    for (int left = n; left > 0; ) {
      at = at.plusDays(1);
      if (isWorking(at)) {
        left--;
      }
    }
    return at;
  }

  /** Working days in (from, to]; zero if {@code to} is not after {@code from}. */
  int between(LocalDate from, LocalDate to) throws NotPublished {
    int count = 0;
    for (LocalDate at = from.plusDays(1); !at.isAfter(to); at = at.plusDays(1)) {
      if (isWorking(at)) {
        count++;
      }
    }
    return count;
  }

  /**
   * Working days until a due day; negative, and at least -1, once it has passed. Empty if unknown.
   */
  Optional<Integer> left(LocalDate today, LocalDate due) {
    try {
      return Optional.of(
          today.isAfter(due) ? -Math.max(1, between(due, today)) : between(today, due));
    } catch (NotPublished e) {
      return Optional.empty();
    }
  }
}
