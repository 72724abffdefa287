package io.yichuang.device.receipt;

import io.yichuang.device.GlyphRaster;
import io.yichuang.device.Receipt;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One-bit rows over the whole width of the paper, for {@code GS v 0}. */
final class Raster {
  static final int CELL = 12;
  static final int CELL_HEIGHT = 24;

  /** Printers take pictures in pieces; 255 rows are 18 KiB, which every buffer holds. */
  private static final int MOST_ROWS = 255;

  private final int dots;
  private final int rowBytes;
  private final byte[] bits;

  private Raster(int rows, Roll roll) {
    dots = roll.dots();
    rowBytes = dots / 8;
    bits = new byte[rows * rowBytes];
  }

  private void ink(int x, int y) {
    if (x >= 0 && x < dots) {
      bits[y * rowBytes + x / 8] |= (byte) (0x80 >> x % 8);
    }
  }

  static Raster rule(boolean dashed, Roll roll) {
    return dashed ? filled(2, 0xF0, roll) : filled(4, 0xFF, roll);
  }

  /** Rows of the same eight dots over and over. */
  static Raster filled(int rows, int eightDots, Roll roll) {
    var raster = new Raster(rows, roll);
    Arrays.fill(raster.bits, (byte) eightDots);
    return raster;
  }

  /** A picture, moved to its place; null if it is wider than the paper or its rows do not fit. */
  static @Nullable Raster picture(Receipt.Picture picture, Roll roll) {
    int width = picture.width();
    List<byte[]> rows = picture.rows();
    if (width <= 0
        || width > roll.dots()
        || width % 8 != 0
        || rows.stream().anyMatch(row -> row.length != width / 8)) {
      return null;
    }
    var raster = new Raster(rows.size(), roll);
    int left = raster.start(picture.align(), width) / 8;
    for (int y = 0; y < rows.size(); y++) {
      System.arraycopy(rows.get(y), 0, raster.bits, y * raster.rowBytes + left, width / 8);
    }
    return raster;
  }

  /** A row of text drawn dot by dot; null if a character has no glyph. */
  static @Nullable Raster text(ReceiptLayout.TextRow row, GlyphRaster glyphs, Roll roll) {
    int height = CELL_HEIGHT * row.factor();
    var raster = new Raster(height, roll);
    int x = raster.start(row.align(), PrinterText.cells(row.text()) * CELL * row.factor());
    for (int c : row.text().codePoints().toArray()) {
      int width = PrinterText.cells(c) * CELL * row.factor();
      if (c != ' ') {
        BitSet glyph = glyphs.draw(c, width, height, row.bold());
        if (glyph == null) {
          return null;
        }
        int left = x;
        glyph.stream()
            .filter(bit -> bit < width * height)
            .forEach(bit -> raster.ink(left + bit % width, bit / width));
      }
      x += width;
    }
    if (row.inverse()) {
      for (int i = 0; i < raster.bits.length; i++) {
        raster.bits[i] ^= (byte) 0xFF;
      }
    }
    return raster;
  }

  private int start(Receipt.Align align, int width) {
    return switch (align) {
      case LEFT -> 0;
      case CENTRE -> Math.max(0, (dots - width) / 2);
      case RIGHT -> Math.max(0, dots - width);
    };
  }

  /** {@code 1D 76 30 m xL xH yL yH d…} in pieces. */
  void write(ByteArrayOutputStream out) {
    int rows = bits.length / rowBytes;
    for (int y = 0; y < rows; y += MOST_ROWS) {
      int piece = Math.min(MOST_ROWS, rows - y);
      out.writeBytes(new byte[] {0x1D, 0x76, 0x30, 0, (byte) rowBytes, 0, (byte) piece, 0});
      out.write(bits, y * rowBytes, piece * rowBytes);
    }
  }
}
