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

  /**
   * Yellow means "at risk", so it has to come late enough to be news: at a fifth of the promise, or
   * a day before its end where the promise is long enough for that. No rule of the kind is public;
   * the shares are ours.
   */
  private static final int YELLOW_SHARE = 5;

  private static final int SHORTEST_WITH_WARNING_DAY = 3;

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
              Words.of("waits.correction"));
      case RECEIVED, ACCEPTED -> {
        int promised = item.get("limits").path("promised").path("value").asInt();
        yield running(c, calendar, today, promised, acceptBy, promisedBy, legalBy);
      }
    };
  }

  private static Deadlines running(
      StoredCase c,
      WorkingDays calendar,
      LocalDate today,
      int promised,
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
      reason = Words.of("calendar.unpublished");
    } else if (left.getAsInt() < 0) {
      light = Light.RED;
      reason = Words.of("light.overdue", promisedBy.orElseThrow());
    } else if (awaited && acceptBy.filter(today::isAfter).isPresent()) {
      light = Light.RED;
      reason = Words.of("light.unheard", acceptBy.orElseThrow());
    } else if (isDueSoon(left.getAsInt(), promised)) {
      light = Light.YELLOW;
      reason = Words.of("light.due-soon", promisedBy.orElseThrow());
    } else {
      light = Light.GREEN;
      reason = Words.of("light.on-time", promisedBy.orElseThrow());
    }
    return new Deadlines(acceptBy, promisedBy, legalBy, left, light, reason);
  }

  /**
   * @param left working days until the promise ends, 0 or more
   * @param promised days the item promises
   */
  static boolean isDueSoon(int left, int promised) {
    return left * YELLOW_SHARE <= promised || (left <= 1 && promised >= SHORTEST_WITH_WARNING_DAY);
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
