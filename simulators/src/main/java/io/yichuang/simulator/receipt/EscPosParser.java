package io.yichuang.simulator.receipt;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * ESC/POS bytes, split anywhere, into operations (protocols.md 2.1). One per line; bounded memory.
 */
final class EscPosParser {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int DLE = 0x10;
  private static final int ESC = 0x1B;
  private static final int FS = 0x1C;
  private static final int GS = 0x1D;

  private byte[] pending = {};
  private boolean chinese = true; // as many Chinese printers power up

  /** Rows of a raster picture still to come, and how each is made. */
  private int rowsLeft;

  private int rowBytes;
  private int rowMode;

  /** The bytes of an unknown block still to be skipped. */
  private int skip;

  /** Takes the next bytes; answers the operations that are complete. */
  List<Op> take(byte[] bytes) {
    byte[] all = Arrays.copyOf(pending, pending.length + bytes.length);
    System.arraycopy(bytes, 0, all, pending.length, bytes.length);
    List<Op> ops = new ArrayList<>();
    int at = 0;
    while (at < all.length) {
      int used = next(all, at, ops);
      if (used == 0) {
        break;
      }
      at += used;
    }
    pending = Arrays.copyOfRange(all, at, all.length);
    return ops;
  }

  /** How many bytes the next operation used; 0 if it is not whole yet. */
  private int next(byte[] all, int at, List<Op> ops) {
    int left = all.length - at;
    if (skip > 0) {
      int used = Math.min(skip, left);
      skip -= used;
      return used;
    }
    if (rowsLeft > 0) {
      return row(all, at, ops);
    }
    int first = all[at] & 0xFF;
    return switch (first) {
      case '\n' -> {
        ops.add(new Op.NewLine());
        yield 1;
      }
      case DLE -> realTime(all, at, ops);
      case ESC -> escape(all, at, ops);
      case FS -> fileSeparator(all, at, ops);
      case GS -> group(all, at, ops);
      default -> first < 0x20 ? 1 : text(all, at, ops);
    };
  }

  private int text(byte[] all, int at, List<Op> ops) {
    int first = all[at] & 0xFF;
    if (first < 0x80 || !chinese) {
      ops.add(new Op.Text(first < 0x80 ? first : '?', false));
      return 1;
    }
    if (all.length - at < 2) {
      return 0;
    }
    int second = all[at + 1] & 0xFF;
    int length = second >= 0x30 && second <= 0x39 ? 4 : 2;
    if (all.length - at < length) {
      return 0;
    }
    String decoded = new String(all, at, length, GB18030);
    decoded.codePoints().forEach(codePoint -> ops.add(new Op.Text(codePoint, true)));
    return length;
  }

  private static int realTime(byte[] all, int at, List<Op> ops) {
    if (all.length - at < 3) {
      return 0;
    }
    int n = all[at + 2] & 0xFF;
    switch (all[at + 1] & 0xFF) {
      case 0x04 -> ops.add(new Op.RealTimeStatus(n));
      case 0x05 -> ops.add(new Op.Recover(n));
      default -> ops.add(EscPosCodes.unknown(all, at, 3));
    }
    return 3;
  }

  private int escape(byte[] all, int at, List<Op> ops) {
    int left = all.length - at;
    if (left < 2) {
      return 0;
    }
    int command = all[at + 1] & 0xFF;
    if (command == '@') {
      chinese = true;
      ops.add(new Op.Init());
      return 2;
    }
    if (command == '2') {
      ops.add(new Op.LineSpacing(Printout.LINE_SPACING));
      return 2;
    }
    int length = command == '$' || command == 'p' ? (command == '$' ? 4 : 5) : 3;
    if (left < length) {
      return 0;
    }
    int n = all[at + 2] & 0xFF;
    switch (command) {
      case 'a' -> ops.add(new Op.Align(n % 0x30));
      case 'E', 'G' -> ops.add(new Op.Bold((n & 1) == 1));
      case '-' -> ops.add(new Op.Underline(n % 0x30 != 0));
      case 'd' -> ops.add(new Op.FeedLines(n));
      case 'J' -> ops.add(new Op.FeedDots(n));
      case '3' -> ops.add(new Op.LineSpacing(n));
      case '$' -> ops.add(new Op.Position(n | (all[at + 3] & 0xFF) << 8));
      case '!' -> {
        ops.add(new Op.Bold((n & 8) != 0));
        ops.add(new Op.Size((n & 0x20) != 0 ? 2 : 1, (n & 0x10) != 0 ? 2 : 1));
        ops.add(new Op.Underline((n & 0x80) != 0));
      }
      case 't',
          'R',
          'M',
          ' ',
          'p' -> {} // code page, national set, font, spacing, drawer: nothing to see
      default -> ops.add(EscPosCodes.unknown(all, at, length));
    }
    return length;
  }

  private int fileSeparator(byte[] all, int at, List<Op> ops) {
    int left = all.length - at;
    if (left < 2) {
      return 0;
    }
    int command = all[at + 1] & 0xFF;
    if (command == '&' || command == '.') {
      chinese = command == '&';
      return 2;
    }
    int length = command == 'S' ? 4 : 3;
    if (left < length) {
      return 0;
    }
    int n = all[at + 2] & 0xFF;
    switch (command) {
      case '!' -> {
        ops.add(new Op.Size((n & 4) != 0 ? 2 : 1, (n & 8) != 0 ? 2 : 1));
        ops.add(new Op.Underline((n & 0x80) != 0));
      }
      case 'W' -> ops.add((n & 1) == 1 ? new Op.Size(2, 2) : new Op.Size(1, 1));
      case '-' -> ops.add(new Op.Underline(n % 0x30 != 0));
      case 'S' -> {} // spacing
      default -> ops.add(EscPosCodes.unknown(all, at, length));
    }
    return length;
  }

  private int group(byte[] all, int at, List<Op> ops) {
    int left = all.length - at;
    if (left < 3) {
      return 0;
    }
    int n = all[at + 2] & 0xFF;
    return switch (all[at + 1] & 0xFF) {
      case 'v' -> raster(all, at);
      case '(' -> block(all, at, ops);
      case 'V' -> cut(all, at, ops);
      case 'k' -> EscPosCodes.bar(all, at, ops);
      case 'L', 'W' -> left < 4 ? 0 : 4; // margins: the whole width is used
      case '!' -> one(ops, new Op.Size((n >> 4 & 7) + 1, (n & 7) + 1));
      case 'B' -> one(ops, new Op.Inverse((n & 1) == 1));
      case 'h' -> one(ops, new Op.BarHeight(n));
      case 'w' -> one(ops, new Op.BarWidth(n));
      case 'H' -> one(ops, new Op.BarText(n % 0x30));
      case 'f' -> 3;
      case 'a' -> one(ops, new Op.AutoStatus(n));
      case 'r' -> one(ops, new Op.QueuedStatus(n % 0x30));
      case 'I' -> one(ops, new Op.Identity(n));
      default -> one(ops, EscPosCodes.unknown(all, at, 3));
    };
  }

  private static int one(List<Op> ops, Op op) {
    ops.add(op);
    return 3;
  }

  private int raster(byte[] all, int at) {
    if (all.length - at < 8) {
      return 0;
    }
    rowMode = all[at + 3] & 3;
    rowBytes = word(all, at + 4);
    rowsLeft = rowBytes == 0 ? 0 : word(all, at + 6);
    return 8;
  }

  private int row(byte[] all, int at, List<Op> ops) {
    if (all.length - at < rowBytes) {
      return 0;
    }
    rowsLeft--;
    ops.add(
        new Op.RasterRow(
            Arrays.copyOfRange(all, at, at + Math.min(rowBytes, Printout.ROW_BYTES)),
            1 + (rowMode & 1),
            1 + (rowMode >> 1)));
    return rowBytes;
  }

  /** GS ( X: a counted block; QR codes are k with cn 49. */
  private int block(byte[] all, int at, List<Op> ops) {
    if (all.length - at < 5) {
      return 0;
    }
    int length = word(all, at + 3);
    boolean code = all[at + 2] == 'k';
    if (!code || length > Printout.MOST_QR_BYTES + 3) {
      ops.add(EscPosCodes.unknown(all, at, 5));
      skip = length;
      return 5;
    }
    if (all.length - at < 5 + length) {
      return 0;
    }
    EscPosCodes.qr(Arrays.copyOfRange(all, at + 5, at + 5 + length), ops);
    return 5 + length;
  }

  private static int cut(byte[] all, int at, List<Op> ops) {
    int mode = all[at + 2] & 0xFF;
    boolean fed = mode == 'A' || mode == 'B';
    if (fed && all.length - at < 4) {
      return 0;
    }
    ops.add(new Op.Cut(fed ? all[at + 3] & 0xFF : 0, (mode & 1) == (fed ? 0 : 1)));
    return fed ? 4 : 3;
  }

  private static int word(byte[] all, int at) {
    return (all[at] & 0xFF) | (all[at + 1] & 0xFF) << 8;
  }
}
