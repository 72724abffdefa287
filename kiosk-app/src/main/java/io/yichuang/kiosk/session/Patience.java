package io.yichuang.kiosk.session;

import io.yichuang.kiosk.KioskProperties;
import io.yichuang.kiosk.session.Stage.Pace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long the terminal waits for a touch, asks whether somebody is there, and gives up. Extended
 * without limit.
 */
final class Patience {
  enum Verdict {
    WAIT,
    WARN,
    OVER
  }

  private final Clock clock;
  private final KioskProperties.Idle idle;
  private Instant last;
  private Instant warned;
  private Pace pace = Pace.NONE;
  private boolean extended;
  private boolean elder;

  Patience(Clock clock, KioskProperties.Idle idle) {
    this.clock = clock;
    this.idle = idle;
    this.last = clock.instant();
    this.warned = last;
  }

  /** Elders get twice the time. */
  void elder(boolean yes) {
    elder = yes;
  }

  /** A page is shown. */
  void begin(Pace pace) {
    this.pace = pace;
    last = clock.instant();
    warned = last;
    extended = false;
  }

  /** A pause ends when it was said to end: a passer-by's finger does not make it longer. */
  void touched() {
    if (pace != Pace.PAUSE) {
      last = clock.instant();
    }
  }

  /** How long nobody has touched the page. */
  Duration still() {
    last = past(last);
    return Duration.between(last, clock.instant());
  }

  /** The citizen has said: I am still here. */
  void extend() {
    extended = true;
  }

  boolean extended() {
    return extended;
  }

  Verdict check(Pace pace) {
    Optional<Duration> left = left(pace);
    if (left.isEmpty() || left.get().isPositive()) {
      return Verdict.WAIT;
    }
    return pace == Pace.RESULT ? Verdict.OVER : Verdict.WARN;
  }

  /** What is left of this page's time; empty for a page that waits for ever. */
  Optional<Duration> left(Pace pace) {
    Duration still = still();
    return whole(pace).map(whole -> whole.minus(still));
  }

  /** Nothing was in the future: the clock was set back, and the time begins anew. */
  private Instant past(Instant noted) {
    Instant now = clock.instant();
    return noted.isAfter(now) ? now : noted;
  }

  private Optional<Duration> whole(Pace pace) {
    return switch (pace) {
      case NONE -> Optional.empty();
      case PAGE -> Optional.of(stretched(idle.page()));
      case READING -> Optional.of(stretched(idle.reading()));
      case FORM -> Optional.of(stretched(idle.form()));
      case PAUSE -> Optional.of(stretched(idle.pause()));
      case RESULT -> Optional.of(stretched(idle.result()));
    };
  }

  private Duration stretched(Duration usual) {
    return elder ? usual.multipliedBy(2) : usual;
  }

  Duration warning() {
    return idle.warning();
  }

  Duration warningLeft() {
    warned = past(warned);
    return idle.warning().minus(Duration.between(warned, clock.instant()));
  }

  boolean warningOver() {
    return !extended && !warningLeft().isPositive();
  }
}
