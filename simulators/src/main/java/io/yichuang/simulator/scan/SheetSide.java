package io.yichuang.simulator.scan;

import io.yichuang.simulator.paper.Pdfs;
import io.yichuang.simulator.paper.Pictures;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * One side of an A4 sheet; it is drawn only while it passes the scanner's lamp, so a full feeder
 * stays small.
 */
sealed interface SheetSide {
  /** A4, ISO 216. */
  double WIDTH_MM = 210;

  double HEIGHT_MM = 297;

  double MM_PER_INCH = 25.4;

  /** Paper is a little less than white. */
  Color PAPER = new Color(252, 252, 250);

  /** What it is drawn from; the pages of a PDF have the same. */
  default byte[] source() {
    return NOTHING;
  }

  byte[] NOTHING = {};

  /** The whole side at the given resolution, as 3-byte BGR. */
  BufferedImage render(int dpi) throws IOException;

  static int pixels(double mm, int dpi) {
    return (int) Math.round(mm / MM_PER_INCH * dpi);
  }

  private static BufferedImage paper(int dpi) {
    BufferedImage side =
        new BufferedImage(
            pixels(WIDTH_MM, dpi), pixels(HEIGHT_MM, dpi), BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D g = side.createGraphics();
    g.setColor(PAPER);
    g.fillRect(0, 0, side.getWidth(), side.getHeight());
    g.dispose();
    return side;
  }

  /** The empty back of a sheet, or the empty lid of the platen. */
  record Blank() implements SheetSide {
    @Override
    public BufferedImage render(int dpi) {
      return paper(dpi);
    }
  }

  /** A picture, as large as fits on the sheet. */
  final class Picture implements SheetSide {
    private final byte[] encoded;

    Picture(byte[] encoded) {
      this.encoded = encoded;
    }

    @Override
    public byte[] source() {
      return encoded;
    }

    @Override
    public BufferedImage render(int dpi) throws IOException {
      BufferedImage picture = Pictures.decode(encoded);
      BufferedImage side = paper(dpi);
      double scale =
          Math.min(
              (double) side.getWidth() / picture.getWidth(),
              (double) side.getHeight() / picture.getHeight());
      AffineTransform place =
          AffineTransform.getTranslateInstance(
              (side.getWidth() - picture.getWidth() * scale) / 2,
              (side.getHeight() - picture.getHeight() * scale) / 2);
      place.scale(scale, scale);
      Graphics2D g = side.createGraphics();
      g.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      g.drawImage(picture, place, null);
      g.dispose();
      return side;
    }
  }

  /** One page of a PDF, as large as fits on the sheet. */
  final class PdfPage implements SheetSide {
    private final byte[] pdf;
    private final int index;

    PdfPage(byte[] pdf, int index) {
      this.pdf = pdf;
      this.index = index;
    }

    @Override
    public byte[] source() {
      return pdf;
    }

    @Override
    public BufferedImage render(int dpi) throws IOException {
      BufferedImage side = paper(dpi);
      try (PDDocument document = Pdfs.open(pdf)) {
        PDRectangle box = document.getPage(index).getCropBox();
        boolean lying = document.getPage(index).getRotation() % 180 != 0;
        double width = lying ? box.getHeight() : box.getWidth();
        double height = lying ? box.getWidth() : box.getHeight();
        float scale = (float) Math.min(side.getWidth() / width, side.getHeight() / height);
        Graphics2D g = side.createGraphics();
        g.translate((side.getWidth() - width * scale) / 2, (side.getHeight() - height * scale) / 2);
        g.setBackground(PAPER);
        PDFRenderer renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        renderer.renderPageToGraphics(index, g, scale);
        g.dispose();
      }
      return side;
    }
  }
}
