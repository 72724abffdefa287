package io.yichuang.device.permit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One object of a chip's file (ISO 7816-4, BER-TLV): where its value stands.
 *
 * @param tag one or two bytes
 * @param start of the value
 * @param length of the value
 */
record Tlv(int tag, int start, int length) {
  /** Longer than any file of a travel document. */
  private static final int MOST_LENGTH = 0xFFFF;

  int end() {
    return start + length;
  }

  byte[] value(byte[] bytes) {
    return Arrays.copyOfRange(bytes, start, end());
  }

  /** The object that begins there; null if it is not whole. */
  static @Nullable Tlv at(byte[] bytes, int at) {
    Tlv found = header(bytes, at);
    return found == null || found.end() > bytes.length ? null : found;
  }

  /** The same by its header alone, the value still to be read. */
  static @Nullable Tlv header(byte[] bytes, int at) {
    int next = at;
    if (next >= bytes.length) {
      return null;
    }
    int tag = bytes[next++] & 0xFF;
    if ((tag & 0x1F) == 0x1F) {
      if (next >= bytes.length) {
        return null;
      }
      tag = (tag << 8) | (bytes[next++] & 0xFF);
    }
    if (next >= bytes.length) {
      return null;
    }
    int length = bytes[next++] & 0xFF;
    if (length >= 0x80) {
      int more = length & 0x7F;
      if (more == 0 || more > 3 || next + more > bytes.length) {
        return null;
      }
      length = 0;
      for (int i = 0; i < more; i++) {
        length = (length << 8) | (bytes[next++] & 0xFF);
      }
    }
    return length > MOST_LENGTH ? null : new Tlv(tag, next, length);
  }

  /** The first object with this tag among those that stand side by side in a range. */
  static @Nullable Tlv find(byte[] bytes, int from, int to, int tag) {
    int at = from;
    while (at < to) {
      Tlv next = at(bytes, at);
      if (next == null || next.end() > to) {
        return null;
      }
      if (next.tag() == tag) {
        return next;
      }
      at = next.end();
    }
    return null;
  }

  /** The same, one within the other. */
  static @Nullable Tlv path(byte[] bytes, int... tags) {
    Tlv inner = null;
    for (int tag : tags) {
      inner =
          inner == null
              ? find(bytes, 0, bytes.length, tag)
              : find(bytes, inner.start(), inner.end(), tag);
      if (inner == null) {
        return null;
      }
    }
    return inner;
  }
}
