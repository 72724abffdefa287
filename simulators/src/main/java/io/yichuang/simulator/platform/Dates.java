package io.yichuang.simulator.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as people read them. */
final class Dates {
  private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("y年M月d日", Locale.CHINA);
  private static final DateTimeFormatter EN =
      DateTimeFormatter.ofPattern("d MMMM y", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("y-MM-dd HH:mm", Locale.ROOT);

  private Dates() {}

  static String zh(LocalDate date) {
    return ZH.format(date);
  }

  static String in(String language, LocalDate date) {
    return language.equals("en") ? EN.format(date) : ZH.format(date);
  }

  static String minute(Instant instant) {
    return MINUTE.format(instant.atZone(PlatformClock.ZONE));
  }
}
