package io.yichuang.device.link;

import io.yichuang.device.DeviceException;
import java.util.Set;

/** A place where a {@link ByteLink} can be opened again and again. */
public interface Port {

  /**
   * Opens the line; blocks for a few seconds at most.
   *
   * @throws DeviceException {@code UNPLUGGED} if there is nothing, {@code PORT_BUSY} if somebody
   *     else has it or access is denied
   */
  ByteLink open() throws DeviceException;

  /**
   * False when the place is known to be empty. It asks the operating system, never the device, so
   * it is cheap; where nothing can be known it says true.
   */
  boolean attached();

  /**
   * The port an address names.
   *
   * @param defaults the line of the device's protocol, for what the address does not say
   * @param driverParameters names of parameters that the driver itself reads
   * @throws IllegalArgumentException for a wrong address, with the valid choices
   */
  static Port at(Address address, SerialSettings defaults, Set<String> driverParameters) {
    return switch (address.scheme()) {
      case "serial" -> SerialPortOpener.at(address, defaults, driverParameters);
      case "tcp" -> TcpPort.at(address, driverParameters);
      case "usb" -> UsbPort.at(address, LibUsb.system(), driverParameters);
      default ->
          throw Address.wrong(
              address.toString(),
              "this device needs a line of bytes",
              Set.of("serial", "tcp", "usb"));
    };
  }
}
