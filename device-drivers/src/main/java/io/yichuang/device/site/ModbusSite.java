package io.yichuang.device.site;

import io.yichuang.device.Call;
import io.yichuang.device.DeviceException;
import io.yichuang.device.DeviceId;
import io.yichuang.device.MediaState;
import io.yichuang.device.Outcome;
import io.yichuang.device.Refusal;
import io.yichuang.device.ResetReport;
import io.yichuang.device.SelfTest;
import io.yichuang.device.Site;
import io.yichuang.device.lane.Health;
import io.yichuang.device.lane.Lane;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.lane.LaneDevice;
import io.yichuang.device.lane.Turn;
import io.yichuang.device.lane.TurnOver;
import io.yichuang.device.lane.Wire;
import io.yichuang.device.link.Address;
import io.yichuang.device.link.Port;
import io.yichuang.device.modbus.ModbusBus;
import io.yichuang.device.trace.Mask;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** The surroundings on one Modbus bus: several units, one master. */
public final class ModbusSite extends LaneDevice<SiteSession> implements Site {
  private final SiteMap map;
  private final SiteTimings timings;
  private final Latest latest;

  /** What was seen last: written by the lane's thread, read by any. */
  private static final class Latest {
    private volatile Surroundings seen = Surroundings.UNKNOWN;
  }

  private ModbusSite(Lane<SiteSession> lane, SiteMap map, SiteTimings timings, Latest latest) {
    super(lane);
    this.map = map;
    this.timings = timings;
    this.latest = latest;
  }

  /**
   * Starts the driver; nobody need be on the bus yet. Parameters of the address: those of the line,
   * and the register map: {@code door}, {@code presence}, {@code temperature}, {@code humidity},
   * {@code release} and {@code light.NAME}, each {@code UNIT/TABLE/ADDRESS}; see the README.
   *
   * @throws IllegalArgumentException for a wrong address
   */
  public static ModbusSite open(
      DeviceId id, Address address, SiteTimings timings, LaneClock clock) {
    Port port = ModbusBus.port(address, SiteMap.parameters(address));
    SiteMap map = SiteMap.of(address);
    var latest = new Latest();
    var bus = new ModbusBus(timings.bus(), clock);
    Wire<SiteSession> wire =
        Wire.over(
            port,
            Mask.NOTHING,
            clock,
            link -> new SiteSession(bus.on(link), map),
            session -> look(session, latest));
    return new ModbusSite(Lane.start(id, wire, timings.lane(), clock), map, timings, latest);
  }

  private static Health look(SiteSession session, Latest latest) throws IOException {
    try {
      Health health = session.look();
      latest.seen = session.seen();
      return health;
    } catch (DeviceException e) {
      latest.seen = Surroundings.UNKNOWN; // nothing is known any more, an old value least of all
      throw e;
    }
  }

  @Override
  public Surroundings surroundings() {
    return switch (status().state()) {
      case ONLINE, HARDWARE_ERROR -> latest.seen; // one dead sensor does not blind the others
      default -> Surroundings.UNKNOWN;
    };
  }

  @Override
  public Outcome<Surroundings> look(Call call) {
    return lane()
        .run(
            call,
            (session, turn) -> {
              turn.report(look(session, latest));
              return new Outcome.Done<>(session.seen());
            });
  }

  @Override
  public Set<String> lights() {
    return Set.copyOf(map.lights().keySet());
  }

  @Override
  public Outcome<Light> light(String name, Light light, Call call) {
    Point point = map.lights().get(name);
    if (point == null) {
      throw new IllegalArgumentException("no light " + name + "; valid: " + map.lights().keySet());
    }
    return lane()
        .run(
            call,
            (session, turn) -> {
              turn.begin();
              session.write(point, SiteMap.raw(point, light));
              return new Outcome.Done<>(light);
            });
  }

  @Override
  public Outcome<Released> releaseDoor(Call call) {
    Point relay = map.release();
    return relay == null
        ? new Outcome.Refused<>(Refusal.UNSUPPORTED)
        : lane().run(call, (session, turn) -> release(session, turn, relay));
  }

  private Outcome<Released> release(SiteSession session, Turn turn, Point relay)
      throws IOException, TurnOver {
    turn.begin();
    try {
      session.pull(relay); // it may have pulled, too, when nobody confirms it
      turn.pause(timings.pulse());
    } finally {
      session.letGo(relay); // held for ever, the door would stand open
    }
    return new Outcome.Done<>(new Released());
  }

  /** The relay is let go, the lights go out. */
  @Override
  public Outcome<ResetReport> reset(Call call) {
    lane().forgive();
    return lane()
        .run(
            call,
            (session, turn) -> {
              Point relay = map.release();
              if (relay != null) {
                session.letGo(relay);
              }
              for (Point light : map.lights().values()) {
                session.write(light, SiteMap.raw(light, Light.OFF));
              }
              turn.report(look(session, latest));
              return new Outcome.Done<>(new ResetReport(MediaState.UNKNOWN));
            });
  }

  @Override
  public List<SelfTest> selfTests() {
    return List.of(new SensorsTest(lane()), new LightsTest(lane(), map));
  }
}
