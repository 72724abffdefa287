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
    return sheet(frame, "leave", words).keys(leaveNow(frame, leave), stay(frame));
  }

  /** The same, where there is something to come back for. */
  static Overlay leave(KioskFrame frame, Runnable leave, Runnable keep) {
    return sheet(frame, "leave", "session.leave.half")
        .keys(
            leaveNow(frame, leave),
            new Action("leave-keep", frame.getTranslation("session.leave.keep"), keep),
            stay(frame));
  }

  private static Action leaveNow(KioskFrame frame, Runnable leave) {
    return new Action("leave-now", frame.getTranslation("session.leave.now"), leave);
  }

  private static Action stay(KioskFrame frame) {
    return new Action("stay", frame.getTranslation("session.leave.stay"), frame::closeOverlay);
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
