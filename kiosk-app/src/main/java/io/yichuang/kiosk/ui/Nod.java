package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Div;

/**
 * 帮办: somebody else presses, the citizen nods. What leads a page to its end, and whatever else is
 * done in the citizen's name on the way, waits until the citizen has said yes to it.
 */
final class Nod {
  private final KioskFrame frame;

  Nod(KioskFrame frame) {
    this.frame = frame;
  }

  /** A finger is on a key of the page. */
  void press(Key key) {
    if (key.isEnabled() && frame.looks().contains(Look.HELPED) && key.binding().isPresent()) {
      frame.open(() -> asking(frame.asNow(key)));
    } else {
      key.press();
    }
  }

  private Overlay asking(Key key) {
    String words = key.binding().orElse("");
    var what = new Div(Parts.lead(frame.getTranslation("ui.nod.text", words)));
    frame.screen().flatMap(Screen::question).ifPresent(title -> what.add(Parts.body(title)));
    return new Overlay("nod", frame.getTranslation("ui.nod.title"), what)
        .keys(
            new Action("nod-no", frame.getTranslation("ui.nod.no"), frame::closeOverlay),
            new Action(
                "nod-yes",
                frame.getTranslation("ui.nod.yes"),
                () -> {
                  frame.closeOverlay();
                  key.press();
                }));
  }
}
