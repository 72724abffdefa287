package io.yichuang.simulator.receipt;

import io.yichuang.simulator.fault.Faults;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the sensors say, in the three forms of protocols.md 2.2 and 2.3. Any thread. */
final class PrinterStatus {
  static final String NEAR_END = "paper-near-end";
  static final String PAPER_OUT = "paper-out";
  static final String OUT_MID_PRINT = "paper-out-mid-print";
  static final String COVER = "cover-open";
  static final String CUTTER = "cutter-error";
  static final String HEAD_HOT = "head-hot";
  static final String STALL = "stall";

  /** A receipt hangs in the mouth and nobody takes it. */
  static final String IN_MOUTH = "ticket-in-mouth";

  /** In the order people see them. */
  static final List<String> NAMES =
      List.of(NEAR_END, PAPER_OUT, OUT_MID_PRINT, COVER, CUTTER, HEAD_HOT, STALL, IN_MOUTH);

  /** Of DLE EOT. */
  static final int FULL = 20;

  /** Unknown commands kept for the person at the bench. */
  private static final int MOST_UNKNOWN = 20;

  /** Bits 1 and 4 of every real-time answer. */
  private static final int REAL_TIME = 0x12;

  private final Faults faults;
  private final List<String> unknown = new CopyOnWriteArrayList<>();

  PrinterStatus(Faults faults) {
    this.faults = faults;
  }

  /** Whether the engine stands still. */
  boolean stopped() {
    return offline() || faults.isSet(STALL);
  }

  /** DLE EOT n: one byte, or -1 for no answer. */
  int realTime(int n) {
    return switch (n) {
      case 1 -> REAL_TIME | bit(3, offline());
      case 2 ->
          REAL_TIME
              | bit(2, faults.isSet(COVER))
              | bit(5, faults.isSet(PAPER_OUT))
              | bit(6, faults.isSet(CUTTER) || faults.isSet(HEAD_HOT));
      case 3 -> REAL_TIME | bit(3, faults.isSet(CUTTER)) | bit(6, faults.isSet(HEAD_HOT));
      case 4 -> REAL_TIME | (nearEnd() ? 0x0C : 0) | (faults.isSet(PAPER_OUT) ? 0x60 : 0);
      default -> -1;
    };
  }

  /** DLE EOT 20: the full status of kiosk models, six bytes (protocols.md 2.3). */
  byte[] full() {
    return new byte[] {
      0x10,
      0x0F,
      (byte) (bit(0, faults.isSet(PAPER_OUT)) | bit(2, nearEnd()) | bit(5, faults.isSet(IN_MOUTH))),
      (byte) bit(1, faults.isSet(COVER)),
      (byte) bit(0, faults.isSet(HEAD_HOT)),
      (byte) bit(0, faults.isSet(CUTTER))
    };
  }

  /** The four bytes of automatic status. */
  byte[] autoStatus() {
    return new byte[] {
      (byte) (0x10 | bit(3, offline()) | bit(5, faults.isSet(COVER))),
      (byte) (bit(3, faults.isSet(CUTTER)) | bit(6, faults.isSet(HEAD_HOT))),
      (byte) ((nearEnd() ? 0x03 : 0) | (faults.isSet(PAPER_OUT) ? 0x0C : 0)),
      0
    };
  }

  /** GS r: 1 paper, 2 drawer. */
  int queued(int n) {
    return n == 1 ? (nearEnd() ? 0x03 : 0) | (faults.isSet(PAPER_OUT) ? 0x0C : 0) : 0;
  }

  /** A command this printer does not know: shown at the bench, or a mistake would stay hidden. */
  void unknown(String hex) {
    if (unknown.size() < MOST_UNKNOWN) {
      unknown.add(hex);
    }
  }

  List<String> unknown() {
    return List.copyOf(unknown);
  }

  void reset() {
    unknown.clear();
  }

  private boolean offline() {
    return faults.isSet(PAPER_OUT)
        || faults.isSet(COVER)
        || faults.isSet(HEAD_HOT)
        || faults.isSet(CUTTER);
  }

  /** A roll that has ended is past its near end, too. */
  private boolean nearEnd() {
    return faults.isSet(NEAR_END) || faults.isSet(PAPER_OUT);
  }

  private static int bit(int number, boolean set) {
    return set ? 1 << number : 0;
  }
}
