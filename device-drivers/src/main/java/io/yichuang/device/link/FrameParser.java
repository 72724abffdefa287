package io.yichuang.device.link;

import java.util.Arrays;

/**
 * Cuts a stream of bytes into frames of one protocol. It keeps left-over bytes, and after damage
 * goes on at the next place where a frame may begin; so long as {@link #next} is called until it
 * needs more, it holds no more than one longest frame. One thread.
 *
 * @param <F> a frame as a record
 */
public abstract class FrameParser<F> {
  private static final int FIRST_ROOM = 64;

  private byte[] held = new byte[FIRST_ROOM];
  private int size;

  /** What the bytes so far amount to. */
  public sealed interface Parsed<F> {}

  public record Frame<F>(F frame) implements Parsed<F> {}

  public record NeedMore<F>() implements Parsed<F> {}

  /**
   * Bytes that cannot be a frame; they are dropped and parsing may go on.
   *
   * @param checksum true when only the checksum is wrong, so that asking again may help
   */
  public record Corrupt<F>(String why, boolean checksum) implements Parsed<F> {}

  /** Adds bytes as they come. */
  public final void add(byte[] bytes, int count) {
    if (size + count > held.length) {
      held = Arrays.copyOf(held, Math.max(held.length * 2, size + count));
    }
    System.arraycopy(bytes, 0, held, size, count);
    size += count;
  }

  /** Forgets everything: what comes now belongs to something new. */
  public final void clear() {
    Arrays.fill(held, 0, size, (byte) 0); // may be personal
    size = 0;
  }

  /** How many bytes wait for the rest of their frame. */
  public final int held() {
    return size;
  }

  /** The next frame, damage, or the wish for more bytes. */
  public abstract Parsed<F> next();

  /** The byte at this place, 0 to 255. */
  protected final int at(int index) {
    return held[index] & 0xFF;
  }

  protected final byte[] range(int from, int to) {
    return Arrays.copyOfRange(held, from, to);
  }

  /** The first place at or after {@code from} that holds this byte, or {@link #held}. */
  protected final int find(int value, int from) {
    for (int i = from; i < size; i++) {
      if (at(i) == value) {
        return i;
      }
    }
    return size;
  }

  /** XOR of the bytes from the first place to below the second. */
  protected final int xor(int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      sum ^= at(i);
    }
    return sum;
  }

  /** Drops the first bytes and gives what they were. */
  protected final <R extends Parsed<F>> R drop(int count, R was) {
    System.arraycopy(held, count, held, 0, size - count);
    Arrays.fill(held, size - count, size, (byte) 0);
    size -= count;
    return was;
  }
}
