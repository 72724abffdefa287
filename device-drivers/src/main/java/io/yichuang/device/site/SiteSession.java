package io.yichuang.device.site;

import io.yichuang.device.DeviceException;
import io.yichuang.device.DeviceFault;
import io.yichuang.device.DeviceState;
import io.yichuang.device.FaultCode;
import io.yichuang.device.MediaState;
import io.yichuang.device.Site.Door;
import io.yichuang.device.Site.Presence;
import io.yichuang.device.Site.Surroundings;
import io.yichuang.device.lane.Health;
import io.yichuang.device.modbus.ModbusLine;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** One bus and what is on it. A unit that is dead takes only its own values with it. */
final class SiteSession implements AutoCloseable {
  /** Beyond what sensors of a cabinet measure: a broken wire or a unit that has lost its probe. */
  private static final double COLDEST = -40;

  private static final double HOTTEST = 125;

  private final ModbusLine line;
  private final SiteMap map;
  private Surroundings seen = Surroundings.UNKNOWN;
  private @Nullable DeviceFault fault;

  SiteSession(ModbusLine line, SiteMap map) {
    this.line = line;
    this.map = map;
  }

  Surroundings seen() {
    return seen;
  }

  @Nullable DeviceFault fault() {
    return fault;
  }

  /**
   * Asks every sensor once; lights where there is no sensor.
   *
   * @throws DeviceException when nobody on the bus answers
   */
  Health look() throws DeviceException {
    fault = null;
    Map<String, Integer> raw = read(map.inputs().isEmpty() ? map.lights() : map.inputs());
    seen =
        new Surroundings(
            bit(raw, "door", map.door(), Door.OPEN, Door.CLOSED, Door.UNKNOWN),
            bit(
                raw,
                "presence",
                map.presence(),
                Presence.PRESENT,
                Presence.NOT_PRESENT,
                Presence.UNKNOWN),
            sensor(raw, "temperature", map.temperature(), COLDEST, HOTTEST),
            sensor(raw, "humidity", map.humidity(), 0, 100));
    return fault == null
        ? Health.online(MediaState.UNKNOWN)
        : Health.broken(DeviceState.HARDWARE_ERROR, fault);
  }

  private Map<String, Integer> read(Map<String, Point> points) throws DeviceException {
    var raw = new HashMap<String, Integer>();
    DeviceException first = null;
    for (var entry : points.entrySet()) {
      Point point = entry.getValue();
      try {
        if (line.owes(point.unit())) { // the others on the bus do not wait for it
          throw new DeviceException(FaultCode.NO_ANSWER, "unit " + point.unit() + " keeps silent");
        }
        raw.put(entry.getKey(), read(point));
      } catch (DeviceException e) {
        if (e.fault().code() == FaultCode.CONNECTION_LOST) {
          throw e;
        }
        first = first == null ? e : first;
        note(new DeviceFault(e.fault().code(), entry.getKey() + ": " + e.fault().detail()));
      }
    }
    if (raw.isEmpty() && first != null) {
      throw first;
    }
    return raw;
  }

  int read(Point point) throws DeviceException {
    return line.read(point.unit(), point.table(), point.address(), 1).getFirst();
  }

  void write(Point point, int raw) throws DeviceException {
    line.write(point.unit(), point.table(), point.address(), raw);
  }

  private static <T> T bit(
      Map<String, Integer> raw, String name, @Nullable Point point, T on, T off, T unknown) {
    Integer value = raw.get(name);
    return point == null || value == null ? unknown : point.on(value) ? on : off;
  }

  private OptionalDouble sensor(
      Map<String, Integer> raw, String name, @Nullable Point point, double least, double most) {
    Integer value = raw.get(name);
    if (point == null || value == null) {
      return OptionalDouble.empty();
    }
    double scaled = point.scaled(value);
    if (scaled < least || scaled > most) {
      note(new DeviceFault(FaultCode.SENSOR, name + " is said to be " + scaled));
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(scaled);
  }

  private void note(DeviceFault found) {
    if (fault == null) {
      fault = found;
    }
  }

  @Override
  public void close() {
    line.close();
  }
}
