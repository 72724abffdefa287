package io.yichuang.device.receipt;

import io.yichuang.device.GlyphRaster;
import io.yichuang.device.Receipt;
import io.yichuang.device.Receipt.Align;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A receipt as ESC/POS bytes for the roll at hand. */
final class EscPosEncoder {
  /** White between two rows of text; without it Chinese runs together. */
  private static final int LEADING = 8;

  private static final int[] INIT_CHINESE = {0x1B, 0x40, 0x1C, 0x26};

  /** Feed to the knife, then a partial cut: the receipt hangs until it is taken. */
  private static final int[] CUT = {0x1D, 0x56, 0x42, 0x00};

  /** Queued paper status: answered only when all before it is done. */
  private static final int[] ASK_QUEUED = {0x1D, 0x72, 0x01};

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final GlyphRaster glyphs;
  private final Roll roll;

  private EscPosEncoder(GlyphRaster glyphs, Roll roll) {
    this.glyphs = glyphs;
    this.roll = roll;
  }

  /** The bytes from start to the question after the cut; null if something cannot be shown. */
  static byte @Nullable [] encode(Receipt receipt, GlyphRaster glyphs, Roll roll) {
    var encoder = new EscPosEncoder(glyphs, roll);
    encoder.write(INIT_CHINESE);
    // Rows carry their own leading, so that drawn rows and printed ones stand alike.
    encoder.write(0x1B, 0x33, 0);
    for (ReceiptLayout.Row row : ReceiptLayout.rows(receipt, roll.cells())) {
      if (!encoder.row(row)) {
        return null;
      }
    }
    encoder.write(CUT);
    encoder.write(ASK_QUEUED);
    return encoder.out.toByteArray();
  }

  private boolean row(ReceiptLayout.Row row) {
    return switch (row) {
      case ReceiptLayout.TextRow text -> text(text);
      case ReceiptLayout.Other(Receipt.Line line) -> other(line);
    };
  }

  private boolean text(ReceiptLayout.TextRow row) {
    if (row.inverse()) {
      picture(Raster.filled(LEADING, 0xFF, roll)); // black above and below the letters, too
    }
    if (row.text().codePoints().allMatch(PrinterText::inFont)) {
      int size = row.factor() - 1;
      write(0x1B, 0x61, align(row.align()));
      write(0x1D, 0x21, size << 4 | size);
      write(0x1B, 0x45, row.bold() ? 1 : 0);
      write(0x1D, 0x42, row.inverse() ? 1 : 0);
      out.writeBytes(row.text().getBytes(PrinterText.GB18030));
      write(0x0A);
    } else {
      Raster drawn = Raster.text(row, glyphs, roll);
      if (drawn == null) {
        return false;
      }
      picture(drawn);
    }
    if (row.inverse()) {
      picture(Raster.filled(LEADING, 0xFF, roll));
    }
    feed(LEADING);
    return true;
  }

  private boolean other(Receipt.Line line) {
    switch (line) {
      case Receipt.Rule(boolean dashed) -> {
        feed(LEADING);
        picture(Raster.rule(dashed, roll));
        feed(2 * LEADING);
      }
      case Receipt.Space(int dots) -> feed(dots);
      case Receipt.Picture picture -> {
        Raster raster = Raster.picture(picture, roll);
        if (raster == null) {
          return false;
        }
        picture(raster);
      }
      case Receipt.Qr(String content) -> {
        return qr(content.getBytes(StandardCharsets.UTF_8));
      }
      case Receipt.Text _, Receipt.Pair _, Receipt.Hanging _, Receipt.Band _ ->
          throw new IllegalStateException("the layout turns these into rows of text");
    }
    return true;
  }

  /** Model 2, level M: survives a fold across the paper. */
  private boolean qr(byte[] data) {
    int dot = QrSize.dot(data.length, roll);
    if (dot == 0) {
      return false;
    }
    feed(QrSize.QUIET_MODULES * dot);
    write(0x1B, 0x61, 1);
    write(0x1D, 0x28, 0x6B, 4, 0, 0x31, 0x41, 0x32, 0);
    write(0x1D, 0x28, 0x6B, 3, 0, 0x31, 0x43, dot);
    write(0x1D, 0x28, 0x6B, 3, 0, 0x31, 0x45, 0x31);
    int length = data.length + 3;
    write(0x1D, 0x28, 0x6B, length & 0xFF, length >> 8, 0x31, 0x50, 0x30);
    out.writeBytes(data);
    write(0x1D, 0x28, 0x6B, 3, 0, 0x31, 0x51, 0x30);
    feed(QrSize.QUIET_MODULES * dot);
    return true;
  }

  /** Drawn over the whole width, so alignment must be off. */
  private void picture(Raster raster) {
    write(0x1B, 0x61, 0);
    raster.write(out);
  }

  private void feed(int dots) {
    for (int left = dots; left > 0; left -= 255) {
      write(0x1B, 0x4A, Math.min(left, 255));
    }
  }

  private static int align(Align align) {
    return switch (align) {
      case LEFT -> 0;
      case CENTRE -> 1;
      case RIGHT -> 2;
    };
  }

  private void write(int... bytes) {
    for (int b : bytes) {
      out.write(b);
    }
  }
}
