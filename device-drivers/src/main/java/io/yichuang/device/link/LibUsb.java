package io.yichuang.device.link;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import io.yichuang.device.natives.CFunction;
import io.yichuang.device.natives.SystemLibrary;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The system's libusb-1.0 (LGPL-2.1, installed with the system and never shipped by us). Signatures
 * and structures are those of its documentation, API 1.0.16 or newer. The library is looked for at
 * the first use, again after each failure, since it may be installed while we run.
 */
final class LibUsb implements UsbBus {
  /** Another file than the system's; tests put a stand-in there. */
  private static final String FILE = "yichuang.libusb";

  private static final List<String> NAMES = List.of("libusb-1.0.so.0", "libusb-1.0.so");
  private static final ConcurrentHashMap<String, LibUsb> KNOWN = new ConcurrentHashMap<>();

  /** USB allows 7 levels of hubs. */
  private static final int MOST_PORTS = 7;

  /** USB has 127 addresses a bus; a list that is longer is not believed. */
  private static final long MOST_DEVICES = 4096;

  private static final int DEVICE_DESCRIPTOR = 18;
  private static final int VENDOR_AT = 8;
  private static final int PRODUCT_AT = 10;

  static final int ERROR_IO = -1;
  static final int ERROR_ACCESS = -3;
  static final int ERROR_NO_DEVICE = -4;
  static final int ERROR_NOT_FOUND = -5;
  static final int ERROR_BUSY = -6;
  static final int ERROR_TIMEOUT = -7;
  static final int ERROR_PIPE = -9;

  private final List<String> names;
  private @Nullable Calls calls;
  private @Nullable MemorySegment context;

  private LibUsb(List<String> names) {
    this.names = names;
  }

  /** The system's, or what the property {@code yichuang.libusb} names. */
  static LibUsb system() {
    String file = System.getProperty(FILE, "");
    return KNOWN.computeIfAbsent(file, _ -> file.isEmpty() ? new LibUsb(NAMES) : at(file));
  }

  /** A library by its file. */
  static LibUsb at(String file) {
    return new LibUsb(List.of(file));
  }

  /** Its functions. */
  record Calls(
      CFunction init,
      CFunction exit,
      CFunction list,
      CFunction freeList,
      CFunction descriptor,
      CFunction bus,
      CFunction ports,
      CFunction configuration,
      CFunction freeConfiguration,
      CFunction open,
      CFunction close,
      CFunction detach,
      CFunction claim,
      CFunction release,
      CFunction bulk,
      CFunction clearHalt) {
    static Calls of(SymbolLookup usb) {
      MemoryLayout p = ADDRESS;
      MemoryLayout i = JAVA_INT;
      return new Calls(
          new CFunction(usb, "libusb_init", FunctionDescriptor.of(i, p)),
          new CFunction(usb, "libusb_exit", FunctionDescriptor.ofVoid(p)),
          new CFunction(usb, "libusb_get_device_list", FunctionDescriptor.of(JAVA_LONG, p, p)),
          new CFunction(usb, "libusb_free_device_list", FunctionDescriptor.ofVoid(p, i)),
          new CFunction(usb, "libusb_get_device_descriptor", FunctionDescriptor.of(i, p, p)),
          new CFunction(usb, "libusb_get_bus_number", FunctionDescriptor.of(JAVA_BYTE, p)),
          new CFunction(usb, "libusb_get_port_numbers", FunctionDescriptor.of(i, p, p, i)),
          new CFunction(usb, "libusb_get_active_config_descriptor", FunctionDescriptor.of(i, p, p)),
          new CFunction(usb, "libusb_free_config_descriptor", FunctionDescriptor.ofVoid(p)),
          new CFunction(usb, "libusb_open", FunctionDescriptor.of(i, p, p)),
          new CFunction(usb, "libusb_close", FunctionDescriptor.ofVoid(p)),
          new CFunction(
              usb, "libusb_set_auto_detach_kernel_driver", FunctionDescriptor.of(i, p, i)),
          new CFunction(usb, "libusb_claim_interface", FunctionDescriptor.of(i, p, i)),
          new CFunction(usb, "libusb_release_interface", FunctionDescriptor.of(i, p, i)),
          new CFunction(
              usb, "libusb_bulk_transfer", FunctionDescriptor.of(i, p, JAVA_BYTE, p, i, p, i)),
          new CFunction(usb, "libusb_clear_halt", FunctionDescriptor.of(i, p, JAVA_BYTE)));
    }
  }

  /** Loads and starts it, once. */
  private synchronized Calls started() throws DeviceException {
    Calls known = calls;
    if (known != null) {
      return known;
    }
    try (Arena arena = Arena.ofConfined()) {
      Calls loaded = Calls.of(SystemLibrary.load(names));
      MemorySegment where = arena.allocate(ADDRESS);
      int result = loaded.init().call(where).code();
      if (result != 0) {
        throw new DeviceException(
            FaultCode.NOT_INSTALLED,
            "libusb does not start (" + result + "): is there a USB host, and /dev/bus/usb?");
      }
      context = where.get(ADDRESS, 0);
      calls = loaded;
      return loaded;
    } catch (IOException e) {
      throw e instanceof DeviceException told
          ? told
          : new DeviceException(
              FaultCode.NOT_INSTALLED, "libusb-1.0 is " + e.getMessage() + " (libusb-1.0-0)");
    } catch (java.util.NoSuchElementException e) {
      throw new DeviceException(FaultCode.NOT_INSTALLED, "this libusb is too old: " + e);
    }
  }

  /** Ends it; only for tests, since the terminal ends with its process. */
  synchronized void exit() {
    Calls known = calls;
    if (known != null && context != null) {
      known.exit().call(context);
    }
    calls = null;
    context = null;
  }

  private synchronized MemorySegment context() {
    return context == null ? MemorySegment.NULL : context;
  }

  @Override
  public boolean has(UsbPlace place) {
    try {
      return with(started(), place, _ -> true).isPresent();
    } catch (DeviceException e) {
      return true; // nobody can know; opening says why
    }
  }

  @Override
  public Pipes open(UsbPlace place) throws DeviceException {
    Calls usb = started();
    Optional<Opened> opened = with(usb, place, device -> UsbOpening.open(usb, device));
    return switch (opened.orElse(null)) {
      case null ->
          throw new DeviceException(FaultCode.UNPLUGGED, "no USB device " + place + " is there");
      case Opened.Open(Pipes pipes) -> pipes;
      case Opened.Refused(DeviceException why) -> throw why;
    };
  }

  /** What became of opening a device; libusb's list must be freed before an exception may fly. */
  sealed interface Opened {
    record Open(Pipes pipes) implements Opened {}

    record Refused(DeviceException why) implements Opened {}
  }

  /** Does something with the first device of this place; the list it stands in is freed after. */
  private <T> Optional<T> with(Calls usb, UsbPlace place, Function<MemorySegment, T> work)
      throws DeviceException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment where = arena.allocate(ADDRESS);
      long count = usb.list().call(context(), where).value();
      if (count < 0 || count > MOST_DEVICES) {
        throw new DeviceException(FaultCode.NOT_INSTALLED, "libusb lists nothing: " + count);
      }
      MemorySegment list = sized(where.get(ADDRESS, 0), count * ADDRESS.byteSize());
      try {
        for (int i = 0; i < count; i++) {
          MemorySegment device = list.getAtIndex(ADDRESS, i);
          if (matches(usb, place, device, arena)) {
            return Optional.of(work.apply(device));
          }
        }
        return Optional.empty();
      } finally {
        usb.freeList().call(list, 1);
      }
    }
  }

  private static boolean matches(Calls usb, UsbPlace place, MemorySegment device, Arena arena) {
    MemorySegment descriptor = arena.allocate(DEVICE_DESCRIPTOR, 2);
    if (usb.descriptor().call(device, descriptor).code() != 0) {
      return false;
    }
    int vendor = Short.toUnsignedInt(descriptor.get(JAVA_SHORT, VENDOR_AT));
    int product = Short.toUnsignedInt(descriptor.get(JAVA_SHORT, PRODUCT_AT));
    return place.is(vendor, product, place.port().isEmpty() ? "" : port(usb, device, arena));
  }

  /** As Linux names it, such as {@code 1-1.4}. */
  private static String port(Calls usb, MemorySegment device, Arena arena) {
    MemorySegment ports = arena.allocate(MOST_PORTS);
    int count = usb.ports().call(device, ports, MOST_PORTS).code();
    var text = new StringJoiner(".", (usb.bus().call(device).code() & 0xFF) + "-", "");
    for (int i = 0; i < count; i++) {
      text.add(Integer.toString(Byte.toUnsignedInt(ports.get(JAVA_BYTE, i))));
    }
    return text.toString();
  }

  /** A pointer that libusb gave us, with the size that its documentation promises. */
  @SuppressWarnings("restricted")
  static MemorySegment sized(MemorySegment pointer, long size) {
    return pointer.reinterpret(size);
  }

  /** What an error of libusb means to a driver. */
  static DeviceException error(String what, int code) {
    FaultCode fault =
        switch (code) {
          case ERROR_ACCESS, ERROR_BUSY -> FaultCode.PORT_BUSY;
          case ERROR_NO_DEVICE, ERROR_NOT_FOUND -> FaultCode.UNPLUGGED;
          default -> FaultCode.CONNECTION_LOST;
        };
    String why =
        switch (code) {
          case ERROR_ACCESS -> "access is denied: a udev rule has to give us the device";
          case ERROR_BUSY -> "another program has it";
          case ERROR_NO_DEVICE -> "it is gone";
          default -> "libusb says " + code;
        };
    return new DeviceException(fault, what + ": " + why);
  }
}
