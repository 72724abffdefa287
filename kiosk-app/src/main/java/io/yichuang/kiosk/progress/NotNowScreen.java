package io.yichuang.kiosk.progress;

import io.yichuang.kiosk.session.Stage;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.Actions;
import io.yichuang.kiosk.ui.Light;
import io.yichuang.kiosk.ui.Notice;
import io.yichuang.kiosk.ui.Screen;

/** The platform cannot be asked now: what that means, and what to do. */
final class NotNowScreen extends Screen {
  private final Turn turn;

  NotNowScreen(Turn turn) {
    super("progress-not-now");
    this.turn = turn;
  }

  @Override
  protected String title() {
    return getTranslation("progress.not-now.title");
  }

  @Override
  protected void render() {
    add(
        new Notice(
            Light.RED,
            getTranslation("progress.not-now.happened"),
            Light.GREEN,
            getTranslation("progress.not-now.safe"),
            getTranslation("progress.not-now.now"),
            null));
  }

  @Override
  protected Actions actions() {
    return Actions.quiet(
            new Action("home", getTranslation("progress.home"), () -> turn.go(new Stage.Home())))
        .go(
            new Action(
                "again",
                getTranslation("progress.again"),
                () -> turn.go(new ProgressStages.Ways())));
  }
}
