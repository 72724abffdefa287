package io.yichuang.kiosk.devices;

import io.yichuang.device.Device;
import io.yichuang.device.DeviceId;
import io.yichuang.device.GlyphRaster;
import io.yichuang.device.driver.DeviceKind;
import io.yichuang.device.link.Address;
import io.yichuang.device.receipt.Roll;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which class of device each name of the configuration stands for. */
@Component
class Drivers {
  private final io.yichuang.device.driver.Drivers drivers;

  Drivers(GlyphRaster glyphs) {
    this.drivers = io.yichuang.device.driver.Drivers.usual(glyphs);
  }

  /**
   * Starts the driver of a device; the device need not be there yet.
   *
   * @param paper width of the roll, for receipt printers
   * @throws IllegalArgumentException if no driver of this class of device speaks this address
   */
  Device start(String device, DeviceId id, Address address, @Nullable String paper) {
    if (paper != null && !device.equals(DeviceBoard.RECEIPT_PRINTER)) {
      throw new IllegalArgumentException("only " + DeviceBoard.RECEIPT_PRINTER + " has a roll");
    }
    // 80 mm is what kiosks have; 58 mm printers are smaller boxes for counters.
    return drivers.start(kind(device), id, address, paper == null ? Roll.MM_80 : Roll.of(paper));
  }

  private static DeviceKind kind(String device) {
    return switch (device) {
      case DeviceBoard.ID_CARD_READER -> DeviceKind.ID_CARD_READER;
      case DeviceBoard.RECEIPT_PRINTER -> DeviceKind.RECEIPT_PRINTER;
      case DeviceBoard.SCANNER -> DeviceKind.SCANNER;
      case DeviceBoard.DOCUMENT_CAMERA, DeviceBoard.FACE_CAMERA -> DeviceKind.CAMERA;
      case DeviceBoard.PAGE_PRINTER -> DeviceKind.PAGE_PRINTER;
      default -> throw new IllegalArgumentException("no device is called " + device);
    };
  }
}
