package io.yichuang.kiosk.document;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import javax.xml.transform.TransformerException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.XmpSerializer;
import org.jspecify.annotations.Nullable;

/**
 * One A4 sheet that becomes a PDF/A-2b: text, lines, QR codes. Millimetres from the upper left
 * corner. A character that no font has is an error before anything is printed, never a box on the
 * paper.
 */
final class Sheet implements AutoCloseable {
  private static final float POINTS_PER_MM = 72f / 25.4f;

  static final float WIDTH_MM = 210;
  static final float HEIGHT_MM = 297;

  enum Weight {
    REGULAR,
    BOLD
  }

  private final PDDocument document = new PDDocument();
  private final PDType0Font regular;
  private final PDType0Font bold;
  private final Fonts fonts;
  private @Nullable PDType0Font rare;
  private final PDPageContentStream stream;
  private final String title;
  private final ZonedDateTime at;

  Sheet(Fonts fonts, String title, ZonedDateTime at) throws IOException {
    this.title = title;
    this.at = at;
    this.fonts = fonts;
    this.regular = PDType0Font.load(document, fonts.regular(), true);
    this.bold = PDType0Font.load(document, fonts.bold(), true);
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    this.stream = new PDPageContentStream(document, page);
  }

  /** A part of a text that one font can write. */
  private record Run(PDType0Font font, String text) {
    @Override
    public String toString() {
      return "Run";
    }
  }

  private List<Run> runs(String text, Weight weight) throws IOException {
    List<Run> runs = new ArrayList<>();
    var part = new StringBuilder();
    PDType0Font now = weight == Weight.BOLD ? bold : regular;
    for (int codePoint : text.codePoints().toArray()) {
      PDType0Font font = font(weight, codePoint);
      if (!font.equals(now) && !part.isEmpty()) {
        runs.add(new Run(now, part.toString()));
        part.setLength(0);
      }
      now = font;
      part.appendCodePoint(codePoint);
    }
    runs.add(new Run(now, part.toString()));
    return runs;
  }

  private PDType0Font font(Weight weight, int codePoint) throws IOException {
    var usual = weight == Weight.BOLD ? fonts.bold() : fonts.regular();
    if (!Fonts.has(usual, codePoint)) {
      var other = fonts.rare().filter(font -> Fonts.has(font, codePoint));
      if (other.isPresent()) {
        if (rare == null) {
          rare = PDType0Font.load(document, other.get(), true);
        }
        return rare;
      }
    }
    return weight == Weight.BOLD ? bold : regular;
  }

  /** Width of a text in millimetres. */
  float width(String text, float sizePoints, Weight weight) throws IOException {
    try {
      float width = 0;
      for (Run run : runs(text, weight)) {
        width += run.font().getStringWidth(run.text());
      }
      return width / 1000 * sizePoints / POINTS_PER_MM;
    } catch (IllegalArgumentException e) {
      throw new IOException("a character of this document is in none of the fonts", e);
    }
  }

  /** Writes on the base line. */
  void text(float xMm, float yMm, String text, float sizePoints, Weight weight) throws IOException {
    stream.beginText();
    stream.newLineAtOffset(xMm * POINTS_PER_MM, (HEIGHT_MM - yMm) * POINTS_PER_MM);
    try {
      for (Run run : runs(text, weight)) {
        stream.setFont(run.font(), sizePoints);
        stream.showText(run.text());
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("a character of this document is in none of the fonts", e);
    }
    stream.endText();
  }

  void centred(float yMm, String text, float sizePoints, Weight weight) throws IOException {
    text((WIDTH_MM - width(text, sizePoints, weight)) / 2, yMm, text, sizePoints, weight);
  }

  /** Writes a paragraph that wraps between characters; returns the base line after it. */
  float paragraph(float xMm, float yMm, float widthMm, String text, float sizePoints)
      throws IOException {
    float lead = sizePoints * 1.7f / POINTS_PER_MM;
    float y = yMm;
    var line = new StringBuilder();
    for (int codePoint : text.codePoints().toArray()) {
      String next = Character.toString(codePoint);
      if (width(line + next, sizePoints, Weight.REGULAR) > widthMm) {
        text(xMm, y, line.toString(), sizePoints, Weight.REGULAR);
        line.setLength(0);
        y += lead;
      }
      line.append(next);
    }
    if (!line.isEmpty()) {
      text(xMm, y, line.toString(), sizePoints, Weight.REGULAR);
      y += lead;
    }
    return y;
  }

  void line(float x1Mm, float y1Mm, float x2Mm, float y2Mm, float widthPoints) throws IOException {
    stream.setLineWidth(widthPoints);
    stream.moveTo(x1Mm * POINTS_PER_MM, (HEIGHT_MM - y1Mm) * POINTS_PER_MM);
    stream.lineTo(x2Mm * POINTS_PER_MM, (HEIGHT_MM - y2Mm) * POINTS_PER_MM);
    stream.stroke();
  }

  /** A QR code with its quiet zone, as vector squares. */
  void qr(float xMm, float yMm, float sizeMm, String content) throws IOException {
    BitMatrix matrix;
    try {
      matrix =
          new QRCodeWriter()
              .encode(
                  content,
                  BarcodeFormat.QR_CODE,
                  0,
                  0,
                  Map.of(
                      EncodeHintType.MARGIN, 4,
                      EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M,
                      EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8));
    } catch (WriterException e) {
      throw new IOException("the verification text does not fit into a QR code", e);
    }
    float module = sizeMm * POINTS_PER_MM / matrix.getWidth();
    float left = xMm * POINTS_PER_MM;
    float top = (HEIGHT_MM - yMm) * POINTS_PER_MM;
    for (int y = 0; y < matrix.getHeight(); y++) {
      for (int x = 0; x < matrix.getWidth(); x++) {
        if (matrix.get(x, y)) {
          stream.addRect(left + x * module, top - (y + 1) * module, module, module);
        }
      }
    }
    stream.fill();
  }

  /** For what only the document's own parts draw, such as the seal; points, origin below left. */
  PDPageContentStream stream() {
    return stream;
  }

  static float points(float mm) {
    return mm * POINTS_PER_MM;
  }

  PDType0Font boldFont() {
    return bold;
  }

  /** Ends the sheet and makes it a PDF/A-2b. */
  byte[] finish() throws IOException {
    stream.close();
    var calendar = GregorianCalendar.from(at.withNano(0));
    var information = document.getDocumentInformation();
    information.setTitle(title);
    information.setCreationDate(calendar);
    var catalogue = document.getDocumentCatalog();
    catalogue.setLanguage("zh-CN");
    catalogue.getCOSObject().setName(COSName.VERSION, "1.7");
    try {
      XMPMetadata xmp = XMPMetadata.createXMPMetadata();
      xmp.createAndAddDublinCoreSchema().setTitle(title);
      var identification = xmp.createAndAddPDFAIdentificationSchema();
      identification.setPart(2);
      identification.setConformance("B");
      xmp.createAndAddXMPBasicSchema().setCreateDate(calendar);
      var bytes = new ByteArrayOutputStream();
      new XmpSerializer().serialize(xmp, bytes, true);
      var metadata = new PDMetadata(document);
      metadata.importXMPMetadata(bytes.toByteArray());
      catalogue.setMetadata(metadata);
    } catch (BadFieldValueException | TransformerException e) {
      throw new IOException("the document's description cannot be written", e);
    }
    var intent =
        new PDOutputIntent(
            document,
            new ByteArrayInputStream(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData()));
    intent.setInfo("sRGB IEC61966-2.1");
    intent.setOutputCondition("sRGB IEC61966-2.1");
    intent.setOutputConditionIdentifier("sRGB IEC61966-2.1");
    catalogue.addOutputIntent(intent);
    var out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
