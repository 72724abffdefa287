package io.yichuang.device.link;

import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which USB device is meant, as the address writes it: {@code 0400:c35a}, and {@code port=1-1.4} as
 * a parameter where several are alike.
 *
 * @param port bus and ports as Linux names them, empty for any
 */
record UsbPlace(int vendor, int product, String port) {
  private static final Pattern IDENTITY = Pattern.compile("([0-9a-fA-F]{4}):([0-9a-fA-F]{4})");
  private static final Pattern PORT = Pattern.compile("(\\d+-\\d+(?:\\.\\d+)*)?");

  static UsbPlace of(Address address) {
    Matcher identity = IDENTITY.matcher(address.path());
    if (!identity.matches()) {
      throw Address.wrong(
          address.toString(), "'" + address.path() + "' is no USB identity", Set.of("VVVV:PPPP"));
    }
    String port = address.parameter("port", "");
    if (!PORT.matcher(port).matches()) {
      throw Address.wrong(
          address.toString(), "'" + port + "' is no USB socket", Set.of("port=1-1.4"));
    }
    return new UsbPlace(
        HexFormat.fromHexDigits(identity.group(1)),
        HexFormat.fromHexDigits(identity.group(2)),
        port);
  }

  boolean is(int otherVendor, int otherProduct, String otherPort) {
    return vendor == otherVendor
        && product == otherProduct
        && (port.isEmpty() || port.equals(otherPort));
  }

  @Override
  public String toString() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits((short) vendor)
        + ":"
        + hex.toHexDigits((short) product)
        + (port.isEmpty() ? "" : " at " + port);
  }
}
