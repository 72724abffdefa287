package io.yichuang.device.receipt;

import io.yichuang.device.GlyphRaster;
import io.yichuang.device.Receipt;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One-bit rows over the whole width of 80 mm paper, for {@code GS v 0}. */
final class Raster {
  static final int DOTS = 576;
  static final int CELL = 12;
  static final int CELL_HEIGHT = 24;
  private static final int ROW_BYTES = DOTS / 8;

  /** Printers take pictures in pieces; 255 rows are 18 KiB, which every buffer holds. */
  private static final int MOST_ROWS = 255;

  private final byte[] bits;

  private Raster(int rows) {
    bits = new byte[rows * ROW_BYTES];
  }

  private void ink(int x, int y) {
    if (x >= 0 && x < DOTS) {
      bits[y * ROW_BYTES + x / 8] |= (byte) (0x80 >> x % 8);
    }
  }

  static Raster rule(boolean dashed) {
    return dashed ? filled(2, 0xF0) : filled(4, 0xFF);
  }

  /** Rows of the same eight dots over and over. */
  static Raster filled(int rows, int eightDots) {
    var raster = new Raster(rows);
    Arrays.fill(raster.bits, (byte) eightDots);
    return raster;
  }

  /** A picture, moved to its place; null if it is wider than the paper or its rows do not fit. */
  static @Nullable Raster picture(Receipt.Picture picture) {
    int width = picture.width();
    List<byte[]> rows = picture.rows();
    if (width <= 0
        || width > DOTS
        || width % 8 != 0
        || rows.stream().anyMatch(row -> row.length != width / 8)) {
      return null;
    }
    var raster = new Raster(rows.size());
    int left = start(picture.align(), width) / 8;
    for (int y = 0; y < rows.size(); y++) {
      System.arraycopy(rows.get(y), 0, raster.bits, y * ROW_BYTES + left, width / 8);
    }
    return raster;
  }

  /** A row of text drawn dot by dot; null if a character has no glyph. */
  static @Nullable Raster text(ReceiptLayout.TextRow row, GlyphRaster glyphs) {
    int height = CELL_HEIGHT * row.factor();
    var raster = new Raster(height);
    int x = start(row.align(), PrinterText.cells(row.text()) * CELL * row.factor());
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

  private static int start(Receipt.Align align, int width) {
    return switch (align) {
      case LEFT -> 0;
      case CENTRE -> Math.max(0, (DOTS - width) / 2);
      case RIGHT -> Math.max(0, DOTS - width);
    };
  }

  /** {@code 1D 76 30 m xL xH yL yH d…} in pieces. */
  void write(ByteArrayOutputStream out) {
    int rows = bits.length / ROW_BYTES;
    for (int y = 0; y < rows; y += MOST_ROWS) {
      int piece = Math.min(MOST_ROWS, rows - y);
      out.writeBytes(new byte[] {0x1D, 0x76, 0x30, 0, ROW_BYTES, 0, (byte) piece, 0});
      out.write(bits, y * ROW_BYTES, piece * ROW_BYTES);
    }
  }
}
