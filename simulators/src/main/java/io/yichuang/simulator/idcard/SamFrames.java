package io.yichuang.simulator.idcard;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Frames as the reader's side sees them: requests out of bytes, answers into bytes (protocols.md
 * 1.2).
 */
final class SamFrames {
  /**
   * The longest request known is 3 bytes after the length; the rest is room for other SAM commands.
   */
  private static final int LONGEST_REQUEST = 256;

  private static final byte[] PREAMBLE = {(byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69};

  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

  /** What a host has said. */
  sealed interface Request {
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Command(int command, int parameter, byte[] data) implements Request {}

    /** The frame came whole but its checksum is wrong. */
    record BadChecksum() implements Request {}

    /** The length cannot be that of a command. */
    record BadLength() implements Request {}
  }

  /**
   * Takes bytes, split anywhere; answers the frames that are complete. Noise before a preamble is
   * dropped.
   */
  List<Request> take(byte[] bytes) {
    pending.writeBytes(bytes);
    byte[] all = pending.toByteArray();
    List<Request> requests = new ArrayList<>();
    int at = 0;
    while (true) {
      at = preamble(all, at);
      if (all.length - at < PREAMBLE.length + 2) {
        break;
      }
      int length = (all[at + 5] & 0xFF) << 8 | (all[at + 6] & 0xFF);
      if (length < 3 || length > LONGEST_REQUEST) {
        requests.add(new Request.BadLength());
        at += PREAMBLE.length;
        continue;
      }
      int end = at + PREAMBLE.length + 2 + length;
      if (all.length < end) {
        break;
      }
      requests.add(request(all, at + PREAMBLE.length, end));
      at = end;
    }
    pending.reset();
    pending.write(all, at, all.length - at);
    return requests;
  }

  /** Drops a half frame: the line was quiet for too long. */
  void drop() {
    pending.reset();
  }

  /** An answer without APDU status: 00 00 SW3 and data. */
  static byte[] answer(int sw3, byte[] data) {
    int length = 3 + data.length + 1;
    byte[] frame = Arrays.copyOf(PREAMBLE, PREAMBLE.length + 2 + length);
    frame[5] = (byte) (length >> 8);
    frame[6] = (byte) length;
    frame[9] = (byte) sw3;
    System.arraycopy(data, 0, frame, 10, data.length);
    frame[frame.length - 1] = xor(frame, PREAMBLE.length, frame.length - 1);
    return frame;
  }

  private static Request request(byte[] all, int from, int end) {
    if (xor(all, from, end - 1) != all[end - 1]) {
      return new Request.BadChecksum();
    }
    return new Request.Command(
        all[from + 2] & 0xFF, all[from + 3] & 0xFF, Arrays.copyOfRange(all, from + 4, end - 1));
  }

  /** Index of the next preamble, or of what may become one. */
  private static int preamble(byte[] all, int from) {
    for (int at = from; at < all.length; at++) {
      int same =
          Arrays.mismatch(
              all,
              at,
              Math.min(all.length, at + PREAMBLE.length),
              PREAMBLE,
              0,
              Math.min(PREAMBLE.length, all.length - at));
      if (same < 0) {
        return at;
      }
    }
    return all.length;
  }

  private static byte xor(byte[] bytes, int from, int to) {
    byte sum = 0;
    for (int i = from; i < to; i++) {
      sum ^= bytes[i];
    }
    return sum;
  }
}
