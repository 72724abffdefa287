package io.yichuang.kiosk.devices;

import io.yichuang.device.Device;
import io.yichuang.device.DeviceId;
import io.yichuang.device.DeviceStatus;
import io.yichuang.device.DocumentScanner;
import io.yichuang.device.FrameSource;
import io.yichuang.device.IdCardReader;
import io.yichuang.device.PagePrinter;
import io.yichuang.device.ReceiptPrinter;
import io.yichuang.device.Supply;
import io.yichuang.device.SupplyLevel;
import io.yichuang.device.link.Address;
import io.yichuang.kiosk.KioskProperties;
import io.yichuang.kiosk.ui.Light;
import jakarta.annotation.PreDestroy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The devices of the configuration, each behind its driver. A wrong address stops the start; an
 * absent device does not.
 */
@Component
class ConfiguredDevices implements DeviceBoard {
  private static final Logger log = LoggerFactory.getLogger(ConfiguredDevices.class);
  private static final Set<String> KNOWN =
      new TreeSet<>(
          Set.of(
              ID_CARD_READER,
              SCANNER,
              DOCUMENT_CAMERA,
              FACE_CAMERA,
              RECEIPT_PRINTER,
              PAGE_PRINTER));

  /** Without the libraries of vision their pictures cannot be looked at. */
  private static final Set<String> CAMERAS = Set.of(DOCUMENT_CAMERA, FACE_CAMERA);

  /** Linux gives these anew with each plug: tomorrow another device may answer to one. */
  private static final Pattern PASSING_NAME = Pattern.compile("/dev/(ttyUSB|ttyACM|video)[0-9]+");

  private final Map<String, Device> devices = new LinkedHashMap<>();
  private final Seeing seeing;

  ConfiguredDevices(KioskProperties properties, Drivers drivers, Seeing seeing) {
    this.seeing = seeing;
    try {
      properties.devices().forEach((name, entry) -> start(name, entry, drivers));
    } catch (IllegalArgumentException e) {
      close(); // what was started before the wrong one holds its port
      throw e;
    }
  }

  private void start(String name, KioskProperties.DeviceEntry entry, Drivers drivers) {
    if (!KNOWN.contains(name)) {
      throw new IllegalArgumentException(
          "kiosk.devices." + name + ": no such device; the valid ones are " + KNOWN);
    }
    if (entry.address() == null) {
      throw new IllegalArgumentException(
          "kiosk.devices." + name + ".address: missing; the forms are in the README");
    }
    var passing = PASSING_NAME.matcher(entry.address());
    if (passing.find()) {
      throw new IllegalArgumentException(
          "kiosk.devices."
              + name
              + ".address: "
              + passing.group()
              + " is another device after the next plug; write a lasting name, such as"
              + " usb=067b:2303, usb-port=1-1.4 or a path under /dev/serial/by-id"
              + " (/dev/v4l/by-id for cameras)");
    }
    try {
      Address address = Address.parse(entry.address());
      devices.put(name, drivers.start(name, new DeviceId(name), address, entry.paper()));
      log.info("device {} at {}", name, address);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("kiosk.devices." + name + ": " + e.getMessage(), e);
    }
  }

  private <T> Optional<T> device(String name, Class<T> kind) {
    return Optional.ofNullable(devices.get(name)).map(kind::cast);
  }

  @Override
  public Optional<IdCardReader> idCardReader() {
    return device(ID_CARD_READER, IdCardReader.class);
  }

  @Override
  public Optional<DocumentScanner> scanner() {
    return device(SCANNER, DocumentScanner.class);
  }

  @Override
  public Optional<FrameSource> documentCamera() {
    return device(DOCUMENT_CAMERA, FrameSource.class);
  }

  @Override
  public Optional<FrameSource> faceCamera() {
    return device(FACE_CAMERA, FrameSource.class);
  }

  @Override
  public Optional<ReceiptPrinter> receiptPrinter() {
    return device(RECEIPT_PRINTER, ReceiptPrinter.class);
  }

  @Override
  public Optional<PagePrinter> pagePrinter() {
    return device(PAGE_PRINTER, PagePrinter.class);
  }

  @Override
  public Map<String, DeviceStatus> statuses() {
    var statuses = new LinkedHashMap<String, DeviceStatus>();
    devices.forEach((name, device) -> statuses.put(name, device.status()));
    return statuses;
  }

  @Override
  public boolean canServe(String name) {
    Device device = devices.get(name);
    if (device == null || (CAMERAS.contains(name) && !seeing.possible())) {
      return false;
    }
    DeviceStatus status = device.status();
    return status.ready() && status.supply(Supply.PAPER) != SupplyLevel.OUT;
  }

  @Override
  public boolean empty(String name) {
    Device device = devices.get(name);
    return device != null && device.status().supply(Supply.PAPER) == SupplyLevel.OUT;
  }

  @Override
  public Light printers() {
    var printers =
        List.of(RECEIPT_PRINTER, PAGE_PRINTER).stream().filter(devices::containsKey).toList();
    if (printers.isEmpty() || printers.stream().anyMatch(name -> !canServe(name))) {
      return Light.RED;
    }
    boolean low =
        printers.stream()
            .map(devices::get)
            .anyMatch(device -> device.status().supply(Supply.PAPER) == SupplyLevel.LOW);
    return low ? Light.YELLOW : Light.GREEN;
  }

  @PreDestroy
  void close() {
    devices.values().forEach(Device::close);
  }
}
