package io.yichuang.device.idcard;

import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.link.ByteLink;
import io.yichuang.device.link.Drain;
import java.time.Duration;

/** One question, one answer: the module never speaks unasked. The lane's thread only. */
final class SamLine implements AutoCloseable {
  private static final int READ_BUFFER = 2048;

  private final ByteLink link;
  private final SamTimings timings;
  private final LaneClock clock;
  private final SamParser parser = new SamParser();
  private final byte[] buffer = new byte[READ_BUFFER];

  SamLine(ByteLink link, SamTimings timings, LaneClock clock) {
    this.link = link;
    this.timings = timings;
    this.clock = clock;
  }

  /**
   * Asks, and asks once more if the question or the answer was damaged or lost on the way. Every
   * command of the module may be repeated.
   *
   * @return the answer, whatever its status
   * @throws DeviceException {@code NO_ANSWER}, {@code BAD_CHECKSUM}, {@code MALFORMED} or {@code
   *     CONNECTION_LOST}
   */
  SamFrame ask(SamCommand command) throws DeviceException {
    try {
      SamFrame first = askOnce(command);
      return first.asksToResend() ? askOnce(command) : first;
    } catch (DeviceException e) {
      return switch (e.fault().code()) {
        case BAD_CHECKSUM, MALFORMED, NO_ANSWER -> askOnce(command);
        default -> throw e;
      };
    }
  }

  private SamFrame askOnce(SamCommand command) throws DeviceException {
    Drain.of(link, buffer); // what still lies here answers a question that was given up
    parser.clear();
    Duration limit = command == SamCommand.READ_TEXT_AND_PHOTO ? timings.read() : timings.answer();
    link.write(command.request(), limit);
    long end = now() + limit.toNanos();
    String damage = "";
    while (true) {
      switch (parser.next()) {
        case SamParser.Frame(SamFrame frame) -> {
          if (command.mayAnswer(frame)) {
            return frame;
          }
          damage = "the answer to another question"; // late or doubled: ours is still to come
        }
        case SamParser.Corrupt(String why, boolean checksum) -> {
          if (checksum) {
            throw new DeviceException(FaultCode.BAD_CHECKSUM, why);
          }
          damage = why;
        }
        case SamParser.NeedMore() -> {
          long left = end - now();
          if (left <= 0) {
            throw parser.held() == 0 && damage.isEmpty()
                ? new DeviceException(FaultCode.NO_ANSWER, command + " was not answered")
                : new DeviceException(
                    FaultCode.MALFORMED, damage.isEmpty() ? "the answer is cut short" : damage);
          }
          parser.add(buffer, link.read(buffer, Duration.ofNanos(left)));
        }
      }
    }
  }

  private long now() {
    return clock.nanos().getAsLong();
  }

  @Override
  public void close() {
    parser.clear();
    java.util.Arrays.fill(buffer, (byte) 0);
    link.close();
  }
}
