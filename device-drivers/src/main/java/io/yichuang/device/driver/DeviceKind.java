package io.yichuang.device.driver;

import io.yichuang.device.link.Address;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The classes of devices that have a driver. */
public enum DeviceKind {
  ID_CARD_READER,
  SCANNER,
  CAMERA,
  RECEIPT_PRINTER,
  PAGE_PRINTER,
  CODE_SCANNER,
  PASSPORT_READER,
  /** The chips in passports and permits. */
  CHIP_READER,
  CARD_DISPENSER,
  LOCKER_BANK,
  SITE,
  UPS,
  /** Anything behind an XFS4IoT service. */
  XFS_SERVICE;

  /** What {@code driver=} says of a line, which says nothing of what is behind it. */
  private static final Map<String, DeviceKind> LINES = new LinkedHashMap<>();

  static {
    LINES.put("sam", ID_CARD_READER);
    LINES.put("escpos", RECEIPT_PRINTER);
    LINES.put("code", CODE_SCANNER);
    LINES.put("mrz", PASSPORT_READER);
    LINES.put("crt591", CARD_DISPENSER);
    LINES.put("k720", CARD_DISPENSER);
    LINES.put("8a", LOCKER_BANK);
    LINES.put("q1", UPS);
  }

  /** As an id of a device is written, such as {@code id-card-reader}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * What stands behind an address that tells it: by its scheme, by {@code driver=}, or on a Modbus
   * bus by {@code open=}, which only lockers have.
   *
   * @throws IllegalArgumentException for an address that does not tell, with the valid choices
   */
  public static DeviceKind of(Address address) {
    return switch (address.scheme()) {
      case "sane", "escl+http", "escl+https" -> SCANNER;
      case "ipp", "ipps" -> PAGE_PRINTER;
      case "mjpeg+http", "file", "v4l2" -> CAMERA;
      case "nut" -> UPS;
      case "pcsc" -> CHIP_READER;
      case "xfs+ws" -> XFS_SERVICE;
      case "modbus+serial" -> bus(address);
      case "serial", "tcp", "usb" -> line(address);
      default ->
          throw new IllegalArgumentException(
              "address '" + address + "': no driver speaks " + address.scheme() + " yet");
    };
  }

  private static DeviceKind line(Address address) {
    String driver = address.parameter("driver", "");
    if (driver.equals("modbus")) {
      return bus(address);
    }
    DeviceKind kind = LINES.get(driver);
    if (kind == null) {
      throw new IllegalArgumentException(
          "address '"
              + address
              + (driver.isEmpty()
                  ? "': driver is missing"
                  : "': driver=" + driver + " is not known")
              + "; valid: "
              + String.join(", ", LINES.keySet())
              + ", modbus");
    }
    return kind;
  }

  private static DeviceKind bus(Address address) {
    return address.parameters().containsKey("open") ? LOCKER_BANK : SITE;
  }
}
