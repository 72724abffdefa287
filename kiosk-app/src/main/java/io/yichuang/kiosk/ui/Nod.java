package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Div;

/**
 * 帮办: somebody else presses, the citizen nods. What a page does at its end waits until the citizen
 * has said yes to it.
 */
final class Nod {
  private final KioskFrame frame;

  Nod(KioskFrame frame) {
    this.frame = frame;
  }

  /** The same keys; the azurite one asks the citizen first. */
  Actions before(Screen screen) {
    Actions actions = screen.actions();
    Action primary = actions.primary();
    if (primary == null || !frame.looks().contains(Look.HELPED)) {
      return actions;
    }
    Action asked =
        new Action(
            primary.id(),
            primary.text(),
            primary.icon(),
            primary.enabled(),
            () -> ask(screen, primary));
    return new Actions(actions.ways(), asked, actions.waiting(), actions.own());
  }

  private void ask(Screen screen, Action primary) {
    var what = new Div(Parts.lead(frame.getTranslation("ui.nod.text", primary.text())));
    screen.question().ifPresent(title -> what.add(Parts.body(title)));
    frame.open(
        new Overlay("nod", frame.getTranslation("ui.nod.title"), what)
            .keys(
                new Action("nod-no", frame.getTranslation("ui.nod.no"), frame::closeOverlay),
                new Action(
                    "nod-yes",
                    frame.getTranslation("ui.nod.yes"),
                    () -> {
                      frame.closeOverlay();
                      primary.run().run();
                    })));
  }
}
