package io.yichuang.simulator.platform;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The dates of a case and the light they give today. A date that needs a calendar nobody has
 * published yet is absent, and the reason says so.
 */
record Deadlines(
    Optional<LocalDate> acceptBy,
    Optional<LocalDate> promisedBy,
    Optional<LocalDate> legalBy,
    OptionalInt daysLeft,
    Light light,
    @Nullable ObjectNode reason) {

  /** As the contract names them in small letters. */
  enum Light {
    GREEN,
    YELLOW,
    RED,
    NONE;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final ObjectNode NO_CALENDAR =
      Words.of(
          "工作日历还没公布，日期定下来就告诉您。",
          "The calendar is not published yet; we tell you the date once it is.");

  static Deadlines of(StoredCase c, JsonNode item, WorkingDays calendar, LocalDate today) {
    LocalDate received = PlatformClock.day(c.receivedAt());
    boolean apply = item.get("kind").asString().equals("apply");
    Optional<LocalDate> acceptBy = apply ? calendar.after(received, 1) : Optional.empty();
    Optional<LocalDate> accepted =
        Optional.ofNullable(c.acceptedAt())
            .map(PlatformClock::day)
            // An office that accepts late is late: the promise told before stands. Only while it
            // waited for the citizen's papers did its time stand still.
            .filter(day -> c.correctionAt() != null || acceptBy.filter(day::isAfter).isEmpty())
            .or(() -> acceptBy);
    Optional<LocalDate> promisedBy = limit(item, "promised", received, accepted, calendar);
    Optional<LocalDate> legalBy = limit(item, "legal", received, accepted, calendar);
    return switch (c.state()) {
      case FINISHED ->
          new Deadlines(acceptBy, promisedBy, legalBy, OptionalInt.empty(), Light.NONE, null);
      // The office's time stands still while it waits for the citizen.
      case CORRECTION ->
          new Deadlines(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              OptionalInt.empty(),
              Light.NONE,
              Words.of("等您补材料，补齐后重新算时间。", "We wait for your papers; time starts again then."));
      case RECEIVED, ACCEPTED -> running(c, calendar, today, acceptBy, promisedBy, legalBy);
    };
  }

  private static Deadlines running(
      StoredCase c,
      WorkingDays calendar,
      LocalDate today,
      Optional<LocalDate> acceptBy,
      Optional<LocalDate> promisedBy,
      Optional<LocalDate> legalBy) {
    OptionalInt left =
        promisedBy.map(due -> calendar.until(today, due)).orElse(OptionalInt.empty());
    boolean awaited = c.state() == StoredCase.State.RECEIVED;
    Light light;
    ObjectNode reason;
    if (left.isEmpty()) {
      light = Light.NONE;
      reason = NO_CALENDAR;
    } else if (left.getAsInt() < 0) {
      light = Light.RED;
      reason =
          Words.dated(
              "本该%s办好，已经晚了。督查已介入。",
              "It was due on %s and is late. Supervision looks into it.", promisedBy.orElseThrow());
    } else if (awaited && acceptBy.filter(today::isAfter).isPresent()) {
      light = Light.RED;
      reason =
          Words.dated(
              "本该%s告诉您受不受理。督查已介入。",
              "You were to hear by %s. Supervision looks into it.", acceptBy.orElseThrow());
    } else if (left.getAsInt() <= 1) {
      light = Light.YELLOW;
      reason =
          Words.dated(
              "快到期了，最晚%s办好。", "Due soon: done by %s at the latest.", promisedBy.orElseThrow());
    } else {
      light = Light.GREEN;
      reason = Words.dated("按时在办，%s前办好。", "On time: done by %s.", promisedBy.orElseThrow());
    }
    return new Deadlines(acceptBy, promisedBy, legalBy, left, light, reason);
  }

  private static Optional<LocalDate> limit(
      JsonNode item,
      String which,
      LocalDate received,
      Optional<LocalDate> accepted,
      WorkingDays calendar) {
    JsonNode limit = item.get("limits").get(which);
    if (limit == null) {
      return Optional.empty();
    }
    Optional<LocalDate> start =
        limit.get("start").asString().equals("accepted") ? accepted : Optional.of(received);
    int value = limit.get("value").asInt();
    return limit.get("unit").asString().equals("working-day")
        ? start.flatMap(day -> calendar.after(day, value))
        : start.map(day -> day.plusDays(value));
  }
}
