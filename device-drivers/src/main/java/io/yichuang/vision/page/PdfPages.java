package io.yichuang.vision.page;

import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.Vision;
import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.opencv.core.CvType;

/**
 * The pages of a PDF as pictures, one at a time: the file stays on the disk, and a page or a
 * picture in it that would fill the memory is refused. One thread at a time.
 */
public final class PdfPages implements Closeable {

  /** What paper is scanned at. */
  private static final int DPI = 300;

  /** A3 at 300 dpi has 17.4 million; a larger page is rendered coarser. */
  private static final double MOST_PIXELS = 18_000_000;

  /** Coarser than this no text can be read: a drawing of some square metres. */
  private static final int LEAST_DPI = 72;

  private static final double POINTS_PER_INCH = 72;

  /** Forms within forms: more is a knot. */
  private static final int DEPTH = 8;

  /** Nobody sees what was lost. */
  private static final int QUALITY = 95;

  private static final byte[] START = {'%', 'P', 'D', 'F', '-'};

  private final PDDocument document;
  private final PDFRenderer renderer;

  private PdfPages(PDDocument document) {
    this.document = document;
    renderer = new PDFRenderer(document);
    // Of a picture finer than the page only what is needed is decoded.
    renderer.setSubsamplingAllowed(true);
  }

  /** Whether the file is one; of a pipe nothing is read, and it is none. */
  public static boolean is(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (var in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(START.length), START);
    }
  }

  /**
   * Opens a PDF.
   *
   * @throws UnreadableImageException when it is broken or locked
   * @throws IllegalStateException when vision is missing
   */
  public static PdfPages open(Path file) throws UnreadableImageException {
    Vision.require();
    try {
      return new PdfPages(Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache()));
    } catch (InvalidPasswordException e) {
      throw new UnreadableImageException("the PDF is locked by a password");
    } catch (IOException e) {
      throw new UnreadableImageException("the PDF is broken");
    }
  }

  public int count() {
    return document.getNumberOfPages();
  }

  /**
   * A page as a picture.
   *
   * @param jpeg the picture
   * @param dpi dots per inch: 300, less for a page beyond A3
   */
  public record Rendered(byte[] jpeg, int dpi) {
    @Override
    public String toString() {
      return "Rendered[" + jpeg.length + " bytes, " + dpi + " dpi]";
    }
  }

  /**
   * Renders a page, on white.
   *
   * @param number from 0
   * @throws UnreadableImageException when it is broken, too large, or holds too large a picture
   */
  public Rendered render(int number) throws UnreadableImageException {
    try {
      var page = document.getPage(number);
      var dpi = dpi(page);
      bounded(page.getResources(), DEPTH);
      var image = renderer.renderImageWithDPI(number, dpi, ImageType.BGR);
      return new Rendered(jpeg(image), dpi);
    } catch (IOException e) {
      throw new UnreadableImageException("the page is broken");
    }
  }

  private static int dpi(PDPage page) throws UnreadableImageException {
    var box = page.getCropBox();
    var inches = Math.abs(box.getWidth() * (double) box.getHeight()) / Math.pow(POINTS_PER_INCH, 2);
    var dpi = Math.min(DPI, Math.floor(Math.sqrt(MOST_PIXELS / inches)));
    if (!(dpi >= LEAST_DPI)) {
      throw new UnreadableImageException("the page is too large");
    }
    return (int) dpi;
  }

  /** A picture of a few kilobytes may say that it has a billion pixels. */
  private static void bounded(PDResources resources, int depth)
      throws IOException, UnreadableImageException {
    if (resources == null) {
      return;
    }
    if (depth == 0) {
      throw new UnreadableImageException("the page is knotted");
    }
    for (var name : resources.getXObjectNames()) {
      switch (resources.getXObject(name)) {
        case PDImageXObject image
            when (long) image.getWidth() * image.getHeight() > Picture.MAX_PIXELS ->
            throw new UnreadableImageException(
                "a picture in the PDF is larger than " + Picture.MAX_PIXELS + " pixels");
        case PDFormXObject form -> bounded(form.getResources(), depth - 1);
        case null, default -> {
          // Small enough, or nothing that is painted.
        }
      }
    }
  }

  private static byte[] jpeg(BufferedImage image) {
    try (var mats = new Mats()) {
      var mat =
          mats.keep(new org.opencv.core.Mat(image.getHeight(), image.getWidth(), CvType.CV_8UC3));
      mat.put(0, 0, ((DataBufferByte) image.getRaster().getDataBuffer()).getData());
      return Picture.jpeg(mat, QUALITY);
    }
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
