package io.yichuang.kiosk.document;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;

/**
 * The look of an official seal: a red ring, the office's name along it, a star in the middle. It is
 * an appearance, not an electronic seal in the sense of GB/T 38540: that is the platform's to make.
 */
final class Seal {
  /** State organs' seals are 42 mm wide. */
  private static final float DIAMETER_MM = 42;

  /** The name runs over this part of the ring, open below. */
  private static final double ARC_DEGREES = 250;

  private Seal() {}

  static void draw(Sheet sheet, float centreXMm, float centreYMm, String office)
      throws IOException {
    PDPageContentStream stream = sheet.stream();
    float x = Sheet.points(centreXMm);
    float y = Sheet.points(Sheet.HEIGHT_MM - centreYMm);
    float radius = Sheet.points(DIAMETER_MM / 2);
    stream.saveGraphicsState();
    stream.setStrokingColor(0.83f, 0.13f, 0.13f);
    stream.setNonStrokingColor(0.83f, 0.13f, 0.13f);
    circle(stream, x, y, radius);
    star(stream, x, y, radius * 0.33f);
    name(stream, sheet.boldFont(), x, y, radius * 0.72f, office);
    stream.restoreGraphicsState();
  }

  private static void circle(PDPageContentStream stream, float x, float y, float r)
      throws IOException {
    // Four Bézier arcs; 0.5523 is the usual factor for a quarter circle.
    float k = 0.5523f * r;
    stream.setLineWidth(2.6f);
    stream.moveTo(x + r, y);
    stream.curveTo(x + r, y + k, x + k, y + r, x, y + r);
    stream.curveTo(x - k, y + r, x - r, y + k, x - r, y);
    stream.curveTo(x - r, y - k, x - k, y - r, x, y - r);
    stream.curveTo(x + k, y - r, x + r, y - k, x + r, y);
    stream.closePath();
    stream.stroke();
  }

  private static void star(PDPageContentStream stream, float x, float y, float r)
      throws IOException {
    for (int i = 0; i < 10; i++) {
      double angle = Math.PI / 2 + i * Math.PI / 5;
      double length = i % 2 == 0 ? r : r * 0.382;
      float px = (float) (x + length * Math.cos(angle));
      float py = (float) (y + length * Math.sin(angle));
      if (i == 0) {
        stream.moveTo(px, py);
      } else {
        stream.lineTo(px, py);
      }
    }
    stream.closePath();
    stream.fill();
  }

  private static void name(
      PDPageContentStream stream, PDType0Font font, float x, float y, float radius, String office)
      throws IOException {
    int[] letters = office.codePoints().toArray();
    float size = Math.min(15, 190f / Math.max(letters.length, 1));
    double step = letters.length < 2 ? 0 : Math.min(26, ARC_DEGREES / (letters.length - 1));
    double first = 90 + step * (letters.length - 1) / 2;
    for (int i = 0; i < letters.length; i++) {
      String letter = Character.toString(letters[i]);
      double angle = Math.toRadians(first - i * step);
      float half = font.getStringWidth(letter) / 2000 * size;
      var place = new AffineTransform();
      place.translate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
      place.rotate(angle - Math.PI / 2);
      place.translate(-half, -size * 0.35);
      stream.beginText();
      stream.setFont(font, size);
      stream.setTextMatrix(new Matrix(place));
      stream.showText(letter);
      stream.endText();
    }
  }
}
