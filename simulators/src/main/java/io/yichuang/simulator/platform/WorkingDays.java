package io.yichuang.simulator.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Working days as published. Of a year that is not published nothing is known: weekdays alone would
 * be wrong about every holiday.
 */
final class WorkingDays {
  private final Set<Integer> years = new HashSet<>();
  private final Set<LocalDate> holidays = new HashSet<>();
  private final Set<LocalDate> makeUpDays = new HashSet<>();

  WorkingDays() {
    try (InputStream in = WorkingDays.class.getResourceAsStream("calendar/working-days.json")) {
      JsonNode published = JsonMapper.shared().readTree(in).get("years");
      published.forEachEntry((year, days) -> {
        years.add(Integer.valueOf(year));
        days.get("holidays").forEach(day -> holidays.add(LocalDate.parse(day.asString())));
        days.get("makeUpDays").forEach(day -> makeUpDays.add(LocalDate.parse(day.asString())));
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the day is in a published year. */
  boolean knows(LocalDate day) {
    return years.contains(day.getYear());
  }

  /**
   * Whether offices work on that day.
   *
   * @throws IllegalArgumentException if the calendar of that year is not published
   */
  boolean isWorkingDay(LocalDate day) {
    if (!knows(day)) {
      throw new IllegalArgumentException("calendar of " + day.getYear() + " is not published");
    }
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return makeUpDays.contains(day) || (!weekend && !holidays.contains(day));
  }

  /** The n-th working day after a day; empty if it needs a year that is not published. */
  Optional<LocalDate> after(LocalDate day, int count) {
    if (!knows(day)) {
      return Optional.empty();
    }
    LocalDate at = day;
    for (int left = count; left > 0; ) {
      at = at.plusDays(1);
      if (!knows(at)) {
        return Optional.empty();
      }
      if (isWorkingDay(at)) {
        left--;
      }
    }
    return Optional.of(at);
  }

  /**
   * Working days after {@code today} up to and with {@code due}: 0 on the day itself, negative when
   * late (a day late counts as one, also on a day off); empty if a year is not published.
   */
  OptionalInt until(LocalDate today, LocalDate due) {
    if (!knows(today) || !knows(due)) {
      return OptionalInt.empty();
    }
    if (!today.isAfter(due)) {
      return OptionalInt.of(between(today, due));
    }
    return OptionalInt.of(-Math.max(1, between(due, today)));
  }

  private int between(LocalDate from, LocalDate to) {
    return Math.toIntExact(
        from.plusDays(1).datesUntil(to.plusDays(1)).filter(this::isWorkingDay).count());
  }
}
