package io.yichuang.kiosk.material;

import io.yichuang.kiosk.session.TurnEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whether a sheet of somebody who has gone may lie under the document camera: it must not become a
 * page of whoever comes next. Only an empty table, or a sheet that was moved, proves that it is
 * gone; after a start nothing is known. Any thread.
 */
@Component
class LeftSheet {
  /** A page may be missed in a frame or two, never in this many: half a second. */
  private static final int FRAMES_WITHOUT = 5;

  private boolean mayLie = true;
  private boolean taken;
  private int without;

  /** A page was taken, so what lies there is known to be this turn's. */
  synchronized void taken() {
    taken = true;
    mayLie = false;
  }

  /** A frame of the table. */
  synchronized void seen(boolean empty) {
    without = empty ? without + 1 : 0;
    if (without >= FRAMES_WITHOUT) {
      taken = false;
      mayLie = false;
    }
  }

  @EventListener
  synchronized void ended(TurnEnded turn) {
    mayLie |= taken;
    taken = false;
    without = 0;
  }

  synchronized boolean mayLie() {
    return mayLie;
  }
}
