package io.yichuang.simulator.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/** The real clock and how far the bench has moved the platform ahead of it. Any thread. */
final class PlatformClock implements InstantSource {
  /** All of China keeps one time. */
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final InstantSource real;
  private final Store store;

  PlatformClock(InstantSource real, Store store) {
    this.real = real;
    this.store = store;
  }

  @Override
  public Instant instant() {
    return real.instant().plus(store.ahead());
  }

  /** What the terminals' clocks show. */
  Instant real() {
    return real.instant();
  }

  /** A terminal's time on this clock. */
  Instant of(Instant terminal) {
    return terminal.plus(store.ahead());
  }

  LocalDate today() {
    return day(instant());
  }

  static LocalDate day(Instant instant) {
    return instant.atZone(ZONE).toLocalDate();
  }

  void advance(Duration by) {
    store.setAhead(store.ahead().plus(by));
  }
}
