package io.yichuang.device.locker;

import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.link.Address;
import io.yichuang.device.link.ByteLink;
import io.yichuang.device.link.Port;
import io.yichuang.device.link.SerialSettings;
import io.yichuang.device.modbus.ModbusBus;
import io.yichuang.device.modbus.ModbusTable;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an address of a locker bank says.
 *
 * @param testDoor the door that a self-test may open; 0 for none
 * @param board makes the board's face on an open line
 */
record LockerAddress(Port port, int doors, int testDoor, Function<ByteLink, Board> board) {
  private static final String TEST_DOOR = "test-door";
  private static final SerialSettings LINE = SerialSettings.plain(9_600);
  private static final Pattern FEEDBACK = Pattern.compile("(discrete|coil)/(\\d{1,5})");

  /** Lock numbers are one byte, and 0 means all. */
  private static final int MOST_LOCKS = 254;

  private static final int MOST_BOARDS = 254;

  static LockerAddress of(Address address, LockerTimings timings, LaneClock clock) {
    boolean modbus =
        address.scheme().equals("modbus+serial")
            || address.choice("driver", "8a", List.of("8a", "modbus")).equals("modbus");
    return modbus ? modbus(address, timings, clock) : frames(address, timings, clock);
  }

  private static LockerAddress frames(Address address, LockerTimings timings, LaneClock clock) {
    Port port = Port.at(address, LINE, Set.of("driver", "doors", "boards", "open", TEST_DOOR));
    int locks = number(address, "doors", 24, 1, MOST_LOCKS);
    int boards = number(address, "boards", 1, 1, MOST_BOARDS);
    int open = Integer.parseInt(written(address, "open", List.of("00", "11")), 16);
    return new LockerAddress(
        port,
        locks * boards,
        number(address, TEST_DOOR, 0, 0, locks * boards),
        link -> new FrameBoard(link, locks, open, timings.answer(), clock));
  }

  private static LockerAddress modbus(Address address, LockerTimings timings, LaneClock clock) {
    Port port =
        ModbusBus.port(
            address, Set.of("driver", "unit", "doors", "lock", "feedback", "open", TEST_DOOR));
    int unit = number(address, "unit", 1, 1, 247);
    int doors = number(address, "doors", 16, 1, 2_000);
    int lock = number(address, "lock", 0, 0, 0xFFFF - doors);
    Matcher feedback = FEEDBACK.matcher(address.parameter("feedback", "discrete/0"));
    if (!feedback.matches()) {
      throw new IllegalArgumentException(
          "address '"
              + address
              + "': feedback is no table and address; valid: discrete/0, coil/16");
    }
    ModbusTable table = ModbusTable.valueOf(feedback.group(1).toUpperCase(java.util.Locale.ROOT));
    int first = Integer.parseInt(feedback.group(2));
    int open = Integer.parseInt(written(address, "open", List.of("0", "1")));
    var bus = new ModbusBus(timings.bus(), clock);
    var wiring = new ModbusBoard.Wiring(unit, doors, lock, table, first, open, timings.pulse());
    var held = new BitSet();
    return new LockerAddress(
        port,
        doors,
        number(address, TEST_DOOR, 0, 0, doors),
        link -> new ModbusBoard(bus.on(link), wiring, held));
  }

  /** A value that has no default: the wrong one would call every shut door open. */
  private static String written(Address address, String name, List<String> valid) {
    if (!address.parameters().containsKey(name)) {
      throw new IllegalArgumentException(
          "address '" + address + "': " + name + " is missing; valid: " + String.join(", ", valid));
    }
    return address.choice(name, "", valid);
  }

  private static int number(Address address, String name, int fallback, int from, int to) {
    String text = address.parameter(name, Integer.toString(fallback));
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < from || Integer.parseInt(text) > to) {
      throw new IllegalArgumentException(
          "address '" + address + "': " + name + "=" + text + "; valid: " + from + " to " + to);
    }
    return Integer.parseInt(text);
  }
}
