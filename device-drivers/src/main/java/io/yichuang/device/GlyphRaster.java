package io.yichuang.device;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Draws characters that printers have no glyph for: those that GB18030 writes with four bytes, such
 * as rare characters of names. Called on the thread that asks for the print.
 */
@FunctionalInterface
public interface GlyphRaster {
  /**
   * Draws one character into a cell.
   *
   * @param width dots: 12 or 24, doubled for double size
   * @param height dots: 24, or 48 for double size
   * @return bit {@code y * width + x} set where it is black, or null if there is no glyph
   */
  @Nullable BitSet draw(int codePoint, int width, int height, boolean bold);

  /** Draws nothing: a receipt that needs it is refused. */
  static GlyphRaster none() {
    return (codePoint, width, height, bold) -> null;
  }
}
