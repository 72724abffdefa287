package io.yichuang.device.xfs;

import io.yichuang.device.Call;
import io.yichuang.device.DeviceException;
import io.yichuang.device.DeviceId;
import io.yichuang.device.Outcome;
import io.yichuang.device.ResetReport;
import io.yichuang.device.SelfTest;
import io.yichuang.device.XfsService;
import io.yichuang.device.lane.Health;
import io.yichuang.device.lane.Lane;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.lane.LaneDevice;
import io.yichuang.device.lane.Turn;
import io.yichuang.device.lane.Wire;
import io.yichuang.device.link.Address;
import io.yichuang.device.trace.FlightRecorder;
import io.yichuang.device.trace.Mask;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A client of one XFS4IoT service. */
public final class XfsClient extends LaneDevice<XfsSession> implements XfsService {
  private static final Logger log = LoggerFactory.getLogger(XfsClient.class);

  /** The first of the standard's ports 5846 to 5856. */
  private static final int PORT = 5_846;

  private final String kind;

  private XfsClient(Lane<XfsSession> lane, String kind) {
    super(lane);
    this.kind = kind;
  }

  /**
   * Starts the client; the service need not be there yet.
   *
   * @param address {@code xfs+ws://host:5846/xfs4iot/v1.0/NAME}, with {@code class=Printer} or
   *     another interface of the standard, whose {@code Reset} is then used
   * @throws IllegalArgumentException for a wrong address
   */
  public static XfsClient open(DeviceId id, Address address, XfsTimings timings, LaneClock clock) {
    address.allow(Set.of("class"));
    if (!address.scheme().equals("xfs+ws") || !address.path().matches("/[A-Za-z0-9._/-]+")) {
      throw new IllegalArgumentException(
          "address '" + address + "': valid: xfs+ws://HOST:5846/xfs4iot/v1.0/NAME");
    }
    String kind = address.parameter("class", "");
    if (!kind.matches("|[A-Z][A-Za-z]{1,39}")) {
      throw new IllegalArgumentException(
          "address '" + address + "': no interface of XFS4IoT; valid: such as Printer");
    }
    URI service = address.uri("ws", PORT);
    var recorder = new FlightRecorder(Mask.ALL, clock.wall()); // payloads may be personal
    Wire<XfsSession> wire =
        Wire.of(
            recorder,
            () ->
                new XfsSession(
                    XfsSocket.open(service, timings.connect()), timings, clock, recorder),
            XfsSession::look);
    return new XfsClient(Lane.start(id, wire, timings.lane(), clock), kind);
  }

  @Override
  public Outcome<Answer> run(Command command, Consumer<Event> events, Call call) {
    return lane()
        .run(
            call,
            (session, turn) -> {
              Outcome<Answer> outcome = session.run(command, events, turn);
              tell(session, turn);
              return outcome;
            });
  }

  /** The outcome stands, whatever the status says: a lost line shows at the next probe. */
  private void tell(XfsSession session, Turn turn) {
    try {
      turn.report(session.look());
    } catch (DeviceException e) {
      log.info("{}: no status after the command: {}", id(), e.getMessage());
    }
  }

  /** Sends the {@code Reset} of the class that the address names, if it names one. */
  @Override
  public Outcome<ResetReport> reset(Call call) {
    lane().forgive();
    return lane()
        .run(
            call,
            (session, turn) -> {
              Outcome<Answer> done =
                  kind.isEmpty()
                      ? new Outcome.Done<>(new Answer(Map.of()))
                      : session.run(new Command(kind + ".Reset", Map.of(), true), _ -> {}, turn);
              Health health = session.look();
              turn.report(health);
              return done.map(_ -> new ResetReport(health.media()));
            });
  }

  /** The service names its capabilities and calls its device online. */
  @Override
  public List<SelfTest> selfTests() {
    return List.of(
        proof(
            "service-and-device",
            (session, turn) -> {
              Health health = session.look();
              turn.report(health);
              boolean good = session.capable() && health.fault() == null;
              return new Outcome.Done<>(
                  new SelfTest.Verdict(
                      good, "expected capabilities and online; came " + health.state()));
            }));
  }
}
