package io.yichuang.device.receipt;

import java.nio.charset.Charset;

/** What the printer's own fonts can show, and how wide it is, in half-width cells of 12 dots. */
final class PrinterText {
  static final Charset GB18030 = Charset.forName("GB18030");

  private PrinterText() {}

  /** ASCII takes one cell, everything else two. */
  static int cells(int codePoint) {
    return codePoint < 0x80 ? 1 : 2;
  }

  static int cells(String text) {
    return text.codePoints().map(PrinterText::cells).sum();
  }

  /** Fonts hold the one- and two-byte codes; four-byte ones have to be drawn. */
  static boolean inFont(int codePoint) {
    return new String(Character.toChars(codePoint)).getBytes(GB18030).length <= 2;
  }

  /**
   * Without control characters, which would be commands to the printer; the yen sign as the wide
   * one that the font has.
   */
  static String clean(String text) {
    var clean = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isISOControl(c) || Character.isWhitespace(c) ? ' ' : c)
        .map(c -> c == '¥' ? '￥' : c)
        .filter(c -> c < 0xD800 || c > 0xDFFF)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
