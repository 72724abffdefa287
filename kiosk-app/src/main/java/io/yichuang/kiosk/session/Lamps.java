package io.yichuang.kiosk.session;

import io.yichuang.kiosk.KioskProperties;
import io.yichuang.kiosk.devices.DeviceBoard;
import io.yichuang.kiosk.platform.PlatformHealth;
import io.yichuang.kiosk.ui.Light;
import io.yichuang.kiosk.ui.Place;
import io.yichuang.kiosk.ui.Texts;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What the lintel says: where we are, how late it is, how network and printer do. */
@Component
class Lamps {
  private final KioskProperties properties;
  private final PlatformHealth platform;
  private final DeviceBoard devices;
  private final Clock clock;
  private final Texts texts;

  Lamps(
      KioskProperties properties,
      PlatformHealth platform,
      DeviceBoard devices,
      Clock clock,
      Texts texts) {
    this.properties = properties;
    this.platform = platform;
    this.devices = devices;
    this.clock = clock;
    this.texts = texts;
  }

  Place place(Locale language) {
    var terminal = properties.terminal();
    var help = properties.help();
    return new Place(
        terminal.place(),
        terminal.spot(),
        help.phone(),
        texts.getTranslation(
            help.staffed() ? "session.help.staffed" : "session.help.by-phone", language));
  }

  boolean night() {
    int hour = LocalTime.now(clock).getHour();
    int from = properties.terminal().nightFrom();
    int until = properties.terminal().nightUntil();
    return from <= until ? hour >= from && hour < until : hour >= from || hour < until;
  }

  Light network() {
    return platform.up() ? Light.GREEN : Light.RED;
  }

  Light printer() {
    return devices.printers();
  }
}
