package io.yichuang.kiosk.session;

import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.KioskFrame;
import io.yichuang.kiosk.ui.Overlay;
import io.yichuang.kiosk.ui.Parts;

/** What rises over any page because of the turn itself. */
final class SessionSheets {
  private SessionSheets() {}

  /** Before something is thrown away. */
  static Overlay leave(KioskFrame frame, boolean practice, Runnable leave) {
    String words = practice ? "session.rehearsal" : "session.leave";
    return sheet(frame, "leave", words)
        .keys(
            new Action("leave-now", frame.getTranslation("session.leave.now"), leave),
            new Action("stay", frame.getTranslation("session.leave.stay"), frame::closeOverlay));
  }

  /** Nobody stands there; whoever comes may be another. */
  static Overlay cover(KioskFrame frame, Runnable wipe) {
    return sheet(frame, "cover", "session.cover")
        .keys(
            new Action("wipe-now", frame.getTranslation("session.cover.not-mine"), wipe),
            new Action("uncover", frame.getTranslation("session.cover.mine"), frame::uncover));
  }

  /** Another window shows the terminal now. */
  static Overlay superseded(KioskFrame frame) {
    return sheet(frame, "superseded", "session.superseded");
  }

  private static Overlay sheet(KioskFrame frame, String id, String words) {
    return new Overlay(
        id,
        frame.getTranslation(words + ".title"),
        Parts.lead(frame.getTranslation(words + ".text")));
  }
}
