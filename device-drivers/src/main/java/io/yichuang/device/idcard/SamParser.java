package io.yichuang.device.idcard;

import java.util.Arrays;

/**
 * Cuts a stream of bytes into replies. It keeps left-over bytes, holds no more than one longest
 * frame, and after damage goes on at the next start mark {@code AA AA AA 96 69}.
 */
final class SamParser {
  private static final byte[] MARK = {(byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69};
  private static final int HEAD = MARK.length + 2;

  /** Three status bytes and the checksum. */
  private static final int SHORTEST = 4;

  /**
   * The longest reply known is text, photo and 1024 bytes of fingerprint: 2321 bytes in all, 2314
   * after the length.
   */
  private static final int LONGEST = 2314;

  private byte[] held = new byte[512];
  private int size;

  /** What the bytes so far amount to. */
  sealed interface Result {}

  record Frame(SamFrame frame) implements Result {}

  record NeedMore() implements Result {}

  /**
   * Bytes that cannot be a reply; they are dropped and parsing may go on.
   *
   * @param checksum true when only the checksum is wrong, so that asking again may help
   */
  record Corrupt(String why, boolean checksum) implements Result {}

  /** Adds bytes as they come. Call {@link #next} until it needs more before adding again. */
  void add(byte[] bytes, int count) {
    if (size + count > held.length) {
      held = Arrays.copyOf(held, Math.max(held.length * 2, size + count));
    }
    System.arraycopy(bytes, 0, held, size, count);
    size += count;
  }

  /** Forgets everything: what comes now belongs to a new question. */
  void clear() {
    Arrays.fill(held, 0, size, (byte) 0); // may be personal
    size = 0;
  }

  /** How many bytes wait for the rest of their frame. */
  int held() {
    return size;
  }

  Result next() {
    int start = mark();
    if (start > 0) {
      drop(start);
      return new Corrupt(start + " bytes before the start mark", false);
    }
    if (size < HEAD) {
      return new NeedMore();
    }
    int length = (held[5] & 0xFF) << 8 | (held[6] & 0xFF);
    if (length < SHORTEST || length > LONGEST) {
      drop(1);
      return new Corrupt("a length of " + length, false);
    }
    if (size < HEAD + length) {
      return new NeedMore();
    }
    int check = 0;
    for (int i = MARK.length; i < HEAD + length - 1; i++) {
      check ^= held[i];
    }
    if ((byte) check != held[HEAD + length - 1]) {
      drop(1); // not the whole frame: if its length was damaged, a good one may begin inside
      return new Corrupt("a wrong checksum", true);
    }
    var frame = new SamFrame(held[9] & 0xFF, Arrays.copyOfRange(held, HEAD + 3, HEAD + length - 1));
    drop(HEAD + length);
    return new Frame(frame);
  }

  /** Where the first start mark, or the beginning of one at the very end, lies. */
  private int mark() {
    for (int at = 0; at < size; at++) {
      int there = Math.min(MARK.length, size - at);
      if (Arrays.equals(held, at, at + there, MARK, 0, there)) {
        return at;
      }
    }
    return size;
  }

  private void drop(int count) {
    System.arraycopy(held, count, held, 0, size - count);
    Arrays.fill(held, size - count, size, (byte) 0);
    size -= count;
  }
}
