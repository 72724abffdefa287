package io.yichuang.device.permit;

import io.yichuang.device.Call;
import io.yichuang.device.ChipDocument;
import io.yichuang.device.ChipKey;
import io.yichuang.device.ChipReader;
import io.yichuang.device.DeviceException;
import io.yichuang.device.DeviceId;
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
import io.yichuang.device.permit.PcscReader.CardLost;
import io.yichuang.device.trace.FlightRecorder;
import io.yichuang.device.trace.Mask;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A card reader behind {@code pcscd}. Chips of passports and permits are opened by Basic Access
 * Control; PACE, and the proofs that a chip is genuine (passive, active and chip authentication),
 * are not spoken.
 */
public final class PcscChipReader extends LaneDevice<PcscReader> implements ChipReader {
  private static final Logger log = LoggerFactory.getLogger(PcscChipReader.class);
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final FlightRecorder recorder;
  private final ChipTimings timings;
  private final LaneClock clock;

  private PcscChipReader(
      Lane<PcscReader> lane, FlightRecorder recorder, ChipTimings timings, LaneClock clock) {
    super(lane);
    this.recorder = recorder;
    this.timings = timings;
    this.clock = clock;
  }

  /**
   * Starts the driver; reader and daemon need not be there yet.
   *
   * @param address {@code pcsc:} and how the reader's name begins, or {@code pcsc:*}
   * @throws IllegalArgumentException for a wrong address
   */
  public static PcscChipReader open(
      DeviceId id, Address address, ChipTimings timings, LaneClock clock) {
    if (!address.scheme().equals("pcsc")) {
      throw new IllegalArgumentException(
          "address '" + address + "': a chip reader is pcsc:NAME, or pcsc:* for any");
    }
    address.allow(Set.of());
    var owed = new AtomicInteger();
    var recorder = new FlightRecorder(Mask.ALL, clock.wall());
    Wire<PcscReader> wire =
        Wire.of(
            recorder, () -> PcscReader.open(address.path(), timings, owed), PcscChipReader::probe);
    return new PcscChipReader(
        Lane.start(id, wire, timings.lane(), clock), recorder, timings, clock);
  }

  private static Health probe(PcscReader reader) throws DeviceException {
    return PcscReader.health(reader.look());
  }

  @Override
  public Outcome<Chip> identify(Call call) {
    return lane()
        .run(call, (reader, turn) -> onCard(reader, turn, s -> new Outcome.Done<>(s.identify())));
  }

  @Override
  public Outcome<ChipDocument> read(ChipKey key, Call call) {
    LocalDate today = LocalDate.ofInstant(clock.wall().instant(), CHINA);
    return lane().run(call, (reader, turn) -> onCard(reader, turn, s -> s.read(key, today)));
  }

  private interface Reading<T> {
    Outcome<T> of(ChipSession session) throws DeviceException, TurnOver, CardLost;
  }

  private <T> Outcome<T> onCard(PcscReader reader, Turn turn, Reading<T> reading)
      throws IOException, TurnOver {
    var session = new ChipSession(reader, turn, recorder);
    try {
      Refusal refusal = session.await(timings);
      return refusal != null ? new Outcome.Refused<>(refusal) : reading.of(session);
    } catch (CardLost e) {
      log.info("{}: the card has to be laid again: {}", id(), e.getMessage());
      turn.report(probe(reader));
      return new Outcome.Refused<>(Refusal.UNREADABLE_MEDIUM);
    } finally {
      session.end();
    }
  }

  /** The card's power is taken away, as after every command. */
  @Override
  public Outcome<ResetReport> reset(Call call) {
    return reset(
        call,
        reader -> {
          reader.unpower();
          return probe(reader);
        });
  }

  /** Daemon and reader answer; any travel document that the technician lays says so. */
  @Override
  public List<SelfTest> selfTests() {
    return List.of(
        proof(
            "reader",
            (reader, turn) -> {
              Health now = probe(reader);
              turn.report(now);
              return new Outcome.Done<>(
                  new SelfTest.Verdict(true, "expected a reader; came one, card " + now.media()));
            }),
        proof(
            "travel-document",
            (reader, turn) ->
                onCard(
                    reader,
                    turn,
                    s -> {
                      Chip chip = s.identify();
                      return new Outcome.Done<>(
                          new SelfTest.Verdict(
                              chip.travelDocument(), "expected a travel document; came " + chip));
                    })));
  }
}
