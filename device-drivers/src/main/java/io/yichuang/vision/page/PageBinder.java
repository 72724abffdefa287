package io.yichuang.vision.page;

import io.yichuang.vision.UnreadableImageException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.XmpSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Binds pages into one PDF/A-2b as they come from the feeder. Of each page only what the document
 * will hold of it is kept, compressed: some 60 kB of a page of text at 300 dpi, where its JPEG has
 * a megabyte; so 200 sheets take 12 MB. It is all in memory: a file to spare the heap would put a
 * citizen's papers on the disk in plain. One thread at a time.
 */
public final class PageBinder implements AutoCloseable {

  private static final String COLOURS = "sRGB IEC61966-2.1";
  private static final String FONT = "F0";

  private final PDDocument document;
  private @Nullable TextLayer layer;
  private boolean written;

  /** Without pages yet. */
  public PageBinder() {
    this(IOUtils.createMemoryOnlyStreamCache());
  }

  /** Keeps what it holds of the pages there. */
  PageBinder(StreamCacheCreateFunction cache) {
    document = new PDDocument(cache);
  }

  /**
   * Takes one more page; its picture is not kept.
   *
   * @throws IllegalArgumentException when it is not a JPEG, or a broken one
   * @throws IllegalStateException when the document was written already
   */
  public void add(PageDocument.Sheet sheet) throws IOException {
    if (written) {
      throw new IllegalStateException("the document is written");
    }
    var jpeg = sheet.jpeg();
    if (jpeg.length < 4 || jpeg[0] != (byte) 0xFF || jpeg[1] != (byte) 0xD8) {
      throw new IllegalArgumentException("a sheet is not a JPEG");
    }
    var drawn = sheet.small() ? layers(jpeg) : whole(jpeg);
    COSDictionary font = null;
    if (!sheet.text().isEmpty()) {
      if (layer == null) {
        layer = new TextLayer(document);
      }
      font = layer.knowing(sheet.text());
    }
    add(sheet, drawn, font);
  }

  /** How many pages it has so far. */
  public int pages() {
    return document.getNumberOfPages();
  }

  /**
   * Writes the document, once.
   *
   * @param title shown by readers
   * @param at when it was made
   * @param out not closed
   * @throws IllegalStateException when it has no page, or was written already
   */
  public void write(String title, ZonedDateTime at, OutputStream out) throws IOException {
    if (written || pages() == 0) {
      throw new IllegalStateException(written ? "written already" : "a document without sheets");
    }
    written = true;
    if (layer != null) {
      layer.finish();
    }
    describe(document, title, at);
    document.save(out);
  }

  /** Lets go of the pages. */
  @Override
  public void close() throws IOException {
    document.close();
  }

  /** What is seen of a page, what is under comes first; and the size of the picture, pixels. */
  private record Drawn(List<PDImageXObject> images, int width, int height) {}

  private Drawn whole(byte[] jpeg) throws IOException {
    var image = JPEGFactory.createFromByteArray(document, jpeg);
    return new Drawn(List.of(image), image.getWidth(), image.getHeight());
  }

  private Drawn layers(byte[] jpeg) throws IOException {
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
    return new Drawn(images, layers.width(), layers.height());
  }

  private void add(PageDocument.Sheet sheet, Drawn drawn, @Nullable COSDictionary font)
      throws IOException {
    var page = new PDPage(new PDRectangle(sheet.widthPoints(), sheet.heightPoints()));
    document.addPage(page);
    var resources = new PDResources();
    page.setResources(resources);
    // The whole picture, not stretched, in the middle of the paper.
    var scale =
        Math.min(sheet.widthPoints() / drawn.width(), sheet.heightPoints() / drawn.height());
    var width = drawn.width() * scale;
    var height = drawn.height() * scale;
    var left = (sheet.widthPoints() - width) / 2;
    var bottom = (sheet.heightPoints() - height) / 2;
    var content = new StringBuilder();
    for (var image : drawn.images()) {
      content.append(
          String.format(
              Locale.ROOT,
              "q 0 g %.4f 0 0 %.4f %.4f %.4f cm /%s Do Q\n",
              width,
              height,
              left,
              bottom,
              resources.add(image).getName()));
    }
    if (font != null) {
      var fonts = new COSDictionary();
      fonts.setItem(FONT, font);
      resources.getCOSObject().setItem(COSName.FONT, fonts);
      content.append(TextLayer.operators(FONT, sheet.text(), scale, left, bottom + height));
    }
    var bytes = content.toString().getBytes(StandardCharsets.US_ASCII);
    page.setContents(new PDStream(TextLayer.stream(document, bytes)));
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
