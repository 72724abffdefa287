package io.yichuang.simulator.paper;

import io.yichuang.simulator.receipt.Glyphs;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;

/** Writes text as filled outlines, in millimetres on a sheet: no system font, no fontconfig. */
final class Ink {
  /** What may not begin a line. */
  private static final String CLOSING = "，。；：、）》.,;:)";

  private final Graphics2D g;

  Ink(Graphics2D g) {
    this.g = g;
  }

  static double width(String text, double size, boolean bold) {
    Glyphs glyphs = bold ? Glyphs.bold() : Glyphs.regular();
    return text.codePoints().mapToDouble(c -> glyphs.of(c).advance()).sum()
        / glyphs.unitsPerEm()
        * size;
  }

  /**
   * Writes one line with its baseline at {@code y}; returns where the next character would stand.
   */
  double write(String text, double x, double y, double size, boolean bold) {
    return write(text, AffineTransform.getTranslateInstance(x, y), size, bold) + x;
  }

  /** Writes along the x axis of {@code place}; returns the width. */
  double write(String text, AffineTransform place, double size, boolean bold) {
    Glyphs glyphs = bold ? Glyphs.bold() : Glyphs.regular();
    double scale = size / glyphs.unitsPerEm();
    double at = 0;
    for (int c : text.codePoints().toArray()) {
      Glyphs.Glyph glyph = glyphs.of(c);
      AffineTransform pen = new AffineTransform(place);
      pen.translate(at, 0);
      pen.scale(scale, -scale);
      g.fill(pen.createTransformedShape(glyph.outline()));
      at += glyph.advance() * scale;
    }
    return at;
  }

  /** Breaks a text into lines no wider than {@code width}, but for a closing mark. */
  static List<String> lines(String text, double size, double width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    double used = 0;
    for (int c : text.codePoints().toArray()) {
      String one = Character.toString(c);
      double w = width(one, size, false);
      if (used + w > width && !CLOSING.contains(one)) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      line.append(one);
      used += w;
    }
    lines.add(line.toString());
    return lines;
  }
}
