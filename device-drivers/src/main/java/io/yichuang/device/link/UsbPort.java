package io.yichuang.device.link;

import io.yichuang.device.DeviceException;
import java.util.HashSet;
import java.util.Set;

/** A vendor's own class of USB device, reached over its bulk endpoints. */
record UsbPort(UsbBus bus, UsbPlace place, int split) implements Port {
  private static final Set<String> PARAMETERS = Set.of("port", "split");

  /** The longest head of a message that makes sense. */
  private static final int MOST_SPLIT = 64;

  static UsbPort at(Address address, UsbBus bus, Set<String> driverParameters) {
    var known = new HashSet<>(PARAMETERS);
    known.addAll(driverParameters);
    address.allow(known);
    String split = address.parameter("split", "0");
    if (!split.matches("\\d{1,2}") || Integer.parseInt(split) > MOST_SPLIT) {
      throw Address.wrong(
          address.toString(), "split=" + split + " is no number of bytes", Set.of("0 to 64"));
    }
    return new UsbPort(bus, UsbPlace.of(address), Integer.parseInt(split));
  }

  @Override
  public ByteLink open() throws DeviceException {
    return new UsbLink(bus.open(place), split);
  }

  @Override
  public boolean attached() {
    return bus.has(place);
  }
}
