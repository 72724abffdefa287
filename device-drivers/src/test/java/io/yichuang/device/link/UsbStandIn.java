package io.yichuang.device.link;

import io.yichuang.device.natives.CCompiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A USB bus without hardware: {@code libusb.c}, a library with libusb's functions, compiled once a
 * process. Its readers are the simulated ones behind their serial lines.
 */
public final class UsbStandIn {
  private static final Path HOME =
      Path.of("target", "usb-stand-in-" + ProcessHandle.current().pid()).toAbsolutePath();

  private static final AtomicInteger SOCKETS = new AtomicInteger();
  private static final String PROPERTY = "yichuang.libusb";

  private UsbStandIn() {}

  /** Compiled at the first use. */
  private static final class Library {
    static final Path FILE = CCompiler.library(UsbStandIn.class, "libusb.c", HOME);
  }

  /** The library's file. */
  public static Path library() {
    return Library.FILE;
  }

  /**
   * Puts a reader into a socket of its own.
   *
   * @param line the address of the simulated reader, {@code serial:/…?driver=sam}
   * @param bus 1 for a reader with one pair of endpoints, 2 for one with two
   * @return its address on this bus
   */
  public static String socket(String line, int bus) {
    int number = SOCKETS.getAndIncrement();
    String port = bus + "-" + (1 + number / 200) + "." + (1 + number % 200);
    try {
      Path folder = Files.createDirectories(library().resolveSibling("bus"));
      Path device = Path.of(Address.parse(line).path());
      Files.deleteIfExists(folder.resolve(port));
      Files.createSymbolicLink(folder.resolve(port), device);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "usb:0400:c35a?driver=sam&port=" + port + (bus == 2 ? "&split=7" : "");
  }

  /** Starts a driver that finds this library in place of the system's. */
  public static synchronized <T> T with(String address, Function<String, T> start) {
    System.setProperty(PROPERTY, library().toString());
    try {
      return start.apply(address);
    } finally {
      System.clearProperty(PROPERTY);
    }
  }
}
