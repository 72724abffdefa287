package io.yichuang.simulator.scan;

/** Status words of the SANE API (sane.h). */
final class SaneStatus {
  static final int GOOD = 0;
  static final int CANCELLED = 2;
  static final int DEVICE_BUSY = 3;
  static final int INVAL = 4;
  static final int EOF = 5;
  static final int JAMMED = 6;
  static final int NO_DOCS = 7;
  static final int COVER_OPEN = 8;
  static final int IO_ERROR = 9;

  private SaneStatus() {}

  /**
   * The API has no word for a double feed: SANE's fujitsu backend answers jammed and sets its
   * sensor option.
   */
  static int of(SheetPath.Stop stop) {
    return switch (stop) {
      case JAM, DOUBLE_FEED -> JAMMED;
      case COVER_OPEN -> COVER_OPEN;
    };
  }
}
