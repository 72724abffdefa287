package io.yichuang.kiosk.material;

import io.yichuang.device.MediaState;
import io.yichuang.kiosk.DurableFile;
import io.yichuang.kiosk.KioskProperties;
import io.yichuang.kiosk.devices.DeviceBoard;
import io.yichuang.kiosk.session.TurnEnded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whether sheets of somebody who has gone may be in the scanner's feeder: they would come first,
 * before those of whoever scans next. Some scanners tell what lies in them; of the others it is
 * known only that a stack did not pass to its end. Any thread.
 */
@Component
class LeftStack {
  private static final Logger log = LoggerFactory.getLogger(LeftStack.class);

  private final DeviceBoard devices;

  /** An empty file: a terminal that was cut off in a scan finds it at its next start. */
  private final Path marker;

  private boolean brokenOff;
  private boolean mayLie;

  LeftStack(DeviceBoard devices, KioskProperties properties) {
    this.devices = devices;
    this.marker = properties.data().resolve("sheets-in-feeder");
    this.mayLie = Files.exists(marker);
  }

  /** A scan begins: until it is known to have passed, its sheets lie there. */
  synchronized void begun() {
    brokenOff = true;
    mark();
  }

  /** How a scan of this turn ended. */
  synchronized void passed(boolean toItsEnd) {
    brokenOff = !toItsEnd;
    mark();
  }

  @EventListener
  synchronized void ended(TurnEnded turn) {
    mayLie |= brokenOff || full();
    brokenOff = false;
    mark();
  }

  synchronized boolean mayLie() {
    return mayLie;
  }

  /** Somebody says that the feeder is empty now; false if the scanner knows better. */
  synchronized boolean emptied() {
    mayLie = full();
    mark();
    return !mayLie;
  }

  private void mark() {
    try {
      if (!brokenOff && !mayLie) {
        Files.deleteIfExists(marker);
      } else if (!Files.exists(marker)) {
        DurableFile.create(marker, new byte[0]);
      }
    } catch (IOException e) {
      // Within this process the fields know; only a restart would not.
      log.warn("what lies in the feeder cannot be noted: {}", e.toString());
    }
  }

  private boolean full() {
    var scanner = devices.statuses().get(DeviceBoard.SCANNER);
    return scanner != null && scanner.media() == MediaState.PRESENT;
  }
}
