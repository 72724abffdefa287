package io.yichuang.device.link;

import com.fazecast.jSerialComm.SerialPort;
import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** A serial line named by path, by USB identity, or by the USB socket it is plugged into. */
final class SerialPortOpener implements Port {
  private final DeviceNode node;
  private final SerialSettings settings;

  private SerialPortOpener(DeviceNode node, SerialSettings settings) {
    this.node = node;
    this.settings = settings;
  }

  static SerialPortOpener at(Address address, SerialSettings defaults, Set<String> more) {
    var known = new HashSet<>(SerialSettings.PARAMETERS);
    known.addAll(more);
    address.allow(known);
    return new SerialPortOpener(
        DeviceNode.of(address, DeviceNode.Kind.SERIAL), defaults.with(address));
  }

  @Override
  public boolean attached() {
    return node.find().isPresent();
  }

  @Override
  public ByteLink open() throws DeviceException {
    Path device =
        node.find()
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
