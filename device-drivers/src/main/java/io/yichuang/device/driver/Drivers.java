package io.yichuang.device.driver;

import io.yichuang.device.Device;
import io.yichuang.device.DeviceId;
import io.yichuang.device.GlyphRaster;
import io.yichuang.device.camera.CameraTimings;
import io.yichuang.device.camera.FolderCamera;
import io.yichuang.device.camera.MjpegCamera;
import io.yichuang.device.camera.V4l2Camera;
import io.yichuang.device.code.CodeTimings;
import io.yichuang.device.code.SerialCodeScanner;
import io.yichuang.device.dispenser.DispenserTimings;
import io.yichuang.device.dispenser.SerialCardDispenser;
import io.yichuang.device.idcard.SamIdCardReader;
import io.yichuang.device.idcard.SamTimings;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.link.Address;
import io.yichuang.device.locker.BoardLockerBank;
import io.yichuang.device.locker.LockerTimings;
import io.yichuang.device.page.IppPagePrinter;
import io.yichuang.device.page.PageTimings;
import io.yichuang.device.permit.ChipTimings;
import io.yichuang.device.permit.MrzTimings;
import io.yichuang.device.permit.PcscChipReader;
import io.yichuang.device.permit.SerialPassportReader;
import io.yichuang.device.receipt.EscPosReceiptPrinter;
import io.yichuang.device.receipt.EscPosTimings;
import io.yichuang.device.receipt.Roll;
import io.yichuang.device.scan.EsclScanner;
import io.yichuang.device.scan.SaneScanner;
import io.yichuang.device.scan.ScanTimings;
import io.yichuang.device.site.ModbusSite;
import io.yichuang.device.site.SiteTimings;
import io.yichuang.device.ups.MonitoredUps;
import io.yichuang.device.ups.UpsTimings;
import io.yichuang.device.xfs.XfsClient;
import io.yichuang.device.xfs.XfsTimings;
import java.util.List;

/**
 * Starts drivers.
 *
 * @param clock of every lane
 * @param glyphs draws what receipt printers have no glyph for
 * @param faster so many times faster than the usual times; 1 except in tests
 */
public record Drivers(LaneClock clock, GlyphRaster glyphs, int faster) {

  /** Drivers at their usual times, by the machine's clocks. */
  public static Drivers usual(GlyphRaster glyphs) {
    return new Drivers(LaneClock.system(), glyphs, 1);
  }

  /**
   * Starts the driver of a device; the device need not be there yet.
   *
   * @param roll the paper of a receipt printer
   * @throws IllegalArgumentException if no driver of this class of device speaks this address; the
   *     message lists the valid choices
   */
  public Device start(DeviceKind kind, DeviceId id, Address address, Roll roll) {
    return switch (kind) {
      case ID_CARD_READER -> {
        driver(address, "sam");
        yield SamIdCardReader.open(id, address, SamTimings.usual().faster(faster), clock);
      }
      case RECEIPT_PRINTER -> {
        driver(address, "escpos");
        yield EscPosReceiptPrinter.open(
            id, address, EscPosTimings.usual().faster(faster), clock, glyphs, roll);
      }
      case SCANNER -> scanner(id, address);
      case CAMERA -> camera(id, address);
      case PAGE_PRINTER -> {
        scheme(address, "ipp", "ipps");
        yield IppPagePrinter.start(id, address, PageTimings.usual().faster(faster), clock);
      }
      case CODE_SCANNER -> {
        driver(address, "code");
        yield SerialCodeScanner.open(id, address, CodeTimings.usual().faster(faster), clock);
      }
      case PASSPORT_READER ->
          SerialPassportReader.open(id, address, MrzTimings.usual().faster(faster), clock);
      case CHIP_READER ->
          PcscChipReader.open(id, address, ChipTimings.usual().faster(faster), clock);
      case CARD_DISPENSER ->
          SerialCardDispenser.open(id, address, DispenserTimings.usual().faster(faster), clock);
      case LOCKER_BANK ->
          BoardLockerBank.open(id, address, LockerTimings.usual().faster(faster), clock);
      case SITE -> ModbusSite.open(id, address, SiteTimings.usual().faster(faster), clock);
      case UPS -> MonitoredUps.open(id, address, UpsTimings.usual().faster(faster), clock);
      case XFS_SERVICE -> XfsClient.open(id, address, XfsTimings.usual().faster(faster), clock);
    };
  }

  private Device scanner(DeviceId id, Address address) {
    scheme(address, "sane", "escl+http", "escl+https");
    ScanTimings timings = ScanTimings.usual().faster(faster);
    return address.scheme().equals("sane")
        ? SaneScanner.start(id, address, timings, clock)
        : EsclScanner.start(id, address, timings, clock);
  }

  private Device camera(DeviceId id, Address address) {
    scheme(address, "mjpeg+http", "v4l2", "file");
    CameraTimings timings = CameraTimings.usual().faster(faster);
    return switch (address.scheme()) {
      case "file" -> FolderCamera.start(id, address, timings, clock);
      case "v4l2" -> V4l2Camera.start(id, address, timings, clock);
      default -> MjpegCamera.start(id, address, timings, clock);
    };
  }

  /** A line says nothing of what is behind it, so the address does; this class knows one. */
  private static void driver(Address address, String only) {
    address.choice("driver", only, List.of(only));
  }

  private static void scheme(Address address, String... valid) {
    if (!List.of(valid).contains(address.scheme())) {
      throw new IllegalArgumentException(
          "no driver speaks "
              + address.scheme()
              + " here; the valid schemes are "
              + String.join(", ", valid));
    }
  }
}
