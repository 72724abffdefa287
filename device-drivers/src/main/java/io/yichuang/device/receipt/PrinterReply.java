package io.yichuang.device.receipt;

import org.jspecify.annotations.Nullable;

/** What a printer says, told apart by fixed bits: several things come mixed on one line. */
sealed interface PrinterReply {

  /** Answer to {@code DLE EOT n}; which n is not said. */
  record RealTime(int bits) implements PrinterReply {}

  /** Automatic status (ASB), unasked, when somebody has switched it on. */
  record Automatic(int first, int second, int third) implements PrinterReply {}

  /**
   * Answer to {@code DLE EOT 20} of printers with a mouth: {@code 10 0F} and these four.
   *
   * @param paper bit 0 none, bit 2 near its end, bit 5 a ticket in the mouth
   * @param user bit 0 head up, bit 1 cover open
   * @param recoverable bit 0 head temperature, bit 3 voltage
   * @param unrecoverable any bit
   */
  record Full(int paper, int user, int recoverable, int unrecoverable) implements PrinterReply {}

  /** Answer to {@code GS r}: all before it is done. */
  record Queued(int bits) implements PrinterReply {}

  /** XON, XOFF, or nothing known. */
  record Other(int value) implements PrinterReply {}

  /** XON and XOFF, which some printers send whatever is configured. */
  static boolean flow(int value) {
    return value == 0x11 || value == 0x13;
  }

  /** Takes bytes one by one; keeps at most five. */
  final class Parser {
    private static final int FIXED = 0x93;
    private static final int REAL_TIME = 0x12;
    private static final int AUTOMATIC = 0x10;

    /** Bits that are zero in the second to fourth byte of a block and in an answer to GS r. */
    private static final int ZERO = 0x90;

    /** Second byte of the full status; its four others may have any bits. */
    private static final int FULL = 0x0F;

    private static final int AUTOMATIC_LENGTH = 4;
    private static final int FULL_LENGTH = 6;

    private final boolean full;
    private final int[] block = new int[FULL_LENGTH];
    private int held;

    /**
     * @param full whether full status is asked for; automatic status is then never switched on, and
     *     what begins like both is the full one
     */
    Parser(boolean full) {
      this.full = full;
    }

    /** What was cut short before a new question is worth nothing. */
    void forget() {
      held = 0;
    }

    /** The reply that this byte completes, if it does. */
    @Nullable PrinterReply next(byte value) {
      int b = value & 0xFF;
      if (full && (held > 1 || (held == 1 && b == FULL))) {
        return full(b);
      }
      if (!full && held > 0 && (b & ZERO) == 0) {
        block[held++] = b;
        if (held < AUTOMATIC_LENGTH) {
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

    private @Nullable PrinterReply full(int b) {
      block[held++] = b;
      if (held < FULL_LENGTH) {
        return null;
      }
      held = 0;
      return new Full(block[2], block[3], block[4], block[5]);
    }
  }
}
