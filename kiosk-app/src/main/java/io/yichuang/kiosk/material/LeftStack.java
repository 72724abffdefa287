package io.yichuang.kiosk.material;

import io.yichuang.device.MediaState;
import io.yichuang.kiosk.devices.DeviceBoard;
import io.yichuang.kiosk.session.TurnEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whether sheets of somebody who has gone may be in the scanner's feeder: they would come first,
 * before those of whoever scans next. Some scanners tell what lies in them; of the others it is
 * known only that a stack did not pass to its end. Any thread.
 */
@Component
class LeftStack {
  private final DeviceBoard devices;
  private boolean brokenOff;
  private boolean mayLie;

  LeftStack(DeviceBoard devices) {
    this.devices = devices;
  }

  /** How a scan of this turn ended. */
  synchronized void passed(boolean toItsEnd) {
    brokenOff = !toItsEnd;
  }

  @EventListener
  synchronized void ended(TurnEnded turn) {
    mayLie |= brokenOff || full();
    brokenOff = false;
  }

  synchronized boolean mayLie() {
    return mayLie;
  }

  /** Somebody says that the feeder is empty now; false if the scanner knows better. */
  synchronized boolean emptied() {
    mayLie = full();
    return !mayLie;
  }

  private boolean full() {
    var scanner = devices.statuses().get(DeviceBoard.SCANNER);
    return scanner != null && scanner.media() == MediaState.PRESENT;
  }
}
