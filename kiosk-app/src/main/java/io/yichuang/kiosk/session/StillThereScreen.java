package io.yichuang.kiosk.session;

import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.ActionButton;
import io.yichuang.kiosk.ui.Actions;
import io.yichuang.kiosk.ui.Countdown;
import io.yichuang.kiosk.ui.Icon;
import io.yichuang.kiosk.ui.Parts;
import io.yichuang.kiosk.ui.Screen;

/** Are you still there? Thirty seconds, and one huge key. */
final class StillThereScreen extends Screen {
  private final KioskView view;

  StillThereScreen(KioskView view) {
    super("still-there");
    this.view = view;
  }

  @Override
  protected String title() {
    return getTranslation("session.still-there.title");
  }

  @Override
  protected String sub() {
    return getTranslation(
        view.keeps().isPresent() ? "session.still-there.kept" : "session.still-there.text");
  }

  @Override
  protected boolean urgent() {
    return true;
  }

  @Override
  protected void render() {
    Patience patience = view.patience();
    add(
        new Countdown(
            patience.warningLeft(), patience.warning(), getTranslation("session.seconds")));
  }

  @Override
  protected Actions actions() {
    return Actions.own(
        Parts.div(
            "yc-keys",
            new ActionButton(
                    new Action(
                        "still-here",
                        getTranslation("session.still-there.yes"),
                        view.patience()::extend))
                .huge(),
            new ActionButton(
                new Action(
                        "wipe-now",
                        getTranslation("session.still-there.no"),
                        () -> view.end(EndReason.ABANDONED))
                    .with(Icon.DOOR_EXIT))));
  }
}
