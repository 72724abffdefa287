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
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
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

  /** A page of a scanned file takes 1 s, a map with a hundred thousand lines some 10 s. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Nobody sees what was lost. */
  private static final int QUALITY = 95;

  private static final byte[] START = {'%', 'P', 'D', 'F', '-'};

  private final PDDocument document;
  private final PDFRenderer renderer;
  private final Duration patience;
  private long until;

  private PdfPages(PDDocument document, Duration patience) {
    this.document = document;
    this.patience = patience;
    renderer = new Timed(document);
    // Of a picture finer than the page only what is needed is decoded.
    renderer.setSubsamplingAllowed(true);
  }

  /** Stops between two operators once the time is over. */
  private final class Timed extends PDFRenderer {

    private Timed(PDDocument document) {
      super(document);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
      return new PageDrawer(parameters) {
        @Override
        protected void processOperator(Operator operator, List<COSBase> operands)
            throws IOException {
          if (System.nanoTime() > until) {
            throw new IOException("out of time");
          }
          super.processOperator(operator, operands);
        }
      };
    }
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
    return open(file, PATIENCE);
  }

  static PdfPages open(Path file, Duration patience) throws UnreadableImageException {
    Vision.require();
    try {
      return new PdfPages(
          Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache()), patience);
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
      PdfBounds.check(page);
      until = System.nanoTime() + patience.toNanos();
      var image = renderer.renderImageWithDPI(number, dpi, ImageType.BGR);
      if (System.nanoTime() > until) {
        // Where a form was being painted, PDFBox goes on without it.
        throw new UnreadableImageException("the page takes too long");
      }
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
