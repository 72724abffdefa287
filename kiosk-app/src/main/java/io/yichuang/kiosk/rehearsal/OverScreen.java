package io.yichuang.kiosk.rehearsal;

import io.yichuang.kiosk.session.EndReason;
import io.yichuang.kiosk.session.Stage;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.Actions;
import io.yichuang.kiosk.ui.Light;
import io.yichuang.kiosk.ui.ListRow;
import io.yichuang.kiosk.ui.Screen;
import io.yichuang.kiosk.ui.Sheet;

/** It is over: nothing was submitted, and what would have come now. */
final class OverScreen extends Screen {
  private static final int LINES = 3;

  private final Turn turn;

  OverScreen(Turn turn) {
    super("rehearsal-done");
    this.turn = turn;
  }

  @Override
  protected String title() {
    return getTranslation("rehearsal.over.title");
  }

  @Override
  protected String sub() {
    return getTranslation("rehearsal.over.sub");
  }

  @Override
  protected void render() {
    var lines = Sheet.list();
    for (int i = 1; i <= LINES; i++) {
      lines.add(new ListRow(Light.GREEN, getTranslation("rehearsal.over.line." + i), null));
    }
    add(lines);
  }

  @Override
  protected Actions actions() {
    return Actions.quiet(
            new Action("rehearsal-again", getTranslation("rehearsal.over.again"), this::again))
        .go(
            new Action(
                "rehearsal-end",
                getTranslation("rehearsal.over.end"),
                () -> turn.end(EndReason.FINISHED)));
  }

  private void again() {
    turn.visit().wipe();
    turn.visit().rehearse();
    turn.go(new Stage.Home());
  }
}
