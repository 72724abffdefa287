package io.yichuang.kiosk.document;

import io.yichuang.kiosk.KioskProperties;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The paper's own fonts, out of the jar: no system font is ever asked. Parsing 10 MB takes up to a
 * second, so each is parsed once and kept; the parsed font is not for two threads at once, so its
 * users hold its lock.
 */
@Component
class Fonts {
  private static final String FOLDER = "/fonts/ttf/NotoSansSC/NotoSansSC-";

  private static final Logger log = LoggerFactory.getLogger(Fonts.class);

  private final TrueTypeFont regular = parse("Regular");
  private final TrueTypeFont bold = parse("Bold");

  private final @Nullable Path rareFile;
  private @Nullable TrueTypeFont rare;
  private boolean rareTried;

  @Autowired
  Fonts(KioskProperties properties) {
    this(properties.rareFont());
  }

  /**
   * The fonts.
   *
   * @param rareFile of rare characters, or null
   */
  Fonts(@Nullable Path rareFile) {
    this.rareFile = rareFile;
  }

  TrueTypeFont regular() {
    return regular;
  }

  TrueTypeFont bold() {
    return bold;
  }

  /**
   * For the characters of GB 18030 beyond those of daily life (level 3: extensions B to F), which
   * the paper's fonts lack: a font of the machine, 30 MB, so it is read when the first comes.
   */
  synchronized Optional<TrueTypeFont> rare() {
    Path file = rareFile;
    if (file == null || rareTried) {
      return Optional.ofNullable(rare);
    }
    rareTried = true;
    try {
      rare = new TTFParser().parse(new RandomAccessReadBufferedFile(file));
    } catch (IOException e) {
      log.warn("no font for rare characters at {}: {}", file, e.toString());
    }
    return Optional.ofNullable(rare);
  }

  static boolean has(TrueTypeFont font, int codePoint) {
    try {
      return font.getUnicodeCmapLookup().getGlyphId(codePoint) != 0;
    } catch (IOException e) {
      throw new UncheckedIOException("a font cannot be read", e);
    }
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
