package io.yichuang.simulator.receipt;

/** What the printer is told, in the order it was told. Lengths are in dots (8 a millimetre). */
@SuppressWarnings("ArrayRecordComponent") // never compared
sealed interface Op {
  /** What shapes the paper. */
  sealed interface OnPaper extends Op {}

  /** A printable character and whether it came as a double-width code. */
  record Text(int codePoint, boolean wide) implements OnPaper {}

  record NewLine() implements OnPaper {}

  record Init() implements OnPaper {}

  record Align(int n) implements OnPaper {}

  record Bold(boolean on) implements OnPaper {}

  record Underline(boolean on) implements OnPaper {}

  record Inverse(boolean on) implements OnPaper {}

  /** Multiples of the cell, 1 to 8. */
  record Size(int width, int height) implements OnPaper {}

  record LineSpacing(int dots) implements OnPaper {}

  record FeedDots(int dots) implements OnPaper {}

  record FeedLines(int lines) implements OnPaper {}

  record Position(int dots) implements OnPaper {}

  /** One row of a raster picture, most significant bit left, 1 = black. */
  record RasterRow(byte[] bits, int scaleX, int scaleY) implements OnPaper {}

  record QrModule(int dots) implements OnPaper {}

  record QrLevel(int n) implements OnPaper {}

  record QrData(byte[] data) implements OnPaper {}

  record QrPrint() implements OnPaper {}

  record BarHeight(int dots) implements OnPaper {}

  record BarWidth(int dots) implements OnPaper {}

  record BarText(int n) implements OnPaper {}

  record Bar(int type, byte[] data) implements OnPaper {}

  record Cut(int feedDots, boolean partial) implements Op {}

  /** GS r: answered only when all before it is done. */
  record QueuedStatus(int n) implements Op {}

  /** GS I: likewise. */
  record Identity(int n) implements Op {}

  record AutoStatus(int mask) implements Op {}

  /** DLE EOT: answered at once, ahead of everything. */
  record RealTimeStatus(int n) implements Op {}

  /** DLE ENQ: 1 goes on, 2 forgets what waits; at once. */
  record Recover(int n) implements Op {}

  /** Bytes this printer does not know. */
  record Unknown(String hex) implements Op {}
}
