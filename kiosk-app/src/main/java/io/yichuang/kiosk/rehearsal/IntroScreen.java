package io.yichuang.kiosk.rehearsal;

import io.yichuang.kiosk.session.Stage;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.Actions;
import io.yichuang.kiosk.ui.Icon;
import io.yichuang.kiosk.ui.Light;
import io.yichuang.kiosk.ui.ListRow;
import io.yichuang.kiosk.ui.Parts;
import io.yichuang.kiosk.ui.Screen;
import io.yichuang.kiosk.ui.Sheet;

/** What a rehearsal is: nobody has to be afraid of a wrong key. */
final class IntroScreen extends Screen {
  private static final int PROMISES = 4;

  private final Turn turn;

  IntroScreen(Turn turn) {
    super("rehearsal");
    this.turn = turn;
  }

  @Override
  protected String title() {
    return getTranslation("rehearsal.intro.title");
  }

  @Override
  protected String sub() {
    return getTranslation("rehearsal.intro.sub");
  }

  @Override
  protected void render() {
    var promises = Sheet.list();
    for (int i = 1; i <= PROMISES; i++) {
      promises.add(new ListRow(Light.GREEN, getTranslation("rehearsal.intro.promise." + i), null));
    }
    add(promises, Parts.tip(Icon.HOME, getTranslation("rehearsal.intro.leave"), null));
  }

  @Override
  protected Actions actions() {
    return Actions.none()
        .go(new Action("rehearsal-begin", getTranslation("rehearsal.intro.begin"), this::begin));
  }

  private void begin() {
    turn.visit().rehearse();
    turn.go(new Stage.Home());
  }

  @Override
  protected Runnable back() {
    return () -> turn.go(new Stage.Home());
  }
}
