package io.yichuang.device.scan;

import java.nio.ByteBuffer;

/**
 * The records of a SANE data connection: a length word and that many bytes of picture, until the
 * length 0xFFFFFFFF, which one status byte follows. Keeps what is left over between reads.
 */
final class SaneRecords {
  private static final int END_MARK = 0xFFFFFFFF;

  /** saned sends records of at most some 32 KiB; a length beyond this is not SANE. */
  static final int MAX_RECORD = 16 * 1024 * 1024;

  /** Takes picture bytes as they come. */
  @FunctionalInterface
  interface Sink {
    void bytes(byte[] from, int offset, int length);
  }

  /** How far the stream is. */
  sealed interface Progress {
    record More() implements Progress {}

    /** The status byte came: 5 is a good end. */
    record Ended(int status) implements Progress {}

    record Corrupt(String why) implements Progress {}
  }

  private final ByteBuffer word = ByteBuffer.allocate(Integer.BYTES);
  private int left;
  private boolean last;

  /** Takes the next {@code length} bytes; after Ended or Corrupt it takes no more. */
  Progress take(byte[] bytes, int length, Sink sink) {
    int at = 0;
    while (at < length) {
      if (last) {
        int status = bytes[at] & 0xFF;
        return status > SaneReply.Status.ACCESS_DENIED
            ? new Progress.Corrupt("status byte " + status)
            : new Progress.Ended(status);
      }
      if (left > 0) {
        int part = Math.min(left, length - at);
        sink.bytes(bytes, at, part);
        at += part;
        left -= part;
      } else {
        word.put(bytes[at++]);
        if (!word.hasRemaining()) {
          int size = word.flip().getInt();
          word.clear();
          if (size == END_MARK) {
            last = true;
          } else if (size < 0 || size > MAX_RECORD) {
            return new Progress.Corrupt("record of " + Integer.toUnsignedString(size) + " bytes");
          } else {
            left = size;
          }
        }
      }
    }
    return new Progress.More();
  }
}
