package io.yichuang.simulator.receipt;

import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Outlines of one weight of Noto Sans SC, straight out of the font file: java.awt.Font would need
 * fontconfig, which a kiosk may not have.
 */
public final class Glyphs {
  private static final String FOLDER = "/fonts/ttf/NotoSansSC/NotoSansSC-";

  /** An outline in font units (y upwards), and how far it advances. */
  public record Glyph(GeneralPath outline, double advance) {}

  private final TrueTypeFont font;
  private final CmapLookup map;
  private final double unitsPerEm;
  private final Map<Integer, Glyph> seen = new ConcurrentHashMap<>();

  private static final class Regular {
    static final Glyphs GLYPHS = new Glyphs("Medium");
  }

  private static final class Bold {
    static final Glyphs GLYPHS = new Glyphs("Black");
  }

  private Glyphs(String weight) {
    String name = FOLDER + weight + ".ttf";
    try (InputStream in = Glyphs.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The class path lacks the font " + name);
      }
      font = new TTFParser().parse(new RandomAccessReadBuffer(in));
      map = font.getUnicodeCmapLookup();
      unitsPerEm = font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Medium: a thermal head's dots are a little fat. */
  public static Glyphs regular() {
    return Regular.GLYPHS;
  }

  public static Glyphs bold() {
    return Bold.GLYPHS;
  }

  public double unitsPerEm() {
    return unitsPerEm;
  }

  /** Whether the font draws this character. */
  public boolean has(int codePoint) {
    return map.getGlyphId(codePoint) != 0;
  }

  /** The outline; the font's empty box for what it lacks. */
  public Glyph of(int codePoint) {
    return seen.computeIfAbsent(codePoint, this::load);
  }

  private synchronized Glyph load(int codePoint) {
    try {
      int id = map.getGlyphId(codePoint);
      GlyphData data = font.getGlyph().getGlyph(id);
      return new Glyph(data == null ? new GeneralPath() : data.getPath(), font.getAdvanceWidth(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
