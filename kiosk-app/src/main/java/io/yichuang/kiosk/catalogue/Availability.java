package io.yichuang.kiosk.catalogue;

import io.yichuang.kiosk.KioskProperties;
import io.yichuang.kiosk.devices.DeviceBoard;
import io.yichuang.kiosk.platform.PlatformHealth;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Can this machine finish an item now? Said before anybody starts it. */
@Component
public class Availability {
  private final DeviceBoard devices;
  private final PlatformHealth platform;
  private final KioskProperties properties;
  private final Clock clock;

  Availability(
      DeviceBoard devices, PlatformHealth platform, KioskProperties properties, Clock clock) {
    this.devices = devices;
    this.platform = platform;
    this.properties = properties;
    this.clock = clock;
  }

  /** Why an item cannot be finished here now; the words are in this package's bundle. */
  public sealed interface Shut {
    /**
     * A device it needs is missing, faulty or empty.
     *
     * @param empty it works, but has no paper
     */
    record Device(String device, boolean empty) implements Shut {}

    /** The network is down; portraits, codes by SMS and records come over it. */
    record Network() implements Shut {}

    /** Not at night. */
    record Closed() implements Shut {}

    /** No means of identity that this terminal has reaches the item's level. */
    record Identity() implements Shut {}
  }

  /** Empty if the item can be finished now. */
  public Optional<Shut> shut(ServiceItem item) {
    if (item.night() == ServiceItem.Night.CLOSED && night()) {
      return Optional.of(new Shut.Closed());
    }
    if (item.assurance() == ServiceItem.Assurance.L3) {
      return Optional.of(new Shut.Identity());
    }
    if (!platform.up()
        && (item.assurance() == ServiceItem.Assurance.L2
            || item.kind() != ServiceItem.Kind.APPLY)) {
      return Optional.of(new Shut.Network());
    }
    for (String device : item.devices()) {
      if (!devices.canServe(device)) {
        return Optional.of(new Shut.Device(device, devices.empty(device)));
      }
    }
    return Optional.empty();
  }

  private boolean night() {
    return properties.terminal().night(LocalTime.now(clock));
  }
}
