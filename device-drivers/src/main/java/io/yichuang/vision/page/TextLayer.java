package io.yichuang.vision.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Text that lies unseen over a page's picture, so that it can be searched and copied. */
final class TextLayer {

  /** Letters of a box' height stand this high in it. */
  private static final double SIZE = 0.8;

  private static final int ENTRIES_PER_BLOCK = 100;

  private final PDDocument document;
  private final COSDictionary font;
  private final Set<Integer> letters = new TreeSet<>();

  TextLayer(PDDocument document) throws IOException {
    this.document = document;
    this.font = font(document);
  }

  /** One font for all pages of the document; it comes to know the letters of this one too. */
  COSDictionary knowing(List<PageDocument.Phrase> phrases) {
    for (var phrase : phrases) {
      plain(phrase.text()).chars().forEach(letters::add);
    }
    return font;
  }

  /** After the last page: which letter each code of the font means. */
  void finish() throws IOException {
    var map = map(letters).getBytes(StandardCharsets.US_ASCII);
    font.setItem(COSName.TO_UNICODE, stream(document, map));
  }

  private static COSDictionary font(PDDocument document) throws IOException {
    var descriptor = new COSDictionary();
    descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
    descriptor.setName(COSName.FONT_NAME, "Glyphless");
    descriptor.setInt(COSName.FLAGS, 5); // of one width, symbolic
    descriptor.setItem(COSName.FONT_BBOX, numbers(0, 0, Glyphless.ADVANCE, Glyphless.EM));
    descriptor.setInt(COSName.ITALIC_ANGLE, 0);
    descriptor.setInt(COSName.ASCENT, Glyphless.EM);
    descriptor.setInt(COSName.DESCENT, 0);
    descriptor.setInt(COSName.CAP_HEIGHT, Glyphless.EM);
    descriptor.setInt(COSName.STEM_V, 80);
    var file = stream(document, Glyphless.font());
    file.setInt(COSName.LENGTH1, Glyphless.font().length);
    descriptor.setItem(COSName.FONT_FILE2, file);
    var system = new COSDictionary();
    system.setItem(COSName.REGISTRY, new COSString("Adobe"));
    system.setItem(COSName.ORDERING, new COSString("Identity"));
    system.setInt(COSName.SUPPLEMENT, 0);
    var descendant = new COSDictionary();
    descendant.setItem(COSName.TYPE, COSName.FONT);
    descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
    descendant.setName(COSName.BASE_FONT, "Glyphless");
    descendant.setItem(COSName.CIDSYSTEMINFO, system);
    descendant.setItem(COSName.FONT_DESC, descriptor);
    descendant.setInt(COSName.DW, Glyphless.ADVANCE);
    descendant.setItem(COSName.CID_TO_GID_MAP, stream(document, glyphs()));
    var descendants = new COSArray();
    descendants.add(descendant);
    var font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TYPE0);
    font.setName(COSName.BASE_FONT, "Glyphless");
    font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
    font.setItem(COSName.DESCENDANT_FONTS, descendants);
    return font;
  }

  /** Every letter is glyph 1. */
  private static byte[] glyphs() {
    var glyphs = new byte[2 * 65_536];
    for (var i = 1; i < glyphs.length; i += 2) {
      glyphs[i] = 1;
    }
    return glyphs;
  }

  /** What each code means (Adobe Technical Note 5411). */
  private static String map(Set<Integer> letters) {
    var map =
        new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """);
    var rest = List.copyOf(letters);
    for (var from = 0; from < rest.size(); from += ENTRIES_PER_BLOCK) {
      var block = rest.subList(from, Math.min(rest.size(), from + ENTRIES_PER_BLOCK));
      map.append(block.size()).append(" beginbfchar\n");
      for (var letter : block) {
        map.append(String.format(Locale.ROOT, "<%04X> <%04X>\n", letter, letter));
      }
      map.append("endbfchar\n");
    }
    return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
        .toString();
  }

  /**
   * The operators that write the phrases.
   *
   * @param scale points per pixel
   * @param left of the picture on the paper, points
   * @param top of the picture on the paper, points from below
   */
  static String operators(
      String font, List<PageDocument.Phrase> phrases, double scale, double left, double top) {
    var out = new StringBuilder("BT\n3 Tr\n");
    for (var phrase : phrases) {
      var text = plain(phrase.text());
      var box = phrase.box();
      var height = Quads.distance(box.topLeft(), box.bottomLeft()) * scale;
      var width = Quads.distance(box.bottomLeft(), box.bottomRight()) * scale;
      if (text.isEmpty() || height < 0.5 || width < 0.5) {
        continue;
      }
      var size = height * SIZE;
      var natural = text.length() * size * Glyphless.ADVANCE / Glyphless.EM;
      // With y upwards a line that falls in the picture has a negative angle.
      var angle =
          Math.atan2(
              box.bottomLeft().y() - box.bottomRight().y(),
              box.bottomRight().x() - box.bottomLeft().x());
      out.append(
          String.format(
              Locale.ROOT,
              "/%s %.2f Tf\n%.2f Tz\n%.5f %.5f %.5f %.5f %.2f %.2f Tm\n<",
              font,
              size,
              100 * width / natural,
              Math.cos(angle),
              Math.sin(angle),
              -Math.sin(angle),
              Math.cos(angle),
              left + box.bottomLeft().x() * scale,
              top - box.bottomLeft().y() * scale));
      text.chars().forEach(c -> out.append(String.format(Locale.ROOT, "%04X", c)));
      out.append("> Tj\n");
    }
    return out.append("ET\n").toString();
  }

  /** Letters beyond the first plane and signs that are no letters have no code here. */
  private static String plain(String text) {
    return text.codePoints()
        .filter(c -> c >= 0x20 && c < 0xFFFE && !(c >= 0xD800 && c < 0xE000))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static COSArray numbers(int... values) {
    var array = new COSArray();
    for (var value : values) {
      array.add(COSInteger.get(value));
    }
    return array;
  }

  static COSStream stream(PDDocument document, byte[] bytes) throws IOException {
    var stream = document.getDocument().createCOSStream();
    try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(bytes);
    }
    return stream;
  }
}
