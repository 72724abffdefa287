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

  /**
   * Whether the door's relay may be pulled: also when the line is opened, since an earlier
   * connection or an earlier run of this program may have ended within a pulse.
   */
  private boolean mayBeHeld;

  SiteSession(ModbusLine line, SiteMap map) {
    this.line = line;
    this.map = map;
    this.mayBeHeld = map.release() != null;
  }

  Surroundings seen() {
    return seen;
  }

  @Nullable DeviceFault fault() {
    return fault;
  }

  /**
   * Lets go a relay that may be held, and asks every sensor once; lights where there is no sensor.
   *
   * @throws DeviceException when nobody on the bus answers
   */
  Health look() throws DeviceException {
    fault = null;
    letGoWhatMayBeHeld();
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
        demandAnswering(point);
        raw.put(entry.getKey(), read(point));
      } catch (DeviceException e) {
        note(entry.getKey(), e);
        first = first == null ? e : first;
      }
    }
    if (raw.isEmpty() && first != null) {
      throw first;
    }
    return raw;
  }

  /** The others on the bus do not wait for a unit that keeps silent. */
  private void demandAnswering(Point point) throws DeviceException {
    if (line.owes(point.unit())) {
      throw new DeviceException(FaultCode.NO_ANSWER, "unit " + point.unit() + " keeps silent");
    }
  }

  /** Pulls the door's relay; {@link #letGo} has to follow, whatever becomes of this. */
  void pull(Point relay) throws DeviceException {
    mayBeHeld = true;
    write(relay, relay.raw(true));
  }

  /**
   * Lets go the door's relay, at once.
   *
   * @throws DeviceException when it may still be held; the next look tries again
   */
  void letGo(Point relay) throws DeviceException {
    mayBeHeld = true;
    line.putBack(relay.unit(), relay.address(), relay.raw(false));
    mayBeHeld = false;
  }

  private void letGoWhatMayBeHeld() throws DeviceException {
    Point relay = map.release();
    if (relay == null || !mayBeHeld) {
      return;
    }
    try {
      demandAnswering(relay);
      write(relay, relay.raw(false));
      mayBeHeld = false;
    } catch (DeviceException e) {
      note("release", e);
    }
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

  /** One unit's fault is noted; one of the line is everybody's. */
  private void note(String name, DeviceException e) throws DeviceException {
    if (e.fault().code() == FaultCode.CONNECTION_LOST) {
      throw e;
    }
    note(new DeviceFault(e.fault().code(), name + ": " + e.fault().detail()));
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
