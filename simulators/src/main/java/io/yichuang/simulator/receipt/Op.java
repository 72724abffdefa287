package io.yichuang.simulator.receipt;

/** What the printer is told, in the order it was told. Lengths are in dots (8 a millimetre). */
@SuppressWarnings("ArrayRecordComponent") // never compared
sealed interface Op {
  /** A printable character and whether it came as a double-width code. */
  record Text(int codePoint, boolean wide) implements Op {}

  record NewLine() implements Op {}

  record Init() implements Op {}

  record Align(int n) implements Op {}

  record Bold(boolean on) implements Op {}

  record Underline(boolean on) implements Op {}

  record Inverse(boolean on) implements Op {}

  /** Multiples of the cell, 1 to 8. */
  record Size(int width, int height) implements Op {}

  record LineSpacing(int dots) implements Op {}

  record FeedDots(int dots) implements Op {}

  record FeedLines(int lines) implements Op {}

  record Position(int dots) implements Op {}

  /** One row of a raster picture, most significant bit left, 1 = black. */
  record RasterRow(byte[] bits, int scaleX, int scaleY) implements Op {}

  record QrModule(int dots) implements Op {}

  record QrLevel(int n) implements Op {}

  record QrData(byte[] data) implements Op {}

  record QrPrint() implements Op {}

  record BarHeight(int dots) implements Op {}

  record BarWidth(int dots) implements Op {}

  record BarText(int n) implements Op {}

  record Bar(int type, byte[] data) implements Op {}

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
