package io.yichuang.device.link;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the interface with bulk endpoints in libusb's structures and takes it. Offsets are those of
 * libusb.h on 64-bit Linux, the same on x86-64 and aarch64: a pointer is 8 bytes and lies on 8.
 */
final class UsbOpening {
  private static final int CONFIGURATION = 40;
  private static final int INTERFACES_AT = 4;
  private static final int INTERFACE_LIST_AT = 16;

  /** {@code libusb_interface}: the alternate settings and their number. */
  private static final int INTERFACE = 16;

  private static final int SETTINGS_AT = 8;

  /** {@code libusb_interface_descriptor}. */
  private static final int SETTING = 40;

  private static final int NUMBER_AT = 2;
  private static final int ENDPOINTS_AT = 4;
  private static final int ENDPOINT_LIST_AT = 16;

  /** {@code libusb_endpoint_descriptor}. */
  private static final int ENDPOINT = 32;

  private static final int ADDRESS_AT = 2;
  private static final int ATTRIBUTES_AT = 3;
  private static final int TYPE_BITS = 3;
  private static final int BULK = 2;

  private UsbOpening() {}

  /** An interface and its bulk endpoints. */
  private record Interface(int number, List<Integer> endpoints) {}

  static LibUsb.Opened open(LibUsb.Calls usb, MemorySegment device) {
    try (Arena arena = Arena.ofConfined()) {
      return new LibUsb.Opened.Open(opened(usb, device, arena));
    } catch (DeviceException e) {
      return new LibUsb.Opened.Refused(e);
    }
  }

  private static UsbBus.Pipes opened(LibUsb.Calls usb, MemorySegment device, Arena arena)
      throws DeviceException {
    Interface bulk =
        bulk(usb, device, arena)
            .orElseThrow(() ->
                new DeviceException(FaultCode.PROTOCOL, "the USB device has no bulk endpoints"));
    MemorySegment where = arena.allocate(ADDRESS);
    int result = usb.open().call(device, where).code();
    if (result != 0) {
      throw LibUsb.error("opening the USB device", result);
    }
    MemorySegment handle = where.get(ADDRESS, 0);
    // Where the system cannot do it there is no driver to detach either: the claim decides.
    usb.detach().call(handle, 1);
    int claimed = usb.claim().call(handle, bulk.number()).code();
    if (claimed != 0) {
      usb.close().call(handle);
      throw LibUsb.error("taking the USB interface", claimed);
    }
    return new UsbPipes(usb, handle, bulk.number(), bulk.endpoints());
  }

  private static Optional<Interface> bulk(LibUsb.Calls usb, MemorySegment device, Arena arena)
      throws DeviceException {
    MemorySegment where = arena.allocate(ADDRESS);
    int result = usb.configuration().call(device, where).code();
    if (result != 0) {
      throw LibUsb.error("reading the USB configuration", result);
    }
    MemorySegment configuration = LibUsb.sized(where.get(ADDRESS, 0), CONFIGURATION);
    try {
      int count = unsigned(configuration, INTERFACES_AT);
      MemorySegment list =
          LibUsb.sized(configuration.get(ADDRESS, INTERFACE_LIST_AT), (long) count * INTERFACE);
      for (int i = 0; i < count; i++) {
        // Only the first setting: it is the one in force until somebody chooses another.
        if (list.get(JAVA_INT, (long) i * INTERFACE + SETTINGS_AT) > 0) {
          Interface found = setting(list.get(ADDRESS, (long) i * INTERFACE));
          if (!found.endpoints().isEmpty()) {
            return Optional.of(found);
          }
        }
      }
      return Optional.empty();
    } finally {
      usb.freeConfiguration().call(configuration);
    }
  }

  private static Interface setting(MemorySegment pointer) {
    MemorySegment setting = LibUsb.sized(pointer, SETTING);
    int count = unsigned(setting, ENDPOINTS_AT);
    var bulk = new ArrayList<Integer>();
    if (count > 0) { // without endpoints the pointer may be null
      MemorySegment list =
          LibUsb.sized(setting.get(ADDRESS, ENDPOINT_LIST_AT), (long) count * ENDPOINT);
      for (int i = 0; i < count; i++) {
        if ((unsigned(list, i * ENDPOINT + ATTRIBUTES_AT) & TYPE_BITS) == BULK) {
          bulk.add(unsigned(list, i * ENDPOINT + ADDRESS_AT));
        }
      }
    }
    return new Interface(unsigned(setting, NUMBER_AT), bulk);
  }

  private static int unsigned(MemorySegment segment, long at) {
    return Byte.toUnsignedInt(segment.get(JAVA_BYTE, at));
  }
}
