package io.yichuang.device.ups;

import io.yichuang.device.Call;
import io.yichuang.device.DeviceException;
import io.yichuang.device.DeviceFault;
import io.yichuang.device.DeviceId;
import io.yichuang.device.DeviceState;
import io.yichuang.device.FaultCode;
import io.yichuang.device.MediaState;
import io.yichuang.device.Outcome;
import io.yichuang.device.ResetReport;
import io.yichuang.device.SelfTest;
import io.yichuang.device.SelfTest.Verdict;
import io.yichuang.device.Ups;
import io.yichuang.device.lane.Health;
import io.yichuang.device.lane.Lane;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.lane.LaneDevice;
import io.yichuang.device.lane.Wire;
import io.yichuang.device.link.Address;
import io.yichuang.device.link.ByteLink;
import io.yichuang.device.link.Port;
import io.yichuang.device.link.SerialSettings;
import io.yichuang.device.trace.Mask;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A UPS that is asked for its state all the time. It is never told to do anything. */
public final class MonitoredUps extends LaneDevice<UpsLine> implements Ups {
  private static final SerialSettings Q1 = SerialSettings.plain(2_400);

  /** The port that IANA gave to NUT. */
  private static final int NUT = 3_493;

  private final Latest latest;

  /** What was read last: written by the lane's thread, read by any. */
  private static final class Latest {
    private volatile Power power = Power.UNKNOWN;
  }

  private MonitoredUps(Lane<UpsLine> lane, Latest latest) {
    super(lane);
    this.latest = latest;
  }

  /**
   * Starts the driver; the UPS need not be there yet.
   *
   * @param address a serial line with {@code driver=q1}, or {@code nut://host:3493/NAME} with the
   *     UPS's name in {@code ups.conf}
   * @throws IllegalArgumentException for a wrong address
   */
  public static MonitoredUps open(
      DeviceId id, Address address, UpsTimings timings, LaneClock clock) {
    boolean nut = address.scheme().equals("nut");
    Port port = nut ? nut(address) : Port.at(address, Q1, Set.of("driver"));
    if (!nut) {
      address.choice("driver", "q1", List.of("q1"));
    }
    Function<ByteLink, UpsLine> line =
        nut
            ? link -> new NutLine(link, address.path().substring(1), timings, clock)
            : link -> new Q1Line(link, timings, clock);
    var latest = new Latest();
    Wire<UpsLine> wire =
        Wire.over(port, Mask.NOTHING, clock, line::apply, open -> look(open, latest));
    return new MonitoredUps(Lane.start(id, wire, timings.lane(), clock), latest);
  }

  private static Port nut(Address address) {
    if (!address.path().matches("/[A-Za-z0-9._-]{1,64}")) {
      throw new IllegalArgumentException(
          "address '" + address + "': no UPS is named; valid: nut://HOST:3493/NAME");
    }
    var tcp = new Address("tcp", address.host(), address.port(NUT), "", address.parameters());
    return Port.at(tcp, Q1, Set.of());
  }

  private static Health look(UpsLine line, Latest latest) throws IOException {
    try {
      Power power = line.ask();
      latest.power = power;
      return health(power);
    } catch (DeviceException e) {
      latest.power = Power.UNKNOWN;
      throw e;
    }
  }

  private static Health health(Power power) {
    DeviceFault fault = fault(power);
    if (fault == null) {
      return Health.online(MediaState.UNKNOWN);
    }
    DeviceState state =
        fault.code() == FaultCode.UPS_BROKEN ? DeviceState.HARDWARE_ERROR : DeviceState.ONLINE;
    return new Health(state, MediaState.UNKNOWN, Map.of(), fault);
  }

  private static @Nullable DeviceFault fault(Power power) {
    if (power.battery() == Battery.FAILURE) {
      return new DeviceFault(FaultCode.UPS_BROKEN, "the UPS reports a failure");
    }
    return power.mains() == Mains.NO_POWER && power.battery() == Battery.LOW
        ? new DeviceFault(FaultCode.BATTERY_LOW, "on battery, and it ends soon")
        : null;
  }

  @Override
  public Power power() {
    return switch (status().state()) {
      case ONLINE, HARDWARE_ERROR -> latest.power;
      default -> Power.UNKNOWN;
    };
  }

  @Override
  public Outcome<Power> look(Call call) {
    return lane()
        .run(
            call,
            (line, turn) -> {
              turn.report(look(line, latest));
              return new Outcome.Done<>(latest.power);
            });
  }

  /** Asks anew; a UPS has no other state that we could set back. */
  @Override
  public Outcome<ResetReport> reset(Call call) {
    return reset(call, line -> look(line, latest));
  }

  /** It answers, mains come in, the battery is well. */
  @Override
  public List<SelfTest> selfTests() {
    return List.of(
        proof(
            "mains-and-battery",
            (line, turn) -> {
              turn.report(look(line, latest));
              Power power = latest.power;
              return new Outcome.Done<>(
                  new Verdict(
                      power.mains() == Mains.POWERING && power.battery() == Battery.OPERATIONAL,
                      "expected mains and a battery that is well; came " + power));
            }));
  }
}
