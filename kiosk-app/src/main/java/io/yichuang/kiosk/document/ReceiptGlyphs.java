package io.yichuang.kiosk.document;

import io.yichuang.device.GlyphRaster;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Characters that a receipt printer's own font lacks, drawn from the paper's font. */
@Component
class ReceiptGlyphs implements GlyphRaster {
  /** Noto's ascent and descent fill this much of the cell's height. */
  private static final double EM_OF_CELL = 0.92;

  private static final double BASELINE_OF_CELL = 0.86;

  private final Fonts fonts;

  ReceiptGlyphs(Fonts fonts) {
    this.fonts = fonts;
  }

  @Override
  public synchronized @Nullable BitSet draw(int codePoint, int width, int height, boolean bold) {
    TrueTypeFont usual = bold ? fonts.bold() : fonts.regular();
    TrueTypeFont font =
        Fonts.has(usual, codePoint)
            ? usual
            : fonts.rare().filter(rare -> Fonts.has(rare, codePoint)).orElse(null);
    if (font == null) {
      return null;
    }
    try {
      int glyph = font.getUnicodeCmapLookup().getGlyphId(codePoint);
      var data = font.getGlyph().getGlyph(glyph);
      if (data == null) {
        return new BitSet();
      }
      GeneralPath path = data.getPath();
      double scale = height * EM_OF_CELL / font.getUnitsPerEm();
      double advance = font.getAdvanceWidth(glyph) * scale;
      var place = new AffineTransform();
      place.translate((width - advance) / 2, height * BASELINE_OF_CELL);
      place.scale(scale, -scale);
      var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
      var pen = image.createGraphics();
      pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      pen.setColor(Color.WHITE);
      pen.fill(path.createTransformedShape(place));
      pen.dispose();
      var dots = new BitSet(width * height);
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          dots.set(y * width + x, image.getRaster().getSample(x, y, 0) > 110);
        }
      }
      return dots;
    } catch (IOException e) {
      throw new UncheckedIOException("the receipt's font cannot be read", e);
    }
  }
}
