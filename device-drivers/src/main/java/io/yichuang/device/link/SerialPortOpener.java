package io.yichuang.device.link;

import com.fazecast.jSerialComm.SerialPort;
import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A serial line named by path, by USB identity, or by the USB socket it is plugged into. */
final class SerialPortOpener implements Port {
  private static final Pattern IDENTITY =
      Pattern.compile("usb=([0-9a-fA-F]{4}):([0-9a-fA-F]{4})(?:/(.+))?");
  private static final Pattern PLACE = Pattern.compile("usb-port=(\\d+-\\d+(?:\\.\\d+)*)");

  private final Place place;
  private final SerialSettings settings;

  private SerialPortOpener(Place place, SerialSettings settings) {
    this.place = place;
    this.settings = settings;
  }

  static SerialPortOpener at(Address address, SerialSettings defaults, Set<String> more) {
    var known = new HashSet<>(SerialSettings.PARAMETERS);
    known.addAll(more);
    address.allow(known);
    return new SerialPortOpener(place(address), defaults.with(address));
  }

  /** Finds the device file anew each time, since names move. */
  private interface Place {
    Optional<Path> find();
  }

  private static Place place(Address address) {
    String path = address.path();
    Matcher identity = IDENTITY.matcher(path);
    if (identity.matches()) {
      String vendor = identity.group(1).toLowerCase(Locale.ROOT);
      String product = identity.group(2).toLowerCase(Locale.ROOT);
      String serial = Optional.ofNullable(identity.group(3)).orElse("");
      return () ->
          UsbSerialPorts.SYSTEM
              .find(usb ->
                  usb.vendor().equals(vendor)
                      && usb.product().equals(product)
                      && (serial.isEmpty() || usb.serial().equals(serial)))
              .map(UsbSerialPorts.Adapter::device);
    }
    Matcher socket = PLACE.matcher(path);
    if (socket.matches()) {
      return () ->
          UsbSerialPorts.SYSTEM
              .find(usb -> usb.place().equals(socket.group(1)))
              .map(UsbSerialPorts.Adapter::device);
    }
    if (!path.startsWith("/")) {
      throw Address.wrong(
          address.toString(),
          "'" + path + "' is no serial line",
          Set.of("/dev/NAME", "usb=VVVV:PPPP[/SERIAL]", "usb-port=1-1.4"));
    }
    return () -> Optional.of(Path.of(path)).filter(Files::exists);
  }

  @Override
  public boolean attached() {
    return place.find().isPresent();
  }

  @Override
  public ByteLink open() throws DeviceException {
    Path device =
        place
            .find()
            .orElseThrow(
                () -> new DeviceException(FaultCode.UNPLUGGED, "the serial line is not there"));
    SerialNative.load();
    SerialPort port = SerialPort.getCommPort(device.toString());
    port.setComPortParameters(settings.baud(), 8, settings.stopBits(), parity());
    port.setFlowControl(
        settings.flow() == SerialSettings.Flow.RTSCTS
            ? SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED
            : SerialPort.FLOW_CONTROL_DISABLED);
    // Success alone counts: pseudo-terminals open well and leave error 25 (ENOTTY) behind.
    if (!port.openPort(0)) {
      throw refused(device, port.getLastErrorCode());
    }
    return new SerialLink(port);
  }

  private int parity() {
    return switch (settings.parity()) {
      case NONE -> SerialPort.NO_PARITY;
      case EVEN -> SerialPort.EVEN_PARITY;
      case ODD -> SerialPort.ODD_PARITY;
    };
  }

  /** EACCES, EBUSY, EAGAIN (the exclusive lock) mean that somebody else is in the way. */
  private static DeviceException refused(Path device, int errno) {
    return switch (errno) {
      case 1, 11, 13, 16 ->
          new DeviceException(
              FaultCode.PORT_BUSY,
              device + " is held by another process or access is denied (errno " + errno + ")");
      default ->
          new DeviceException(
              FaultCode.UNPLUGGED, device + " cannot be opened (errno " + errno + ")");
    };
  }
}
