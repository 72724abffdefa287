package io.yichuang.kiosk.catalogue;

import io.yichuang.kiosk.KioskProperties;
import io.yichuang.kiosk.devices.DeviceBoard;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Can this machine finish an item now? Said before anybody starts it. */
@Component
public class Availability {
  private final DeviceBoard devices;
  private final Network network;
  private final KioskProperties properties;
  private final Clock clock;

  Availability(DeviceBoard devices, Network network, KioskProperties properties, Clock clock) {
    this.devices = devices;
    this.network = network;
    this.properties = properties;
    this.clock = clock;
  }

  /** What an item needs beside devices. The platform's port tells it; it knows the catalogue. */
  @FunctionalInterface
  public interface Network {
    /** Whether the last exchange went well. */
    boolean up();
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
    if (!network.up()
        && (item.assurance() == ServiceItem.Assurance.L2
            || item.kind() != ServiceItem.Kind.APPLY)) {
      return Optional.of(new Shut.Network());
    }
    boolean papers =
        item.materials().stream().anyMatch(rule -> rule.means() == MaterialRule.Means.SCAN);
    if (papers
        && !devices.canServe(DeviceBoard.SCANNER)
        && !devices.canServe(DeviceBoard.DOCUMENT_CAMERA)) {
      return Optional.of(new Shut.Device(DeviceBoard.SCANNER, false));
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
