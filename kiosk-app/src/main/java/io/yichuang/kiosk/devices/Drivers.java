package io.yichuang.kiosk.devices;

import io.yichuang.device.Device;
import io.yichuang.device.DeviceId;
import io.yichuang.device.GlyphRaster;
import io.yichuang.device.camera.CameraTimings;
import io.yichuang.device.camera.FolderCamera;
import io.yichuang.device.camera.MjpegCamera;
import io.yichuang.device.idcard.SamIdCardReader;
import io.yichuang.device.idcard.SamTimings;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.link.Address;
import io.yichuang.device.page.IppPagePrinter;
import io.yichuang.device.page.PageTimings;
import io.yichuang.device.receipt.EscPosReceiptPrinter;
import io.yichuang.device.receipt.EscPosTimings;
import io.yichuang.device.receipt.Roll;
import io.yichuang.device.scan.EsclScanner;
import io.yichuang.device.scan.SaneScanner;
import io.yichuang.device.scan.ScanTimings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which driver speaks to which address: the one place that knows drivers. */
@Component
class Drivers {
  private final LaneClock clock = LaneClock.system();
  private final GlyphRaster glyphs;

  Drivers(GlyphRaster glyphs) {
    this.glyphs = glyphs;
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
    return switch (device) {
      case DeviceBoard.ID_CARD_READER -> {
        driver(address, "sam");
        yield SamIdCardReader.open(id, address, SamTimings.usual(), clock);
      }
      case DeviceBoard.RECEIPT_PRINTER -> {
        driver(address, "escpos");
        yield EscPosReceiptPrinter.open(
            id, address, EscPosTimings.usual(), clock, glyphs, roll(paper));
      }
      case DeviceBoard.SCANNER ->
          switch (address.scheme()) {
            case "sane" -> SaneScanner.start(id, address, ScanTimings.usual(), clock);
            case "escl+http", "escl+https" ->
                EsclScanner.start(id, address, ScanTimings.usual(), clock);
            default -> throw unknown(address, "sane, escl+http, escl+https");
          };
      case DeviceBoard.DOCUMENT_CAMERA, DeviceBoard.FACE_CAMERA ->
          switch (address.scheme()) {
            case "mjpeg+http" -> MjpegCamera.start(id, address, CameraTimings.usual(), clock);
            case "file" -> FolderCamera.start(id, address, CameraTimings.usual(), clock);
            default -> throw unknown(address, "mjpeg+http, file");
          };
      case DeviceBoard.PAGE_PRINTER ->
          switch (address.scheme()) {
            case "ipp", "ipps" -> IppPagePrinter.start(id, address, PageTimings.usual(), clock);
            default -> throw unknown(address, "ipp, ipps");
          };
      default -> throw unknown(address, "");
    };
  }

  /** 80 mm is what kiosks have; 58 mm printers are smaller boxes for counters. */
  private static Roll roll(@Nullable String paper) {
    return paper == null ? Roll.MM_80 : Roll.of(paper);
  }

  /**
   * A line says nothing of what is behind it, so the address does; one choice today, more with the
   * other devices.
   */
  private static void driver(Address address, String only) {
    address.choice("driver", only, List.of(only));
  }

  private static IllegalArgumentException unknown(Address address, String valid) {
    return new IllegalArgumentException(
        "no driver speaks " + address.scheme() + " here; the valid schemes are " + valid);
  }
}
