package io.yichuang.device.link;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A device file of Linux named by path, by USB identity ({@code usb=067b:2303/SERIAL}), or by the
 * USB socket ({@code usb-port=1-1.4}). It is found anew each time, since names move.
 */
public final class DeviceNode {
  private static final Pattern IDENTITY =
      Pattern.compile("usb=([0-9a-fA-F]{4}):([0-9a-fA-F]{4})(?:/(.+))?");
  private static final Pattern PLACE = Pattern.compile("usb-port=(\\d+-\\d+(?:\\.\\d+)*)");

  /** What kind of file is looked for. */
  public enum Kind {
    SERIAL("serial line", "/sys/class/tty"),
    CAMERA("camera", "/sys/class/video4linux");

    private final String words;
    private final String classFolder;

    Kind(String words, String classFolder) {
      this.words = words;
      this.classFolder = classFolder;
    }
  }

  private interface Place {
    Optional<Path> find();
  }

  private final Place place;

  private DeviceNode(Place place) {
    this.place = place;
  }

  /**
   * The file that an address names.
   *
   * @throws IllegalArgumentException for a wrong address, with the valid choices
   */
  public static DeviceNode of(Address address, Kind kind) {
    String path = address.path();
    Matcher identity = IDENTITY.matcher(path);
    if (identity.matches()) {
      String vendor = identity.group(1).toLowerCase(Locale.ROOT);
      String product = identity.group(2).toLowerCase(Locale.ROOT);
      String serial = Optional.ofNullable(identity.group(3)).orElse("");
      return onUsb(
          kind,
          usb ->
              usb.vendor().equals(vendor)
                  && usb.product().equals(product)
                  && (serial.isEmpty() || usb.serial().equals(serial)));
    }
    Matcher socket = PLACE.matcher(path);
    if (socket.matches()) {
      return onUsb(kind, usb -> usb.place().equals(socket.group(1)));
    }
    if (!path.startsWith("/")) {
      throw Address.wrong(
          address.toString(),
          "'" + path + "' is no " + kind.words,
          Set.of("/dev/NAME", "usb=VVVV:PPPP[/SERIAL]", "usb-port=1-1.4"));
    }
    return new DeviceNode(() -> Optional.of(Path.of(path)).filter(Files::exists));
  }

  private static DeviceNode onUsb(Kind kind, Predicate<UsbNodes.Node> wanted) {
    var nodes = new UsbNodes(Path.of(kind.classFolder));
    return new DeviceNode(() -> nodes.find(wanted).map(UsbNodes.Node::device));
  }

  /** The file, if it is there now. */
  public Optional<Path> find() {
    return place.find();
  }
}
