package io.yichuang.device.trace;

import io.yichuang.device.DeviceFault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last minutes of one wire in a ring, bounded in time and in bytes; the oldest goes first. When
 * a fault strikes, what led to it is kept apart until the next fault. Any thread; a lock of
 * nanoseconds.
 */
public final class FlightRecorder {
  /** What came before a fault is of use for minutes, not for hours. */
  private static final Duration KEPT = Duration.ofMinutes(5);

  /** Hex takes two characters a byte: at most half a megabyte of memory a wire. */
  private static final int MOST_BYTES = 128 << 10;

  /** So many single bytes need more room than their content. */
  private static final int MOST_ENTRIES = 4_096;

  /** A message is told in a line. */
  private static final int MOST_WORDS = 400;

  private final Mask mask;
  private final InstantSource clock;
  private final ArrayDeque<Traffic> ring = new ArrayDeque<>();
  private int held;
  private @Nullable Fault fault;

  /**
   * A fault and the traffic that led to it.
   *
   * @param at when it was told
   */
  public record Fault(Instant at, DeviceFault fault, List<Traffic> traffic) {}

  public FlightRecorder(Mask mask, InstantSource clock) {
    this.mask = mask;
    this.clock = clock;
  }

  /** Notes bytes that were written or read; empty reads are no news. */
  public synchronized void note(boolean out, byte[] bytes, int length) {
    if (length <= 0) {
      return;
    }
    keep(Traffic.of(clock.instant(), out, bytes, length, mask.shows(out)));
  }

  /**
   * Notes a message of a wire of whole messages, whatever the mask says.
   *
   * @param length of its body in bytes
   * @param told such as method, path and status; never what may be personal
   */
  public synchronized void say(boolean out, long length, String told) {
    String shown = told.length() <= MOST_WORDS ? told : told.substring(0, MOST_WORDS);
    int size = Math.clamp(length, 0, Integer.MAX_VALUE);
    keep(new Traffic(clock.instant(), out, size, "", shown.replaceAll("[\\p{Cntrl}\"]", "?")));
  }

  private void keep(Traffic next) {
    Instant now = next.at();
    ring.addLast(next);
    held += weight(next);
    Instant oldest = now.minus(KEPT);
    while (!ring.isEmpty()
        && (held > MOST_BYTES
            || ring.size() > MOST_ENTRIES
            || ring.getFirst().at().isBefore(oldest))) {
      held -= weight(ring.removeFirst());
    }
  }

  private static int weight(Traffic traffic) {
    return traffic.bytes().length() / 2 + traffic.told().length();
  }

  /** Keeps what led to this fault. */
  public synchronized void struck(DeviceFault by) {
    fault = new Fault(clock.instant(), by, List.copyOf(ring));
  }

  /** The last minutes, oldest first. */
  public synchronized List<Traffic> traffic() {
    return List.copyOf(ring);
  }

  /** The last fault and what led to it, or null. */
  public synchronized @Nullable Fault lastFault() {
    return fault;
  }
}
