package io.yichuang.kiosk.session;

import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.Actions;
import io.yichuang.kiosk.ui.Light;
import io.yichuang.kiosk.ui.ListRow;
import io.yichuang.kiosk.ui.Screen;
import io.yichuang.kiosk.ui.Sheet;
import java.time.LocalDate;

/** What was done is kept; until when, and how to go on. */
final class KeptScreen extends Screen {
  private final LocalDate until;
  private final Turn turn;

  KeptScreen(LocalDate until, Turn turn) {
    super("kept");
    this.until = until;
    this.turn = turn;
  }

  @Override
  protected String title() {
    return getTranslation("session.kept.title");
  }

  @Override
  protected String sub() {
    return getTranslation("session.kept.text");
  }

  @Override
  protected void render() {
    add(
        Sheet.list(
            new ListRow(
                Light.GREEN,
                getTranslation("session.kept.until", until.getMonthValue(), until.getDayOfMonth()),
                getTranslation("session.kept.until.note")),
            new ListRow(
                Light.GREEN,
                getTranslation("session.kept.safe"),
                getTranslation("session.kept.safe.note"))));
  }

  @Override
  protected Actions actions() {
    return Actions.none()
        .go(
            new Action(
                "finish",
                getTranslation("session.kept.finish"),
                () -> turn.end(EndReason.FINISHED)));
  }
}
