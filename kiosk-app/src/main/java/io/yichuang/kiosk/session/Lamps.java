package io.yichuang.kiosk.session;

import io.yichuang.kiosk.KioskProperties;
import io.yichuang.kiosk.devices.DeviceBoard;
import io.yichuang.kiosk.platform.PlatformHealth;
import io.yichuang.kiosk.ui.Light;
import java.time.Clock;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/** What the lintel says: how late it is, how network and printer do. */
@Component
class Lamps {
  private final KioskProperties properties;
  private final PlatformHealth platform;
  private final DeviceBoard devices;
  private final Clock clock;

  Lamps(KioskProperties properties, PlatformHealth platform, DeviceBoard devices, Clock clock) {
    this.properties = properties;
    this.platform = platform;
    this.devices = devices;
    this.clock = clock;
  }

  boolean night() {
    return properties.terminal().night(LocalTime.now(clock));
  }

  Light network() {
    return platform.up() ? Light.GREEN : Light.RED;
  }

  Light printer() {
    return devices.printers();
  }
}
