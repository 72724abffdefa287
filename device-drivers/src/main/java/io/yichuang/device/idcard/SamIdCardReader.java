package io.yichuang.device.idcard;

import io.yichuang.device.Call;
import io.yichuang.device.DeviceId;
import io.yichuang.device.IdCard;
import io.yichuang.device.IdCardReader;
import io.yichuang.device.Outcome;
import io.yichuang.device.Refusal;
import io.yichuang.device.ResetReport;
import io.yichuang.device.SelfTest;
import io.yichuang.device.lane.Health;
import io.yichuang.device.lane.Lane;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.lane.LaneDevice;
import io.yichuang.device.lane.Turn;
import io.yichuang.device.lane.TurnOver;
import io.yichuang.device.lane.Wire;
import io.yichuang.device.link.Address;
import io.yichuang.device.link.Port;
import io.yichuang.device.link.SerialSettings;
import io.yichuang.device.trace.Mask;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * A reader with a SAM-V module (GA/T 467) behind a serial line or a TCP port: every brand on the
 * market speaks it.
 */
public final class SamIdCardReader extends LaneDevice<SamSession> implements IdCardReader {
  private static final SerialSettings LINE = SerialSettings.plain(115_200);
  private static final Set<String> PARAMETERS = Set.of("driver", "presence");

  private final SamTimings timings;

  private SamIdCardReader(Lane<SamSession> lane, SamTimings timings) {
    super(lane);
    this.timings = timings;
  }

  /**
   * Starts the driver; the reader need not be there yet. Parameters of the address: those of the
   * line, and {@code presence=ask|none}: whether the module can be asked after a read if the card
   * still lies there (it answers 30 03 then).
   *
   * @throws IllegalArgumentException for a wrong address
   */
  public static SamIdCardReader open(
      DeviceId id, Address address, SamTimings timings, LaneClock clock) {
    Port port = Port.at(address, LINE, PARAMETERS);
    boolean asks = address.choice("presence", "ask", List.of("ask", "none")).equals("ask");
    Wire<SamSession> wire =
        Wire.over(
            port,
            Mask.ANSWERS,
            clock,
            link -> new SamSession(new SamLine(link, timings, clock), asks),
            SamSession::look);
    return new SamIdCardReader(Lane.start(id, wire, timings.lane(), clock), timings);
  }

  @Override
  public Outcome<IdCard> read(Call call) {
    return lane().run(call, this::read);
  }

  /** Waits for a card, then reads it; a card that was read before has to be lifted first. */
  private Outcome<IdCard> read(SamSession session, Turn turn) throws IOException, TurnOver {
    Outcome<IdCard> meanwhile = new Outcome.Refused<>(Refusal.NO_MEDIUM);
    while (true) {
      Health health = session.look();
      turn.report(health);
      if (session.cardReady()) {
        Outcome<IdCard> outcome = session.read();
        turn.report(session.health());
        return outcome;
      }
      meanwhile =
          health.fault() != null
              ? new Outcome.Failed<>(health.fault())
              : new Outcome.Refused<>(
                  session.cardLeft() ? Refusal.STILL_PRESENT : Refusal.NO_MEDIUM);
      if (session.broken()) {
        return meanwhile;
      }
      if (!turn.pausedInTime(timings.poll())) {
        return meanwhile;
      }
    }
  }

  @Override
  public Outcome<Removal> awaitRemoval(Call call) {
    return lane().run(call, this::awaitRemoval);
  }

  private Outcome<Removal> awaitRemoval(SamSession session, Turn turn)
      throws IOException, TurnOver {
    while (session.cardMayBeLeft()) {
      if (session.blind()) {
        return new Outcome.Refused<>(Refusal.UNSUPPORTED);
      }
      turn.report(session.look());
      if (session.cardMayBeLeft() && !turn.pausedInTime(timings.poll())) {
        return new Outcome.Refused<>(Refusal.STILL_PRESENT);
      }
    }
    return new Outcome.Done<>(new Removal());
  }

  /** Restarts the module; the card, if one lies there, has to be lifted and laid again. */
  @Override
  public Outcome<ResetReport> reset(Call call) {
    lane().forgive();
    return lane()
        .run(
            call,
            (session, turn) -> {
              var failure = session.restart();
              if (failure != null) {
                return new Outcome.Failed<>(failure);
              }
              Health health = session.look();
              turn.report(health);
              return new Outcome.Done<>(new ResetReport(health.media()));
            });
  }

  @Override
  public List<SelfTest> selfTests() {
    return List.of(
        proof("security-module", (session, turn) -> new Outcome.Done<>(session.prove())));
  }
}
