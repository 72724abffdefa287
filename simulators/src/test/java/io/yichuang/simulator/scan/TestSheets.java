package io.yichuang.simulator.scan;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Sheets that tell their number by a grey tone, so that a page can be told from another. */
final class TestSheets {
  private TestSheets() {}

  /** A quarter of A4 at 150 dpi proportions, all in one colour. */
  static byte[] plain(Color colour) {
    BufferedImage image = new BufferedImage(620, 877, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D g = image.createGraphics();
    g.setColor(colour);
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    g.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] grey(int tone) {
    return plain(new Color(tone, tone, tone));
  }

  /** A PDF whose page k is filled with grey 20 * (k % 12 + 1). */
  static byte[] pdf(int pages) throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (int k = 0; k < pages; k++) {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.setNonStrokingColor(20 * (k % 12 + 1) / 255f);
          content.addRect(0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
          content.fill();
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }
}
