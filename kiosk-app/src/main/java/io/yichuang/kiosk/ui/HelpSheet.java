package io.yichuang.kiosk.ui;

/** Who helps here, and how to say where one stands. */
final class HelpSheet {
  private HelpSheet() {}

  static Overlay of(KioskFrame frame, Place here) {
    return new Overlay(
            "help",
            frame.getTranslation("ui.help.title"),
            Parts.lead(here.helpDuty()),
            Sheet.of(
                Parts.note(frame.getTranslation("ui.help.phone")),
                Parts.span("yc-phone yc-num", here.helpPhone()),
                Parts.note(frame.getTranslation("ui.help.say", here.spot()))),
            Parts.body(frame.getTranslation("ui.help.helped.note")))
        .keys(
            new Action(
                    "helped",
                    frame.getTranslation(
                        frame.looks().contains(Look.HELPED) ? "ui.help.alone" : "ui.help.helped"),
                    () -> helped(frame))
                .binds(),
            new Action("close", frame.getTranslation("ui.help.close"), frame::closeOverlay));
  }

  private static void helped(KioskFrame frame) {
    frame.closeOverlay();
    frame.look(Look.HELPED, !frame.looks().contains(Look.HELPED));
  }
}
