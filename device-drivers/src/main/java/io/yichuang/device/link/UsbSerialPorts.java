package io.yichuang.device.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds serial lines by USB identity or place in Linux's sysfs, because ttyUSB0 becomes ttyUSB1
 * when a cable is pulled and put back.
 *
 * @param classFolder {@code /sys/class/tty}, another folder in tests
 */
record UsbSerialPorts(Path classFolder) {
  static final UsbSerialPorts SYSTEM = new UsbSerialPorts(Path.of("/sys/class/tty"));

  /**
   * One adapter.
   *
   * @param tty name below {@code /dev}
   * @param vendor four hex digits
   * @param product four hex digits
   * @param serial as the adapter says, often empty
   * @param place bus and ports, such as {@code 1-1.4}
   */
  record Adapter(String tty, String vendor, String product, String serial, String place) {
    Path device() {
      return Path.of("/dev", tty);
    }
  }

  /** The first matching adapter in the order of names. */
  Optional<Adapter> find(Predicate<Adapter> wanted) {
    try (Stream<Path> ttys = Files.list(classFolder)) {
      return ttys.sorted()
          .map(UsbSerialPorts::adapter)
          .flatMap(Optional::stream)
          .filter(wanted)
          .findFirst();
    } catch (IOException e) {
      return Optional.empty(); // no sysfs: nothing is attached by USB that we could name
    }
  }

  /** Climbs from the tty to the first folder that is a USB device. */
  private static Optional<Adapter> adapter(Path tty) {
    try {
      Path folder = tty.resolve("device").toRealPath();
      while (folder != null && !Files.exists(folder.resolve("idVendor"))) {
        folder = folder.getParent();
      }
      if (folder == null) {
        return Optional.empty();
      }
      return Optional.of(
          new Adapter(
              tty.getFileName().toString(),
              line(folder, "idVendor"),
              line(folder, "idProduct"),
              Files.exists(folder.resolve("serial")) ? line(folder, "serial") : "",
              folder.getFileName().toString()));
    } catch (IOException e) {
      return Optional.empty(); // not a USB device, or gone while we looked
    }
  }

  private static String line(Path folder, String name) throws IOException {
    return Files.readString(folder.resolve(name)).strip();
  }
}
