package io.yichuang.kiosk;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * How like two pictures of a sheet are: where it is dark against what lies around it, whatever the
 * light, the size and the quarter turn. From -1 to 1; the same sheet has more than any other.
 */
final class Likeness {
  /** So coarse that a sheet found some pixels askew is still the same. */
  private static final int SIDE = 64;

  /** What is around a point, in points. */
  private static final int AROUND = 6;

  /** Enough for {@link #SIDE}. */
  private static final int DPI = 50;

  private Likeness() {}

  static double of(BufferedImage one, BufferedImage other) {
    double[] wanted = contrast(one);
    return IntStream.range(0, 4)
        .mapToDouble(turns -> correlation(wanted, contrast(turned(other, turns))))
        .max()
        .orElseThrow();
  }

  /** Each page of a document as a picture. */
  static List<BufferedImage> pages(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      var renderer = new PDFRenderer(document);
      var pages = new ArrayList<BufferedImage>();
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        pages.add(renderer.renderImageWithDPI(page, DPI));
      }
      return pages;
    }
  }

  /** Which of the sheets each page shows. */
  static List<Integer> sheets(List<BufferedImage> pages, List<BufferedImage> sheets) {
    return pages.stream()
        .map(page ->
            IntStream.range(0, sheets.size())
                .boxed()
                .max(Comparator.comparingDouble(sheet -> of(sheets.get(sheet), page)))
                .orElseThrow())
        .toList();
  }

  /** The part of a photo within its truth. */
  static BufferedImage within(byte[] photo, List<double[]> corners) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(photo));
    var flat = new BufferedImage(SIDE * 4, SIDE * 4, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < flat.getHeight(); y++) {
      for (int x = 0; x < flat.getWidth(); x++) {
        double[] at = between(corners, (x + 0.5) / flat.getWidth(), (y + 0.5) / flat.getHeight());
        int px = Math.clamp((int) at[0], 0, image.getWidth() - 1);
        int py = Math.clamp((int) at[1], 0, image.getHeight() - 1);
        flat.setRGB(x, y, image.getRGB(px, py));
      }
    }
    return flat;
  }

  /** The point of the square in the quadrilateral, by the projection that carries one to it. */
  private static double[] between(List<double[]> corners, double u, double v) {
    double[] a = corners.get(0);
    double[] b = corners.get(1);
    double[] c = corners.get(2);
    double[] d = corners.get(3);
    double sx = a[0] - b[0] + c[0] - d[0];
    double sy = a[1] - b[1] + c[1] - d[1];
    double x1 = b[0] - c[0];
    double y1 = b[1] - c[1];
    double x2 = d[0] - c[0];
    double y2 = d[1] - c[1];
    double det = x1 * y2 - x2 * y1;
    double g = (sx * y2 - x2 * sy) / det;
    double h = (x1 * sy - sx * y1) / det;
    double w = g * u + h * v + 1;
    double x = ((b[0] - a[0] + g * b[0]) * u + (d[0] - a[0] + h * d[0]) * v + a[0]) / w;
    double y = ((b[1] - a[1] + g * b[1]) * u + (d[1] - a[1] + h * d[1]) * v + a[1]) / w;
    return new double[] {x, y};
  }

  private static BufferedImage turned(BufferedImage image, int turns) {
    if (turns == 0) {
      return image;
    }
    boolean across = turns % 2 == 1;
    int width = across ? image.getHeight() : image.getWidth();
    int height = across ? image.getWidth() : image.getHeight();
    var turned = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = turned.createGraphics();
    var move = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
    move.quadrantRotate(turns);
    move.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
    g.drawImage(image, move, null);
    g.dispose();
    return turned;
  }

  private static double[] contrast(BufferedImage image) {
    var small = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = small.createGraphics();
    g.drawImage(image.getScaledInstance(SIDE, SIDE, Image.SCALE_AREA_AVERAGING), 0, 0, null);
    g.dispose();
    int[] grey = small.getRaster().getPixels(0, 0, SIDE, SIDE, (int[]) null);
    double[] contrast = new double[grey.length];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double sum = 0;
        int count = 0;
        for (int ny = Math.max(0, y - AROUND); ny <= Math.min(SIDE - 1, y + AROUND); ny++) {
          for (int nx = Math.max(0, x - AROUND); nx <= Math.min(SIDE - 1, x + AROUND); nx++) {
            sum += grey[ny * SIDE + nx];
            count++;
          }
        }
        contrast[y * SIDE + x] = grey[y * SIDE + x] - sum / count;
      }
    }
    return contrast;
  }

  private static double correlation(double[] one, double[] other) {
    double both = 0;
    double first = 0;
    double second = 0;
    for (int i = 0; i < one.length; i++) {
      both += one[i] * other[i];
      first += one[i] * one[i];
      second += other[i] * other[i];
    }
    return both / Math.sqrt(first * second + 1e-9);
  }
}
