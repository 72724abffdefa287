package io.yichuang.device.site;

import static io.yichuang.device.modbus.ModbusTable.COIL;
import static io.yichuang.device.modbus.ModbusTable.DISCRETE;
import static io.yichuang.device.modbus.ModbusTable.HOLDING;
import static io.yichuang.device.modbus.ModbusTable.INPUT;

import io.yichuang.device.Site.Light;
import io.yichuang.device.link.Address;
import io.yichuang.device.modbus.ModbusTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which value stands where: the parameters of the address. Vendors agree on nothing here. */
record SiteMap(
    @Nullable Point door,
    @Nullable Point presence,
    @Nullable Point temperature,
    @Nullable Point humidity,
    @Nullable Point release,
    Map<String, Point> lights) {
  private static final List<ModbusTable> BITS = List.of(DISCRETE, COIL);
  private static final List<ModbusTable> REGISTERS = List.of(INPUT, HOLDING);
  private static final String LIGHT = "light.";

  /**
   * @throws IllegalArgumentException for a place that cannot be, or when there is none at all
   */
  static SiteMap of(Address address) {
    var lights = new LinkedHashMap<String, Point>();
    for (var parameter : address.parameters().entrySet()) {
      String name = parameter.getKey();
      if (name.startsWith(LIGHT)) {
        Point point = Point.parse(name, parameter.getValue(), List.of(COIL, HOLDING));
        values(name, point);
        lights.put(name.substring(LIGHT.length()), point);
      }
    }
    var map =
        new SiteMap(
            point(address, "door", BITS),
            point(address, "presence", BITS),
            sensor(address, "temperature"),
            sensor(address, "humidity"),
            point(address, "release", List.of(COIL)),
            lights);
    if (map.inputs().isEmpty() && lights.isEmpty()) {
      throw new IllegalArgumentException(
          "address '"
              + address
              + "': nothing is configured; valid: door, presence, temperature, humidity, release,"
              + " light.NAME");
    }
    return map;
  }

  /** The names of the parameters that are ours. */
  static Set<String> parameters(Address address) {
    var names = new TreeSet<>(Set.of("driver", "door", "presence", "temperature", "humidity"));
    names.add("release");
    address.parameters().keySet().stream().filter(n -> n.startsWith(LIGHT)).forEach(names::add);
    return names;
  }

  /** What can be read, by name. */
  Map<String, Point> inputs() {
    var inputs = new LinkedHashMap<String, Point>();
    put(inputs, "door", door);
    put(inputs, "presence", presence);
    put(inputs, "temperature", temperature);
    put(inputs, "humidity", humidity);
    return inputs;
  }

  /** What is written for a light: on and off for a coil, five numbers for a register. */
  static int raw(Point light, Light how) {
    if (light.table() == COIL) {
      return light.raw(how != Light.OFF);
    }
    int rate =
        switch (how) {
          case OFF -> 0;
          case SLOW -> 1;
          case MEDIUM -> 2;
          case QUICK -> 3;
          case CONTINUOUS -> 4;
        };
    return light.numbers().isEmpty() ? rate : light.numbers().get(rate);
  }

  private static void values(String name, Point point) {
    boolean fits =
        point.table() == COIL
            ? point.more().isEmpty()
            : point.more().isEmpty()
                || (point.more().matches("\\d{1,5}(,\\d{1,5}){4}")
                    && point.numbers().stream().allMatch(n -> n <= 0xFFFF));
    if (!fits) {
      throw new IllegalArgumentException(
          name + ": a register takes five values, for off, slow, medium, quick and continuous");
    }
  }

  private static @Nullable Point sensor(Address address, String name) {
    Point point = point(address, name, REGISTERS);
    if (point != null && !point.more().matches("|\\d{1,3}(\\.\\d{1,4})?")) {
      throw new IllegalArgumentException(name + ": the scale is a number such as 0.1");
    }
    return point;
  }

  private static @Nullable Point point(Address address, String name, List<ModbusTable> tables) {
    String text = address.parameters().get(name);
    return text == null ? null : Point.parse(name, text, tables);
  }

  private static void put(Map<String, Point> into, String name, @Nullable Point point) {
    if (point != null) {
      into.put(name, point);
    }
  }
}
