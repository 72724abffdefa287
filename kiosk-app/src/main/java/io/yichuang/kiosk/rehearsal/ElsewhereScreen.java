package io.yichuang.kiosk.rehearsal;

import io.yichuang.kiosk.session.Stage;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.Actions;
import io.yichuang.kiosk.ui.Screen;

/** A page that would ask a device or the platform: it cannot be practised. */
final class ElsewhereScreen extends Screen {
  private final Turn turn;

  ElsewhereScreen(Turn turn) {
    super("rehearsal-elsewhere");
    this.turn = turn;
  }

  @Override
  protected String title() {
    return getTranslation("rehearsal.elsewhere.title");
  }

  @Override
  protected String sub() {
    return getTranslation("rehearsal.elsewhere.sub");
  }

  @Override
  protected void render() {
    // Title and way on are all there is to say.
  }

  @Override
  protected Actions actions() {
    return Actions.none()
        .go(new Action("rehearsal-home", getTranslation("rehearsal.elsewhere.home"), this::home));
  }

  private void home() {
    turn.go(new Stage.Home());
  }

  @Override
  protected Runnable back() {
    return this::home;
  }
}
