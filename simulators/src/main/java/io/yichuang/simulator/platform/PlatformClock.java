package io.yichuang.simulator.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * The platform's time: the given clock, moved on by the bench. How far is kept in the database, as
 * cases hold times of it. Thread-safe.
 */
final class PlatformClock {
  /** Working days are those of the office. */
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final String AHEAD = "clock-ahead";

  private final InstantSource source;
  private final Store store;
  private Duration ahead;

  PlatformClock(InstantSource source, Store store) {
    this.source = source;
    this.store = store;
    this.ahead = store.kept(AHEAD).map(Duration::parse).orElse(Duration.ZERO);
  }

  synchronized Instant now() {
    return source.instant().plus(ahead).truncatedTo(ChronoUnit.MILLIS);
  }

  LocalDate today() {
    return day(now());
  }

  static LocalDate day(Instant at) {
    return at.atZone(ZONE).toLocalDate();
  }

  /** As it stands in answers: with the office's offset. */
  static String text(Instant at) {
    // toString() would leave out zero seconds, which RFC 3339 does not allow.
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.ofInstant(at, ZONE));
  }

  synchronized void advance(Duration by) {
    Duration sum = ahead.plus(by);
    // A script's slip must not overflow the calendar.
    if (sum.compareTo(Duration.ofDays(36_500)) > 0) {
      throw new IllegalArgumentException("The clock goes at most 100 years ahead");
    }
    store.keep(AHEAD, sum.toString());
    ahead = sum;
  }

  synchronized Duration ahead() {
    return ahead;
  }

  /** In step with the given clock again; the database is cleared elsewhere. */
  synchronized void reset() {
    ahead = Duration.ZERO;
  }
}
