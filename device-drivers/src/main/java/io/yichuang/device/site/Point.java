package io.yichuang.device.site;

import io.yichuang.device.modbus.ModbusTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a value stands on the bus, written {@code UNIT/TABLE/ADDRESS[/MORE][!]}: {@code
 * 1/discrete/0!} is a contact that is turned round, {@code 2/input/1/0.1} a register in tenths.
 *
 * @param inverted a bit means the opposite
 * @param more the scale of a sensor, or the values of a light, or empty
 */
record Point(int unit, ModbusTable table, int address, String more, boolean inverted) {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,3})/([a-z]+)/(\\d{1,5})(?:/([0-9.,]+))?(!)?");

  static Point parse(String name, String text, List<ModbusTable> tables) {
    Matcher form = FORM.matcher(text);
    List<String> words = tables.stream().map(t -> t.name().toLowerCase(Locale.ROOT)).toList();
    if (form.matches() && words.contains(form.group(2))) {
      int unit = Integer.parseInt(form.group(1));
      int address = Integer.parseInt(form.group(3));
      if (unit >= 1 && unit <= 247 && address <= 0xFFFF) {
        return new Point(
            unit,
            tables.get(words.indexOf(form.group(2))),
            address,
            form.group(4) == null ? "" : form.group(4),
            form.group(5) != null);
      }
    }
    throw new IllegalArgumentException(
        name
            + "="
            + text
            + " is no place on the bus; valid: UNIT/TABLE/ADDRESS with a unit of 1 to 247, a table"
            + " of "
            + String.join(", ", words)
            + " and an address of 0 to 65535, such as 1/"
            + words.getFirst()
            + "/0");
  }

  boolean on(int raw) {
    return (raw != 0) != inverted;
  }

  int raw(boolean on) {
    return on != inverted ? 1 : 0;
  }

  /** A register as a signed number times the scale. */
  double scaled(int raw) {
    return (short) raw * (more.isEmpty() ? 1 : Double.parseDouble(more));
  }

  /** The numbers behind the address. */
  List<Integer> numbers() {
    return more.isEmpty()
        ? List.of()
        : Arrays.stream(more.split(",")).map(Integer::valueOf).toList();
  }
}
