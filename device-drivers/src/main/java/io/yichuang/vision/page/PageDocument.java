package io.yichuang.vision.page;

import io.yichuang.vision.UnreadableImageException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import javax.xml.transform.TransformerException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.XmpSerializer;
import org.jspecify.annotations.Nullable;

/** Binds pages into one PDF/A-2b (ISO 19005-2), the form in which files are archived. */
public final class PageDocument {

  private static final String COLOURS = "sRGB IEC61966-2.1";

  private PageDocument() {}

  /**
   * Text that stands somewhere on a sheet.
   *
   * @param text as it was read
   * @param box around it, pixels of the sheet's picture, beginning where the reading begins
   */
  public record Phrase(String text, Quad box) {

    /** Without the text: it may name a person. */
    @Override
    public String toString() {
      return "Phrase[" + text.length() + " characters]";
    }
  }

  /**
   * One sheet of the document.
   *
   * @param jpeg grey or colour
   * @param widthPoints of the paper, 1/72 inch (A4: 595.28)
   * @param heightPoints of the paper, 1/72 inch (A4: 841.89)
   * @param small ink as a mask, colours and shades as a coarse picture, instead of the JPEG as it
   *     is; for pages that were cleaned. Needs the native libraries
   * @param text that can be searched and copied, and is not seen
   */
  public record Sheet(
      byte[] jpeg, float widthPoints, float heightPoints, boolean small, List<Phrase> text) {

    public Sheet {
      // ISO 19005-2 6.1.13: a page has 3 to 14,400 units.
      if (!(widthPoints >= 3 && widthPoints <= 14_400)
          || !(heightPoints >= 3 && heightPoints <= 14_400)) {
        throw new IllegalArgumentException("sheet of " + widthPoints + " x " + heightPoints);
      }
      text = List.copyOf(text);
    }

    /** The JPEG as it is, without text. */
    public Sheet(byte[] jpeg, float widthPoints, float heightPoints) {
      this(jpeg, widthPoints, heightPoints, false, List.of());
    }

    /** Without the picture and the text: they show a person's papers. */
    @Override
    public String toString() {
      return "Sheet[" + widthPoints + "x" + heightPoints + " pt]";
    }
  }

  /**
   * The document.
   *
   * @param title shown by readers
   * @param at when it was made
   * @param sheets at least one
   * @throws IllegalArgumentException when there is no sheet, or one is not a JPEG
   */
  public static byte[] pdf(String title, ZonedDateTime at, List<Sheet> sheets) {
    if (sheets.isEmpty()) {
      throw new IllegalArgumentException("a document without sheets");
    }
    try (var document = new PDDocument()) {
      var phrases = sheets.stream().flatMap(sheet -> sheet.text().stream()).toList();
      var font = phrases.isEmpty() ? null : TextLayer.font(document, phrases);
      for (var sheet : sheets) {
        add(document, sheet, font);
      }
      describe(document, title, at);
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(PDDocument document, Sheet sheet, @Nullable COSDictionary font)
      throws IOException {
    var jpeg = sheet.jpeg();
    if (jpeg.length < 4 || jpeg[0] != (byte) 0xFF || jpeg[1] != (byte) 0xD8) {
      throw new IllegalArgumentException("a sheet is not a JPEG");
    }
    var image = JPEGFactory.createFromByteArray(document, jpeg);
    var page = new PDPage(new PDRectangle(sheet.widthPoints(), sheet.heightPoints()));
    document.addPage(page);
    var resources = new PDResources();
    page.setResources(resources);
    // The whole picture, not stretched, in the middle of the paper.
    var scale =
        Math.min(sheet.widthPoints() / image.getWidth(), sheet.heightPoints() / image.getHeight());
    var width = image.getWidth() * scale;
    var height = image.getHeight() * scale;
    var left = (sheet.widthPoints() - width) / 2;
    var bottom = (sheet.heightPoints() - height) / 2;
    var content = new StringBuilder();
    for (var layer : sheet.small() ? layers(document, jpeg) : List.of(image)) {
      content.append(
          String.format(
              Locale.ROOT,
              "q 0 g %.4f 0 0 %.4f %.4f %.4f cm /%s Do Q\n",
              width,
              height,
              left,
              bottom,
              resources.add(layer).getName()));
    }
    if (font != null && !sheet.text().isEmpty()) {
      resources.put(COSName.getPDFName("F0"), new PDType0Font(font));
      content.append(TextLayer.operators("F0", sheet.text(), scale, left, bottom + height));
    }
    var bytes = content.toString().getBytes(StandardCharsets.US_ASCII);
    page.setContents(new PDStream(TextLayer.stream(document, bytes)));
  }

  /** What is under comes first. */
  private static List<PDImageXObject> layers(PDDocument document, byte[] jpeg) throws IOException {
    Layers layers;
    try {
      layers = Layers.of(jpeg);
    } catch (UnreadableImageException e) {
      throw new IllegalArgumentException("a sheet cannot be read", e);
    }
    var images = new ArrayList<PDImageXObject>();
    var ground = layers.ground();
    if (ground != null) {
      images.add(JPEGFactory.createFromByteArray(document, ground));
    }
    var ink = layers.ink();
    if (ink != null) {
      var mask = CCITTFactory.createFromImage(document, ink);
      mask.setStencil(true);
      mask.getCOSObject().removeItem(COSName.COLORSPACE);
      images.add(mask);
    }
    return images;
  }

  /** What makes a PDF a PDF/A: its metadata as XMP, and what its colours mean. */
  private static void describe(PDDocument document, String title, ZonedDateTime at)
      throws IOException {
    // A PDF date has no milliseconds, an XMP date has: both must be equal.
    var made = GregorianCalendar.from(at.truncatedTo(ChronoUnit.SECONDS));
    var info = document.getDocumentInformation();
    info.setTitle(title);
    info.setCreationDate(made);
    var xmp = XMPMetadata.createXMPMetadata();
    xmp.createAndAddDublinCoreSchema().setTitle(title);
    xmp.createAndAddXMPBasicSchema().setCreateDate(made);
    var bytes = new ByteArrayOutputStream();
    try {
      var kind = xmp.createAndAddPDFAIdentificationSchema();
      kind.setPart(2);
      kind.setConformance("B");
      new XmpSerializer().serialize(xmp, bytes, true);
    } catch (BadFieldValueException | TransformerException e) {
      throw new IOException("could not write the metadata", e);
    }
    var catalog = document.getDocumentCatalog();
    var metadata = new PDMetadata(document);
    metadata.importXMPMetadata(bytes.toByteArray());
    catalog.setMetadata(metadata);
    catalog.setLanguage("zh-CN");
    var profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    var intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
    intent.setInfo(COLOURS);
    intent.setOutputCondition(COLOURS);
    intent.setOutputConditionIdentifier(COLOURS);
    intent.setRegistryName("http://www.color.org");
    catalog.addOutputIntent(intent);
  }
}
