package io.yichuang.device.link;

import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A line over which whole frames come in. The lane's thread only; {@link #close} may come from any.
 *
 * @param <F> a frame as a record
 */
public final class FrameLine<F> implements AutoCloseable {
  private static final int READ_BUFFER = 2048;

  private final ByteLink link;
  private final FrameParser<F> parser;
  private final LongSupplier nanos;
  private final byte[] buffer = new byte[READ_BUFFER];

  /**
   * @param nanos monotonic, in nanoseconds
   */
  public FrameLine(ByteLink link, FrameParser<F> parser, LongSupplier nanos) {
    this.link = link;
    this.parser = parser;
    this.nanos = nanos;
  }

  /** Forgets what came and was not asked for: it answers something that was given up. */
  public void drain() throws DeviceException {
    while (link.read(buffer, Duration.ZERO) > 0) {
      // older than the question to come
    }
    parser.clear();
  }

  public void send(byte[] bytes, Duration limit) throws DeviceException {
    link.write(bytes, limit);
  }

  /**
   * Waits for a frame that is wanted; others are told to nobody.
   *
   * @throws DeviceException {@code NO_ANSWER} when nothing came, {@code BAD_CHECKSUM} at once when
   *     a frame came damaged, {@code MALFORMED} when only other bytes came, {@code CONNECTION_LOST}
   */
  public F receive(Predicate<? super F> wanted, Duration limit) throws DeviceException {
    long end = nanos.getAsLong() + limit.toNanos();
    String damage = "";
    while (true) {
      switch (parser.next()) {
        case FrameParser.Frame<F>(F frame) -> {
          if (wanted.test(frame)) {
            return frame;
          }
          damage = "the answer to another question"; // late or doubled: ours is still to come
        }
        case FrameParser.Corrupt<F>(String why, boolean checksum) -> {
          if (checksum) {
            throw new DeviceException(FaultCode.BAD_CHECKSUM, why);
          }
          damage = why;
        }
        case FrameParser.NeedMore<F>() -> {
          long left = end - nanos.getAsLong();
          if (left <= 0) {
            throw nothing(damage);
          }
          parser.add(buffer, link.read(buffer, Duration.ofNanos(left)));
        }
      }
    }
  }

  /** The next frame, or null when none came in time; damage is stepped over in silence. */
  public @Nullable F poll(Duration limit) throws DeviceException {
    long end = nanos.getAsLong() + limit.toNanos();
    while (true) {
      switch (parser.next()) {
        case FrameParser.Frame<F>(F frame) -> {
          return frame;
        }
        case FrameParser.Corrupt<F> _ -> {}
        case FrameParser.NeedMore<F>() -> {
          Duration left = Duration.ofNanos(Math.max(0, end - nanos.getAsLong()));
          int count = link.read(buffer, left);
          parser.add(buffer, count);
          if (count == 0 && left.isZero()) {
            return null;
          }
        }
      }
    }
  }

  /** How many bytes wait for the rest of their frame. */
  public int held() {
    return parser.held();
  }

  private DeviceException nothing(String damage) {
    if (parser.held() == 0 && damage.isEmpty()) {
      return new DeviceException(FaultCode.NO_ANSWER, "nothing came");
    }
    return new DeviceException(
        FaultCode.MALFORMED, damage.isEmpty() ? "the answer is cut short" : damage);
  }

  @Override
  public void close() {
    Arrays.fill(buffer, (byte) 0);
    link.close();
  }
}
