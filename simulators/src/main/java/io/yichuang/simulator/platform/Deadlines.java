package io.yichuang.simulator.platform;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** By when a case is accepted and done, and which light it shows. */
final class Deadlines {
  /**
   * The office says within one working day whether it accepts; the law allows five (行政许可法 art. 32).
   */
  static final int ACCEPT_WORKING_DAYS = 1;

  /** A case turns yellow when this part of its time is used, and on its last day. */
  static final double YELLOW_SHARE = 0.8;

  enum Light {
    GREEN,
    YELLOW,
    RED,
    NONE
  }

  private final WorkingDays days;

  Deadlines(WorkingDays days) {
    this.days = days;
  }

  WorkingDays days() {
    return days;
  }

  /**
   * Fills in the days that are told at submission. What touches an unpublished year stays empty and
   * the year is kept.
   */
  CaseRecord atSubmission(CaseRecord made, JsonNode item) {
    LocalDate submitted = PlatformClock.day(made.submittedAt());
    try {
      LocalDate accept = days.after(submitted, ACCEPT_WORKING_DAYS);
      return limited(made.withLimits(accept, null, null, 0), item, submitted, accept);
    } catch (WorkingDays.NotPublished e) {
      return made.withLimits(null, null, null, e.year());
    }
  }

  /**
   * Counts again from the acceptance; an early one brings the days forward, a late one never back.
   */
  CaseRecord atAcceptance(CaseRecord accepted, JsonNode item, LocalDate day, boolean corrected) {
    CaseRecord counted = limited(accepted, item, PlatformClock.day(accepted.submittedAt()), day);
    // While the citizen had to mend papers the clock stood: only then the days may move back.
    return corrected
        ? counted
        : counted.withLimits(
            accepted.acceptBy(),
            earlier(accepted.promisedBy(), counted.promisedBy()),
            earlier(accepted.legalBy(), counted.legalBy()),
            counted.notPublished());
  }

  private CaseRecord limited(
      CaseRecord record, JsonNode item, LocalDate submitted, LocalDate accepted) {
    LocalDate promised = null;
    LocalDate legal = null;
    int year = 0;
    try {
      promised = due(item.path("limits").path("promised"), submitted, accepted);
      legal = due(item.path("limits").path("legal"), submitted, accepted);
    } catch (WorkingDays.NotPublished e) {
      year = e.year();
    }
    return record.withLimits(record.acceptBy(), promised, legal, year);
  }

  private @Nullable LocalDate due(JsonNode limit, LocalDate submitted, LocalDate accepted)
      throws WorkingDays.NotPublished {
    if (limit.isMissingNode()) {
      return null;
    }
    LocalDate start = limit.get("start").asString().equals("submitted") ? submitted : accepted;
    int value = limit.get("value").asInt();
    return limit.get("unit").asString().equals("working-day")
        ? days.after(start, value)
        : start.plusDays(value);
  }

  private static @Nullable LocalDate earlier(
      @Nullable LocalDate told, @Nullable LocalDate counted) {
    if (told == null || counted == null) {
      return told == null ? counted : told;
    }
    return told.isBefore(counted) ? told : counted;
  }

  /** The worse one of the running clocks; none where nothing runs or no day could be told. */
  Light light(CaseRecord record, LocalDate today) {
    if (!record.open()) {
      return Light.NONE;
    }
    LocalDate submitted = PlatformClock.day(record.submittedAt());
    Light whole = light(submitted, record.promisedBy(), today);
    if (record.state() == CaseRecord.State.ACCEPTED) {
      return whole;
    }
    Light acceptance = light(submitted, record.acceptBy(), today);
    if (acceptance == Light.NONE || whole == Light.NONE) {
      return acceptance == Light.NONE ? whole : acceptance;
    }
    return acceptance.compareTo(whole) > 0 ? acceptance : whole;
  }

  private Light light(LocalDate start, @Nullable LocalDate due, LocalDate today) {
    if (due == null) {
      return Light.NONE;
    }
    if (today.isAfter(due)) {
      return Light.RED;
    }
    try {
      int all = days.between(start, due);
      int left = days.between(today, due);
      boolean late = left == 0 || (all > 0 && all - left >= all * YELLOW_SHARE);
      return late ? Light.YELLOW : Light.GREEN;
    } catch (WorkingDays.NotPublished e) {
      return Light.NONE;
    }
  }
}
