package io.yichuang.device.dispenser;

import io.yichuang.device.Call;
import io.yichuang.device.CardDispenser;
import io.yichuang.device.DeviceException;
import io.yichuang.device.DeviceId;
import io.yichuang.device.Outcome;
import io.yichuang.device.Refusal;
import io.yichuang.device.ResetReport;
import io.yichuang.device.SelfTest;
import io.yichuang.device.SelfTest.Verdict;
import io.yichuang.device.SupplyLevel;
import io.yichuang.device.lane.Lane;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.lane.LaneDevice;
import io.yichuang.device.lane.Turn;
import io.yichuang.device.lane.TurnOver;
import io.yichuang.device.lane.Wire;
import io.yichuang.device.link.Address;
import io.yichuang.device.link.ByteLink;
import io.yichuang.device.link.Port;
import io.yichuang.device.link.SerialSettings;
import io.yichuang.device.trace.Mask;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A card dispenser of the CRT-571/591 or the 720 family on a serial line or behind a TCP port. */
public final class SerialCardDispenser extends LaneDevice<CardPath> implements CardDispenser {
  private static final Logger log = LoggerFactory.getLogger(SerialCardDispenser.class);
  private static final SerialSettings LINE = SerialSettings.plain(9_600);

  /** The DIP switches of a CRT set 00 to 0F. */
  private static final List<String> UNITS =
      List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15");

  private final DispenserTimings timings;

  private SerialCardDispenser(Lane<CardPath> lane, DispenserTimings timings) {
    super(lane);
    this.timings = timings;
  }

  /**
   * Starts the driver; the box need not be there yet. Parameters of the address: those of the line,
   * {@code driver=crt591} (571 too, with {@code unit=0..15}) or {@code driver=k720}.
   *
   * @throws IllegalArgumentException for a wrong address
   */
  public static SerialCardDispenser open(
      DeviceId id, Address address, DispenserTimings timings, LaneClock clock) {
    boolean crt = address.choice("driver", "", List.of("crt591", "k720")).equals("crt591");
    Port port = Port.at(address, LINE, crt ? Set.of("driver", "unit") : Set.of("driver"));
    int unit = Integer.parseInt(address.choice("unit", "0", UNITS));
    var jam = new CrtMechanism.Jam();
    Function<ByteLink, Mechanism> mechanism =
        crt
            ? link -> new CrtMechanism(link, unit, jam, timings, clock)
            : link -> new K720Mechanism(link, timings, clock);
    Wire<CardPath> wire =
        Wire.over(
            port,
            Mask.NOTHING,
            clock,
            link -> new CardPath(mechanism.apply(link)),
            path -> path.mechanism().sensors().health());
    return new SerialCardDispenser(Lane.start(id, wire, timings.lane(), clock), timings);
  }

  @Override
  public Outcome<Place> look(Call call) {
    return lane().run(call, (path, turn) -> new Outcome.Done<>(path.look(turn).place()));
  }

  @Override
  public Outcome<Place> feed(Call call) {
    return lane().run(call, CardPath::feed);
  }

  @Override
  public Outcome<Place> present(Call call) {
    return lane().run(call, CardPath::present);
  }

  @Override
  public Outcome<Place> takeBack(Call call) {
    return lane().run(call, CardPath::takeBack);
  }

  @Override
  public Outcome<Taken> awaitTaken(Call call) {
    return lane()
        .run(
            call,
            (path, turn) ->
                awaitLeaving(path, turn, Place.GATE) == Place.EMPTY
                    ? new Outcome.Done<>(new Taken())
                    : new Outcome.Refused<>(Refusal.STILL_PRESENT));
  }

  /** Where the card is once it has left the place, or the place itself when the limit ended. */
  private Place awaitLeaving(CardPath path, Turn turn, Place from)
      throws DeviceException, TurnOver {
    while (true) {
      Place now = path.look(turn).place();
      if (now != from) {
        return now;
      }
      if (!turn.pausedInTime(timings.poll())) {
        return from;
      }
    }
  }

  @Override
  public Outcome<Place> accept(Call call) {
    return lane().run(call, this::accept);
  }

  private Outcome<Place> accept(CardPath path, Turn turn) throws DeviceException, TurnOver {
    if (!path.mechanism().accepts()) {
      return new Outcome.Refused<>(Refusal.UNSUPPORTED);
    }
    Sensors before = path.look(turn);
    if (before.jammed() || before.place() != Place.EMPTY) {
      return new Outcome.Refused<>(before.jammed() ? Refusal.JAMMED : Refusal.OCCUPIED);
    }
    path.mechanism().gate(true);
    try {
      Place now = awaitLeaving(path, turn, Place.EMPTY);
      if (now == Place.GATE) {
        now = awaitLeaving(path, turn, Place.GATE); // on its way in
      }
      return now == Place.INSIDE
          ? new Outcome.Done<>(now)
          : new Outcome.Refused<>(now == Place.GATE ? Refusal.OCCUPIED : Refusal.NO_MEDIUM);
    } finally {
      shut(path);
    }
  }

  /** The outcome stands: a gate that stays open shows at the next card that comes in unasked. */
  private void shut(CardPath path) {
    try {
      path.mechanism().gate(false);
    } catch (DeviceException e) {
      log.info("{}: the gate was not closed: {}", id(), e.getMessage());
    }
  }

  /** Initialises the box and says where the card is; a jam that was freed is forgotten. */
  @Override
  public Outcome<ResetReport> reset(Call call) {
    lane().forgive();
    return lane()
        .run(
            call,
            (path, turn) -> {
              path.mechanism().reset(turn);
              Sensors now = path.look(turn);
              return now.jammed()
                  ? new Outcome.Failed<>(Sensors.JAM)
                  : new Outcome.Done<>(new ResetReport(now.health().media()));
            });
  }

  @Override
  public List<SelfTest> selfTests() {
    return List.of(
        proof("sensors", SerialCardDispenser::proveSensors),
        proof("card-through-the-path", SerialCardDispenser::provePath));
  }

  /** Sensors answer, nothing is jammed, there are cards and room. */
  private static Outcome<Verdict> proveSensors(CardPath path, Turn turn) throws DeviceException {
    Sensors now = path.look(turn);
    boolean good = !now.jammed() && !now.binFull() && now.cards() != SupplyLevel.OUT;
    return new Outcome.Done<>(new Verdict(good, "expected cards and room; came " + now));
  }

  /** One card from the stack to the reader and into the bin. */
  private static Outcome<Verdict> provePath(CardPath path, Turn turn)
      throws DeviceException, TurnOver {
    Outcome<Place> fed = path.feed(turn);
    Outcome<Place> back = fed instanceof Outcome.Done ? path.takeBack(turn) : fed;
    return new Outcome.Done<>(
        new Verdict(back instanceof Outcome.Done, "expected a card in the bin; came " + back));
  }
}
