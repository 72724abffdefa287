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
    Instant now = clock.instant();
    Traffic next = Traffic.of(now, out, bytes, length, mask.shows(out));
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
    return traffic.bytes().length() / 2;
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
