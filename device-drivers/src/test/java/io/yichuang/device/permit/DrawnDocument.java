package io.yichuang.device.permit;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * A document of nobody under a camera, its zone in OCR-B at ICAO 9303's pitch.
 *
 * @param rows of the zone
 * @param degrees by which it lies turned, clockwise
 * @param noise deviation of each pixel, of 255
 * @param cut part of the picture's width that is missing at its right
 */
record DrawnDocument(List<String> rows, double degrees, int noise, double cut) {
  private static final int DPI = 300;
  private static final double MM = DPI / 25.4;

  /** Millimetres: ICAO 9303 part 3, 4.2 and part 4 to 6; the first position from the left. */
  private static final double PITCH = 2.54;

  private static final double LINES = 6.35;
  private static final double LEFT = 5;
  private static final double BOTTOM = 6.2;

  private static final Font OCR_B = font();

  private static Font font() {
    try (var in = DrawnDocument.class.getResourceAsStream("OCRB.otf")) {
      Font font = Font.createFont(Font.TRUETYPE_FONT, in);
      return font.deriveFont((float) (font.getSize2D() * PITCH * MM / 0.6));
    } catch (IOException | FontFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] jpeg(long seed) throws IOException {
    int columns = rows.isEmpty() ? 44 : rows.getFirst().length();
    double wide = columns == 30 ? 85.6 : columns == 36 ? 105 : 125;
    double high = columns == 30 ? 54 : columns == 36 ? 74 : 88;
    int width = (int) (wide * MM);
    int height = (int) (high * MM);
    var image =
        new BufferedImage(
            (int) (width * 1.25), (int) (height * 1.35), BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setColor(new Color(60, 70, 80));
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    g.rotate(Math.toRadians(degrees), image.getWidth() / 2.0, image.getHeight() / 2.0);
    g.translate((image.getWidth() - width) / 2.0, (image.getHeight() - height) / 2.0);
    g.setColor(new Color(232, 238, 232));
    g.fillRect(0, 0, width, height);
    g.setColor(new Color(150, 160, 170));
    g.fillRect((int) (5 * MM), (int) (8 * MM), (int) (18 * MM), (int) (20 * MM));
    g.setColor(new Color(20, 20, 24));
    g.setFont(OCR_B.deriveFont((float) (3.2 * MM)));
    g.drawString("UTOPIA", (int) (30 * MM), (int) (9 * MM));
    g.drawString("SPECIMEN OF NOBODY", (int) (30 * MM), (int) (16 * MM));
    g.drawString("12 AUG 1974", (int) (30 * MM), (int) (23 * MM));
    zone(g, height);
    g.dispose();
    grain(image, new Random(seed));
    var out = new ByteArrayOutputStream();
    int left = (int) (image.getWidth() * (1 - cut));
    ImageIO.write(image.getSubimage(0, 0, left, image.getHeight()), "jpg", out);
    return out.toByteArray();
  }

  /** Character by character, so that the pitch is the standard's and not the font's. */
  private void zone(Graphics2D g, int height) {
    double advance = g.getFontMetrics(OCR_B).getStringBounds("<", g).getWidth();
    g.setFont(OCR_B.deriveFont((float) (OCR_B.getSize2D() * PITCH * MM / advance)));
    for (int row = 0; row < rows.size(); row++) {
      double y = height - (BOTTOM + (rows.size() - 1 - row) * LINES) * MM;
      for (int i = 0; i < rows.get(row).length(); i++) {
        g.drawString(
            rows.get(row).substring(i, i + 1), (float) ((LEFT + i * PITCH) * MM), (float) y);
      }
    }
  }

  private void grain(BufferedImage image, Random random) {
    byte[] pixels = ((java.awt.image.DataBufferByte) image.getRaster().getDataBuffer()).getData();
    for (int i = 0; noise > 0 && i < pixels.length; i++) {
      long value = Math.round((pixels[i] & 0xFF) + random.nextGaussian() * noise);
      pixels[i] = (byte) Math.clamp(value, 0, 255);
    }
  }
}
