package io.yichuang.kiosk.material;

import com.vaadin.flow.component.Component;
import io.yichuang.kiosk.input.KeyboardLayout;
import io.yichuang.kiosk.input.KioskKeyboard;
import io.yichuang.kiosk.journey.Step;
import io.yichuang.kiosk.session.EndReason;
import io.yichuang.kiosk.session.Strokes;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.Actions;
import io.yichuang.kiosk.ui.Entry;
import io.yichuang.kiosk.ui.Hint;
import io.yichuang.kiosk.ui.Light;
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

  /**
   * Month and day of birth: nobody forgets them, and no page of a journey shows them. (The last
   * four of the identity number, asked for once, stand unmasked on the page before.)
   */
  private static final DateTimeFormatter BIRTHDAY =
      DateTimeFormatter.ofPattern("MMdd", Locale.ROOT);

  private static final int DIGITS = 4;

  /** There are 366 birthdays; and who keeps the lunar one may need a second thought. */
  private static final int MOST_WRONG = 5;

  private final Duration pause;
  private final Clock clock;
  private final Turn turn;
  private final KioskKeyboard keyboard;
  private @Nullable Instant until;
  private final Entry entry = new Entry("birthday", DIGITS, value -> typed = value.strip());
  private String typed = "";
  private int wrong;

  AwayScreen(Duration pause, KioskKeyboard keyboard, Clock clock, Turn turn) {
    super("away");
    this.keyboard = keyboard;
    keyboard.setLayout(KeyboardLayout.DIGITS);
    this.pause = pause;
    this.clock = clock;
    this.turn = turn;
  }

  /** Elders have twice the time, as on every page. */
  private Duration whole() {
    boolean slow = looks().contains(Look.ELDER) || looks().contains(Look.SPEECH);
    return slow ? pause.multipliedBy(2) : pause;
  }

  private Instant until() {
    Instant end = until;
    if (end == null || end.isBefore(clock.instant())) { // said to be still there: it begins anew
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
    // The lintel counts down: a second clock would push the field under its keys.
    if (wrong > 0) {
      add(new Hint(Light.YELLOW, getTranslation("material.away.wrong"), null));
    }
    add(
        entry.show(
            getTranslation("material.away.birthday"),
            getTranslation("material.away.birthday.example"),
            typed));
  }

  @Override
  protected Component keyboard() {
    return keyboard;
  }

  @Override
  protected Actions actions() {
    return Actions.quiet(new Action("leave", getTranslation("material.leave"), turn::leave))
        .go(new Action("returned", getTranslation("material.away.back"), this::returned));
  }

  /** A passer-by does not know the day: nothing of the citizen stands on this page. */
  private void returned() {
    if (BIRTHDAY.format(turn.visit().citizen().orElseThrow().birth()).equals(typed)) {
      turn.step(STEP);
      return;
    }
    typed = "";
    if (++wrong == MOST_WRONG) {
      turn.end(EndReason.LEFT);
      return;
    }
    refresh();
  }

  @Override
  protected @Nullable Runnable back() {
    return null;
  }

  @Override
  public boolean keepsDraft() {
    return true;
  }
}
