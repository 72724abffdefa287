package io.yichuang.device.code;

import io.yichuang.device.Call;
import io.yichuang.device.CodeScanner;
import io.yichuang.device.DeviceException;
import io.yichuang.device.DeviceId;
import io.yichuang.device.FaultCode;
import io.yichuang.device.MediaState;
import io.yichuang.device.Outcome;
import io.yichuang.device.Refusal;
import io.yichuang.device.ResetReport;
import io.yichuang.device.SelfTest;
import io.yichuang.device.SelfTest.Verdict;
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
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A scanner that sends text and a suffix (CR, LF or both) over a serial line or a TCP port. Only a
 * scanner that answers its trigger frames can be proven to be there; of the others, the port.
 */
public final class SerialCodeScanner extends LaneDevice<CodeLine> implements CodeScanner {
  private static final Logger log = LoggerFactory.getLogger(SerialCodeScanner.class);
  private static final SerialSettings LINE = SerialSettings.plain(9_600);
  private static final Set<String> PARAMETERS = Set.of("driver", "trigger");

  private final boolean answers;

  private SerialCodeScanner(Lane<CodeLine> lane, boolean answers) {
    super(lane);
    this.answers = answers;
  }

  /**
   * Starts the driver; the scanner need not be there yet. Parameters of the address: those of the
   * line, and {@code trigger=none|honeywell|newland}: whose frames light it up.
   *
   * @throws IllegalArgumentException for a wrong address
   */
  public static SerialCodeScanner open(
      DeviceId id, Address address, CodeTimings timings, LaneClock clock) {
    Port port = Port.at(address, LINE, PARAMETERS);
    Trigger trigger = Trigger.of(address);
    Wire<CodeLine> wire =
        Wire.over(
            port,
            Mask.ANSWERS,
            clock,
            link -> new CodeLine(link, trigger, timings, clock),
            SerialCodeScanner::probe);
    return new SerialCodeScanner(Lane.start(id, wire, timings.lane(), clock), trigger.answered());
  }

  /** Putting it out does no harm, is answered where anything is, and drops what nobody awaits. */
  private static Health probe(CodeLine line) throws IOException {
    line.light(false);
    line.forget();
    return Health.online(MediaState.UNKNOWN);
  }

  @Override
  public Outcome<Code> scan(Call call) {
    return lane().run(call, SerialCodeScanner::scan);
  }

  private static Outcome<Code> scan(CodeLine line, Turn turn) throws IOException, TurnOver {
    line.forget(); // a code of the one before must not pass for this one's
    line.light(true);
    try {
      byte[] bytes = await(line, turn);
      if (bytes == null) {
        return new Outcome.Refused<>(Refusal.NO_MEDIUM);
      }
      String text = CodeText.of(bytes);
      Arrays.fill(bytes, (byte) 0);
      return text == null
          ? new Outcome.Refused<>(Refusal.UNREADABLE_MEDIUM)
          : new Outcome.Done<>(new Code(text));
    } finally {
      dark(line);
    }
  }

  private static byte @Nullable [] await(CodeLine line, Turn turn) throws IOException, TurnOver {
    while (true) {
      byte[] bytes = line.listen();
      if (bytes != null) {
        return bytes;
      }
      if (!turn.pausedInTime(Duration.ZERO)) {
        return null;
      }
    }
  }

  /** The outcome stands, whatever the light does: a line that is lost shows at the next probe. */
  private static void dark(CodeLine line) {
    try {
      line.light(false);
    } catch (DeviceException e) {
      log.debug("the light did not go out: {}", e.getMessage());
    }
  }

  /** Puts the light out and forgets what was scanned. */
  @Override
  public Outcome<ResetReport> reset(Call call) {
    return reset(call, SerialCodeScanner::probe);
  }

  /** Any code that the technician holds before it comes as text; with frames, the light as well. */
  @Override
  public List<SelfTest> selfTests() {
    SelfTest read = readProof("read-a-code", "a code", this::scan);
    return answers
        ? List.of(proof("trigger", SerialCodeScanner::proveTrigger), read)
        : List.of(read);
  }

  /** On and off, each answered; the technician sees the light. */
  private static Outcome<Verdict> proveTrigger(CodeLine line, Turn turn) throws DeviceException {
    try {
      line.light(true);
      line.light(false);
      return new Outcome.Done<>(new Verdict(true, "on and off, both answered"));
    } catch (DeviceException e) {
      if (e.fault().code() != FaultCode.PROTOCOL) {
        throw e;
      }
      return new Outcome.Done<>(new Verdict(false, e.fault().detail()));
    }
  }
}
