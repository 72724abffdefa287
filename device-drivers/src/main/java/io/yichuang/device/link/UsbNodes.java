package io.yichuang.device.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds serial lines and cameras by USB identity or place in Linux's sysfs, because ttyUSB0 becomes
 * ttyUSB1 when a cable is pulled and put back.
 *
 * @param classFolder {@code /sys/class/tty}, another folder in tests
 */
record UsbNodes(Path classFolder) {
  /**
   * One adapter or camera.
   *
   * @param name below {@code /dev}
   * @param vendor four hex digits
   * @param product four hex digits
   * @param serial as the adapter says, often empty
   * @param place bus and ports, such as {@code 1-1.4}
   */
  record Node(String name, String vendor, String product, String serial, String place) {
    Path device() {
      return Path.of("/dev", name);
    }
  }

  /** The first match in the order of names. */
  Optional<Node> find(Predicate<Node> wanted) {
    try (Stream<Path> ttys = Files.list(classFolder)) {
      return ttys.sorted()
          .filter(UsbNodes::first)
          .map(UsbNodes::node)
          .flatMap(Optional::stream)
          .filter(wanted)
          .findFirst();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty(); // no sysfs: nothing is attached by USB that we could name
    }
  }

  /** A camera has several files, of which the first gives pictures; others carry descriptions. */
  private static boolean first(Path shown) {
    try {
      Path index = shown.resolve("index");
      return !Files.exists(index) || Files.readString(index).strip().equals("0");
    } catch (IOException e) {
      return false; // gone while we looked
    }
  }

  /** Climbs from the entry to the first folder that is a USB device. */
  private static Optional<Node> node(Path tty) {
    try {
      Path folder = tty.resolve("device").toRealPath();
      while (folder != null && !Files.exists(folder.resolve("idVendor"))) {
        folder = folder.getParent();
      }
      if (folder == null) {
        return Optional.empty();
      }
      return Optional.of(
          new Node(
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
