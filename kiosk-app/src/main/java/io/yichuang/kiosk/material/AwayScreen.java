package io.yichuang.kiosk.material;

import io.yichuang.kiosk.journey.Step;
import io.yichuang.kiosk.session.Strokes;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.Actions;
import io.yichuang.kiosk.ui.Countdown;
import io.yichuang.kiosk.ui.Look;
import io.yichuang.kiosk.ui.Screen;
import io.yichuang.kiosk.ui.Steps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Gone to fetch papers: the terminal keeps what was filled in, shows none of it, and says till
 * when. Then it asks as on any page, and wipes.
 */
final class AwayScreen extends Screen {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final Step STEP = new Step.Materials();

  private final Duration pause;
  private final Clock clock;
  private final Turn turn;
  private @Nullable Instant until;

  AwayScreen(Duration pause, Clock clock, Turn turn) {
    super("away");
    this.pause = pause;
    this.clock = clock;
    this.turn = turn;
  }

  /** Elders have twice the time, as on every page. */
  private Duration whole() {
    return frame().looks().contains(Look.ELDER) ? pause.multipliedBy(2) : pause;
  }

  private Instant until() {
    Instant end = until;
    if (end == null) {
      end = clock.instant().plus(whole());
      until = end;
    }
    return end;
  }

  @Override
  protected Steps steps() {
    return Strokes.at(turn, STEP.phase(), this::getTranslation);
  }

  @Override
  protected String title() {
    return getTranslation("material.away.title");
  }

  @Override
  protected String sub() {
    // Rounded down to the minute: who comes by then is never late.
    LocalTime end = LocalTime.ofInstant(until(), clock.getZone());
    return getTranslation("material.away.until", TIME.format(end));
  }

  @Override
  protected void render() {
    Duration left = Duration.between(clock.instant(), until());
    add(
        new Countdown(
            left.isNegative() ? Duration.ZERO : left, whole(), getTranslation("session.seconds")));
  }

  @Override
  protected Actions actions() {
    return Actions.quiet(new Action("leave", getTranslation("material.leave"), turn::leave))
        .go(new Action("returned", getTranslation("material.away.back"), this::returned));
  }

  private void returned() {
    turn.step(STEP);
  }

  @Override
  protected Runnable back() {
    return this::returned;
  }
}
