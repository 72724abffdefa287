package io.yichuang.kiosk.session;

import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.Actions;
import io.yichuang.kiosk.ui.Light;
import io.yichuang.kiosk.ui.Notice;
import io.yichuang.kiosk.ui.Screen;

/** After a mistake of ours: what happened, that nothing was submitted twice, what to do now. */
final class BrokenScreen extends Screen {
  private final String submitted;
  private final Turn turn;

  BrokenScreen(String submitted, Turn turn) {
    super("broken");
    this.submitted = submitted;
    this.turn = turn;
  }

  @Override
  protected String title() {
    return getTranslation("session.broken.title");
  }

  @Override
  protected void render() {
    add(
        new Notice(
            Light.RED,
            getTranslation("session.broken.happened"),
            Light.GREEN,
            submitted.isEmpty()
                ? getTranslation("session.broken.submitted")
                : getTranslation("session.broken.stored", submitted),
            getTranslation(
                submitted.isEmpty() ? "session.broken.now" : "session.broken.now.stored"),
            null));
  }

  @Override
  protected Actions actions() {
    return Actions.none()
        .go(
            new Action(
                "again",
                getTranslation("session.broken.again"),
                () -> turn.end(EndReason.FINISHED)));
  }
}
