package io.yichuang.device.receipt;

import org.jspecify.annotations.Nullable;

/** What a printer says, told apart by fixed bits: several things come mixed on one line. */
sealed interface PrinterReply {

  /** Answer to {@code DLE EOT n}; which n is not said. */
  record RealTime(int bits) implements PrinterReply {}

  /** Automatic status (ASB), unasked, when somebody has switched it on. */
  record Automatic(int first, int second, int third) implements PrinterReply {}

  /** Answer to {@code GS r}: all before it is done. */
  record Queued(int bits) implements PrinterReply {}

  /** XON, XOFF, or nothing known. */
  record Other(int value) implements PrinterReply {}

  /** XON and XOFF, which some printers send whatever is configured. */
  static boolean flow(int value) {
    return value == 0x11 || value == 0x13;
  }

  /** Takes bytes one by one; keeps at most three. */
  final class Parser {
    private static final int FIXED = 0x93;
    private static final int REAL_TIME = 0x12;
    private static final int AUTOMATIC = 0x10;

    /** Bits that are zero in the second to fourth byte of a block and in an answer to GS r. */
    private static final int ZERO = 0x90;

    private final int[] block = new int[4];
    private int held;

    /** The reply that this byte completes, if it does. */
    @Nullable PrinterReply next(byte value) {
      int b = value & 0xFF;
      if (held > 0 && (b & ZERO) == 0) {
        block[held++] = b;
        if (held < block.length) {
          return null;
        }
        held = 0;
        return new Automatic(block[0], block[1], block[2]);
      }
      held = 0; // a block that was cut short is worth nothing
      if ((b & FIXED) == REAL_TIME) {
        return new RealTime(b);
      }
      if ((b & FIXED) == AUTOMATIC) {
        block[held++] = b;
        return null;
      }
      return (b & ZERO) == 0 ? new Queued(b) : new Other(b);
    }
  }
}
