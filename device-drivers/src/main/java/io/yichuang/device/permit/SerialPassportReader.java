package io.yichuang.device.permit;

import io.yichuang.device.Call;
import io.yichuang.device.DeviceException;
import io.yichuang.device.DeviceId;
import io.yichuang.device.MediaState;
import io.yichuang.device.Outcome;
import io.yichuang.device.PassportReader;
import io.yichuang.device.Refusal;
import io.yichuang.device.ResetReport;
import io.yichuang.device.SelfTest;
import io.yichuang.device.TravelDocument;
import io.yichuang.device.lane.Health;
import io.yichuang.device.lane.Lane;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.lane.LaneDevice;
import io.yichuang.device.lane.Turn;
import io.yichuang.device.lane.TurnOver;
import io.yichuang.device.lane.Wire;
import io.yichuang.device.link.Address;
import io.yichuang.device.link.FrameLine;
import io.yichuang.device.link.LineParser;
import io.yichuang.device.link.Port;
import io.yichuang.device.link.SerialSettings;
import io.yichuang.device.trace.Mask;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A reader that sends the zone's lines, each ended by CR or LF, when a document is laid or drawn
 * through. It answers nothing: of its presence only the port is known.
 */
public final class SerialPassportReader extends LaneDevice<FrameLine<String>>
    implements PassportReader {
  private static final SerialSettings LINE = SerialSettings.plain(9_600);

  /** Three lines of 30 without a break. */
  private static final int LONGEST = 90;

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final MrzTimings timings;
  private final LaneClock clock;

  private SerialPassportReader(Lane<FrameLine<String>> lane, MrzTimings timings, LaneClock clock) {
    super(lane);
    this.timings = timings;
    this.clock = clock;
  }

  /**
   * Starts the driver; the reader need not be there yet.
   *
   * @param address a line with {@code driver=mrz}
   * @throws IllegalArgumentException for a wrong address
   */
  public static SerialPassportReader open(
      DeviceId id, Address address, MrzTimings timings, LaneClock clock) {
    address.choice("driver", "mrz", List.of("mrz"));
    Port port = Port.at(address, LINE, Set.of("driver"));
    Wire<FrameLine<String>> wire =
        Wire.over(
            port,
            Mask.ANSWERS,
            clock,
            link -> new FrameLine<>(link, new LineParser(LONGEST), clock.nanos()),
            SerialPassportReader::probe);
    return new SerialPassportReader(Lane.start(id, wire, timings.lane(), clock), timings, clock);
  }

  /** A zone that nobody awaits is forgotten at once: it is of somebody who was here before. */
  private static Health probe(FrameLine<String> line) throws IOException {
    line.drain();
    return Health.online(MediaState.UNKNOWN);
  }

  @Override
  public Outcome<TravelDocument> read(Call call) {
    return lane().run(call, this::read);
  }

  private Outcome<TravelDocument> read(FrameLine<String> line, Turn turn)
      throws DeviceException, TurnOver {
    line.drain();
    var lines = new ArrayList<String>();
    long lastHeard = clock.nanos().getAsLong();
    while (true) {
      String next = line.poll(timings.listen());
      long now = clock.nanos().getAsLong();
      if (next != null) {
        lastHeard = now;
        lines.add(next.strip());
        switch (Mrz.read(lines, today())) {
          case Mrz.Read(TravelDocument document) -> {
            return new Outcome.Done<>(document);
          }
          case Mrz.Wrong _ -> {
            return new Outcome.Refused<>(Refusal.UNREADABLE_MEDIUM);
          }
          case Mrz.NeedMore() -> {}
        }
      }
      boolean half = !lines.isEmpty() || line.held() > 0;
      if (half && now - lastHeard > timings.silence().toNanos()) {
        return new Outcome.Refused<>(Refusal.UNREADABLE_MEDIUM);
      }
      if (!half) {
        lastHeard = now;
      }
      if (!turn.pausedInTime(Duration.ZERO)) {
        return new Outcome.Refused<>(Refusal.NO_MEDIUM);
      }
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.wall().instant(), CHINA);
  }

  /** Forgets what was read. */
  @Override
  public Outcome<ResetReport> reset(Call call) {
    return reset(call, SerialPassportReader::probe);
  }

  /** Any document that the technician lays is read with all its check digits. */
  @Override
  public List<SelfTest> selfTests() {
    return List.of(readProof("read-a-document", "a document", this::read));
  }
}
