package io.yichuang.device.link;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a serial line is set. Always 8 data bits and no flow control unless written.
 *
 * @param baud bits per second
 * @param parity none, even or odd
 * @param stopBits 1 or 2
 * @param flow none or rtscts
 */
public record SerialSettings(int baud, Parity parity, int stopBits, Flow flow) {
  private static final List<String> RATES =
      List.of("1200", "2400", "4800", "9600", "19200", "38400", "57600", "115200", "230400");
  static final Set<String> PARAMETERS = Set.of("baud", "parity", "stop", "flow");

  public enum Parity {
    NONE,
    EVEN,
    ODD
  }

  public enum Flow {
    NONE,
    RTSCTS
  }

  /** 8 data bits, no parity, one stop bit, no flow control. */
  public static SerialSettings plain(int baud) {
    return new SerialSettings(baud, Parity.NONE, 1, Flow.NONE);
  }

  /** These settings, changed by what the address writes. */
  SerialSettings with(Address address) {
    return new SerialSettings(
        Integer.parseInt(address.choice("baud", Integer.toString(baud), RATES)),
        choice(address, "parity", parity, Parity.values()),
        Integer.parseInt(address.choice("stop", Integer.toString(stopBits), List.of("1", "2"))),
        choice(address, "flow", flow, Flow.values()));
  }

  private static <E extends Enum<E>> E choice(Address address, String name, E now, E[] values) {
    List<String> words = Arrays.stream(values).map(SerialSettings::word).toList();
    return values[words.indexOf(address.choice(name, word(now), words))];
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
