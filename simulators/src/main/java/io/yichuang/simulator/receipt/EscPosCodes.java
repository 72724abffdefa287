package io.yichuang.simulator.receipt;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** The commands of QR and bar codes (protocols.md 2.1), and those nobody knows. */
final class EscPosCodes {
  /** A bar code of the old form ends with a zero; longer than this there is none. */
  private static final int MOST_BAR_BYTES = 260;

  private static final int SHOWN_BYTES = 16;

  private EscPosCodes() {}

  /** The body of {@code GS ( k}: its function for QR codes. */
  static void qr(byte[] body, List<Op> ops) {
    if (body.length < 3 || body[0] != '1') {
      ops.add(unknown(body, 0, body.length));
      return;
    }
    int value = body[2] & 0xFF;
    switch (body[1]) {
      case 'A' -> {} // model 1 or 2: every reader takes 2
      case 'C' -> ops.add(new Op.QrModule(value));
      case 'E' -> ops.add(new Op.QrLevel(value));
      case 'P' -> ops.add(new Op.QrData(Arrays.copyOfRange(body, 3, body.length)));
      case 'Q' -> ops.add(new Op.QrPrint());
      default -> ops.add(unknown(body, 0, body.length));
    }
  }

  /** {@code GS k} in both forms; how many bytes it used, 0 if it is not whole yet. */
  static int bar(byte[] all, int at, List<Op> ops) {
    int type = all[at + 2] & 0xFF;
    if (type > 6) {
      if (all.length - at < 4 || all.length - at < 4 + (all[at + 3] & 0xFF)) {
        return 0;
      }
      int length = all[at + 3] & 0xFF;
      ops.add(new Op.Bar(type, Arrays.copyOfRange(all, at + 4, at + 4 + length)));
      return 4 + length;
    }
    int end = at + 3;
    while (end < all.length && all[end] != 0 && end - at < MOST_BAR_BYTES) {
      end++;
    }
    if (end == all.length) {
      return 0;
    }
    ops.add(new Op.Bar(type, Arrays.copyOfRange(all, at + 3, end)));
    return end + 1 - at;
  }

  static Op unknown(byte[] all, int at, int length) {
    int shown = Math.min(length, SHOWN_BYTES);
    return new Op.Unknown(HexFormat.of().withUpperCase().formatHex(all, at, at + shown));
  }
}
