package io.yichuang.simulator.receipt;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** The characters waiting for their line feed, in the fixed cells of a thermal printer. */
final class TextLine {
  /** Font A of 80 mm printers: 12 x 24 dots, Chinese 24 x 24. */
  private static final int CELL_WIDTH = 12;

  private static final int CELL_HEIGHT = 24;

  /** Noto Sans SC: the ideograph's box begins 0.12 em below the base line. */
  private static final double BASE_LINE = CELL_HEIGHT * 0.88;

  /** A dot is black when more than this much of it is covered: of 255. */
  private static final int THRESHOLD = 110;

  record Cell(
      int codePoint,
      boolean wide,
      boolean bold,
      boolean underline,
      boolean inverse,
      int width,
      int height) {
    int dots() {
      return (wide ? 2 : 1) * CELL_WIDTH * width;
    }
  }

  private record Placed(Cell cell, int x) {}

  private final List<Placed> cells = new ArrayList<>();
  private int next;

  boolean isEmpty() {
    return cells.isEmpty();
  }

  boolean fits(Cell cell) {
    return next + cell.dots() <= Printout.WIDTH || cells.isEmpty();
  }

  void add(Cell cell) {
    cells.add(new Placed(cell, next));
    next += cell.dots();
  }

  /** The next character begins there. */
  void position(int dots) {
    next = Math.min(dots, Printout.WIDTH);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    int end = 0;
    for (Placed placed : cells) {
      if (placed.x() > end) {
        text.append(" ".repeat((placed.x() - end) / CELL_WIDTH));
      }
      text.appendCodePoint(placed.cell().codePoint());
      end = placed.x() + placed.cell().dots();
    }
    return text.toString();
  }

  /** Rows of dots; characters of different height stand on one line. */
  List<byte[]> draw(int align) {
    int height = cells.stream().mapToInt(p -> p.cell().height()).max().orElse(1) * CELL_HEIGHT;
    BufferedImage image = new BufferedImage(Printout.WIDTH, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    int shift = Math.max(0, Printout.WIDTH - next) * align / 2;
    for (Placed placed : cells) {
      draw(graphics, placed.cell(), shift + placed.x(), height);
    }
    graphics.dispose();
    List<byte[]> rows = new ArrayList<>();
    for (int y = 0; y < height; y++) {
      byte[] row = new byte[Printout.ROW_BYTES];
      for (int x = 0; x < Printout.WIDTH; x++) {
        if (image.getRaster().getSample(x, y, 0) > THRESHOLD) {
          black(row, x);
        }
      }
      rows.add(row);
    }
    return rows;
  }

  static void black(byte[] row, int x) {
    if (x >= 0 && x < Printout.WIDTH) {
      row[x / 8] |= (byte) (0x80 >> x % 8);
    }
  }

  /** White is what becomes black on paper. */
  private static void draw(Graphics2D graphics, Cell cell, int x, int lineHeight) {
    int cellHeight = CELL_HEIGHT * cell.height();
    int top = lineHeight - cellHeight;
    graphics.setColor(Color.WHITE);
    if (cell.inverse()) {
      graphics.fillRect(x, top, cell.dots(), cellHeight);
      graphics.setColor(Color.BLACK);
    }
    if (cell.underline()) {
      graphics.fillRect(x, lineHeight - 2, cell.dots(), 2);
    }
    if (Character.isWhitespace(cell.codePoint())) {
      return;
    }
    Glyphs font = cell.bold() ? Glyphs.bold() : Glyphs.regular();
    Glyphs.Glyph glyph = font.of(cell.codePoint());
    double scale = CELL_HEIGHT / font.unitsPerEm();
    double room = cell.dots() / (double) cell.width();
    double advance = glyph.advance() * scale;
    // Letters wider than their cell are pressed together, narrower ones stand in the middle.
    double squeeze = advance > room ? room / advance : 1;
    AffineTransform place = new AffineTransform();
    place.translate(x, top);
    place.scale(cell.width(), cell.height());
    place.translate((room - advance * squeeze) / 2, BASE_LINE);
    place.scale(scale * squeeze, -scale);
    graphics.fill(glyph.outline().createTransformedShape(place));
  }
}
