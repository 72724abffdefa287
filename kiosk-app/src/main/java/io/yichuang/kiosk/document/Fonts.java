package io.yichuang.kiosk.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.stereotype.Component;

/**
 * The paper's own fonts, out of the jar: no system font is ever asked. Parsing 10 MB takes up to a
 * second, so each is parsed once and kept; the parsed font is not for two threads at once, so its
 * users hold its lock.
 */
@Component
class Fonts {
  private static final String FOLDER = "/fonts/ttf/NotoSansSC/NotoSansSC-";

  private final TrueTypeFont regular = parse("Regular");
  private final TrueTypeFont bold = parse("Bold");

  TrueTypeFont regular() {
    return regular;
  }

  TrueTypeFont bold() {
    return bold;
  }

  private static TrueTypeFont parse(String weight) {
    String name = FOLDER + weight + ".ttf";
    try (InputStream in = Fonts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks the font " + name);
      }
      return new TTFParser().parse(new RandomAccessReadBuffer(in));
    } catch (IOException e) {
      throw new UncheckedIOException("the font " + name + " cannot be read", e);
    }
  }
}
