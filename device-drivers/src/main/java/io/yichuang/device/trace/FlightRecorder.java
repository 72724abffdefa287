package io.yichuang.device.trace;

import io.yichuang.device.DeviceFault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;

/**
 * The last minutes of one wire in a ring, bounded in time and in bytes; the oldest goes first. When
 * a fault strikes, what led to it is kept apart, of the last few faults. Any thread; a lock of
 * nanoseconds.
 */
public final class FlightRecorder {
  /** What came before a fault is of use for minutes, not for hours. */
  private static final Duration KEPT = Duration.ofMinutes(5);

  /** Hex takes two characters a byte: at most half a megabyte of memory a wire. */
  private static final int MOST_BYTES = 128 << 10;

  /** So many single bytes need more room than their content. */
  private static final int MOST_ENTRIES = 4_096;

  /** A first fault is seldom the last: what follows must not hide it. */
  private static final int MOST_FAULTS = 4;

  private static final Duration SAME = Duration.ofSeconds(1);

  /** A slow line gives its bytes one by one: what comes together is one entry. */
  private static final Duration TOGETHER = Duration.ofMillis(20);

  private static final int MOST_TOGETHER_BYTES = 256;

  /** A message is told in a line. */
  private static final int MOST_WORDS = 400;

  private final Mask mask;
  private final InstantSource clock;
  private final ArrayDeque<Traffic> ring = new ArrayDeque<>();
  private int held;
  private final ArrayDeque<Fault> faults = new ArrayDeque<>();

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
    Traffic next = Traffic.of(clock.instant(), out, bytes, length, mask.shows(out));
    Traffic last = ring.peekLast();
    if (last != null && together(last, next)) {
      held -= weight(ring.removeLast());
      next = last.and(next);
    }
    keep(next);
  }

  private static boolean together(Traffic last, Traffic next) {
    return !last.out() // what is written at once is a question, and stays one
        && !next.out()
        && last.told().isEmpty()
        && last.bytes().isEmpty() == next.bytes().isEmpty()
        && last.length() + next.length() <= MOST_TOGETHER_BYTES
        && !last.at().plus(TOGETHER).isBefore(next.at());
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
    Instant now = clock.instant();
    Fault last = faults.peekLast();
    if (last != null && last.fault().equals(by) && last.at().plus(SAME).isAfter(now)) {
      return; // a command and the status tell the same one
    }
    faults.addLast(new Fault(now, by, List.copyOf(ring)));
    if (faults.size() > MOST_FAULTS) {
      faults.removeFirst();
    }
  }

  /** The last minutes, oldest first. */
  public synchronized List<Traffic> traffic() {
    return List.copyOf(ring);
  }

  /** The last faults and what led to each, oldest first; at most four. */
  public synchronized List<Fault> faults() {
    return List.copyOf(faults);
  }
}
