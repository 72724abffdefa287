package io.yichuang.device.receipt;

/**
 * How large the dots of a QR code are, so that it is easy to scan and fills a third of the width.
 */
final class QrSize {
  /** Dots that a code should span, 35 mm: phones read it from a hand's length. */
  private static final int SPAN = 280;

  /** White around the code, without which readers do not find it. */
  static final int QUIET_MODULES = 4;

  private static final int LARGEST = 10;

  /** Under three dots (0.375 mm) thermal paper smears. */
  private static final int SMALLEST = 3;

  /** Bytes that versions 1 to 40 hold in byte mode at level M (ISO/IEC 18004, table 7). */
  private static final int[] CAPACITY = {
    14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666,
    711, 779, 857, 911, 997, 1059, 1125, 1190, 1264, 1370, 1452, 1538, 1628, 1722, 1809, 1911, 1989,
    2099, 2213, 2331
  };

  private QrSize() {}

  /** Dots per module, 0 if so many bytes fit into no code that can be read from the paper. */
  static int dot(int bytes, Roll roll) {
    for (int i = 0; i < CAPACITY.length; i++) {
      if (bytes <= CAPACITY[i]) {
        int modules = 17 + 4 * (i + 1);
        int dot = Math.clamp(SPAN / modules, SMALLEST, LARGEST);
        return dot * (modules + 2 * QUIET_MODULES) <= roll.dots() ? dot : 0;
      }
    }
    return 0;
  }
}
