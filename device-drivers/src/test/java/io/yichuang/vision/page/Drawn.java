package io.yichuang.vision.page;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Sheets drawn with a known truth. */
final class Drawn {

  final BufferedImage image;

  private Drawn(int width, int height, Color ground) {
    image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var g = image.createGraphics();
    g.setColor(ground);
    g.fillRect(0, 0, width, height);
    g.dispose();
  }

  /** A table with a paper on it, its grain seeded. */
  static Drawn table(int width, int height, Quad paper, Color light, Color dark, long seed) {
    var drawn = new Drawn(width, height, dark);
    var random = new Random(seed);
    var g = drawn.pen();
    for (var i = 0; i < 300; i++) {
      g.setColor(new Color(0, 0, 0, random.nextInt(12)));
      var y = random.nextInt(height);
      g.drawLine(0, y, width, y + random.nextInt(30) - 15);
    }
    var outline = new Polygon();
    Quads.corners(paper).forEach(p -> outline.addPoint((int) p.x(), (int) p.y()));
    g.setColor(light);
    g.fill(outline);
    var box = outline.getBounds();
    g.setClip(outline);
    g.setColor(Color.DARK_GRAY);
    for (var y = box.y + box.height / 8; y < box.y + box.height * 7 / 8; y += 14) {
      g.fillRect(box.x + box.width / 6, y, box.width / 3 + random.nextInt(box.width / 3), 5);
    }
    g.dispose();
    return drawn;
  }

  /** A page of text seen from straight above, turned about its middle. */
  static Drawn page(int width, int height, double degrees, boolean ink) {
    var drawn = new Drawn(width, height, Color.WHITE);
    if (ink) {
      var g = drawn.pen();
      g.setTransform(
          AffineTransform.getRotateInstance(Math.toRadians(degrees), width / 2.0, height / 2.0));
      g.setColor(Color.BLACK);
      g.setFont(new Font(Font.SERIF, Font.PLAIN, height / 55));
      for (var line = 4; line < 46; line++) {
        g.drawString(
            "The applicant declares what follows to be true.", width / 8, line * height / 50);
      }
      g.dispose();
    }
    return drawn;
  }

  Drawn stamp(int x, int y, int size) {
    var g = pen();
    g.setColor(new Color(200, 30, 40));
    g.setStroke(new java.awt.BasicStroke(size / 12f));
    g.drawOval(x, y, size, size);
    g.dispose();
    return this;
  }

  /** Darkens towards the right, as an arm over the sheet does. */
  Drawn shadow(int darkest) {
    var g = pen();
    g.setPaint(
        new GradientPaint(
            0, 0, new Color(0, 0, 0, 0), image.getWidth(), 0, new Color(0, 0, 0, darkest)));
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    g.dispose();
    return this;
  }

  /** The whole picture darker, alpha 0 to 255. */
  Drawn dark(int alpha) {
    var g = pen();
    g.setColor(new Color(0, 0, 0, alpha));
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    g.dispose();
    return this;
  }

  Drawn glare(int x, int y, int size) {
    var g = pen();
    g.setColor(Color.WHITE);
    g.fillOval(x, y, size, size);
    g.dispose();
    return this;
  }

  Drawn blurred(int reach) {
    var side = 2 * reach + 1;
    var weights = new float[side * side];
    // A Gaussian: an even box makes a thin stroke into a block with sharp borders.
    var sigma = reach / 2.0;
    var sum = 0f;
    for (var i = 0; i < weights.length; i++) {
      var x = i % side - reach;
      var y = i / side - reach;
      weights[i] = (float) Math.exp(-(x * x + y * y) / (2 * sigma * sigma));
      sum += weights[i];
    }
    for (var i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    var out = new ConvolveOp(new Kernel(side, side, weights), ConvolveOp.EDGE_NO_OP, null);
    var result = new Drawn(image.getWidth(), image.getHeight(), Color.WHITE);
    out.filter(image, result.image);
    return result;
  }

  byte[] jpeg() {
    try {
      var out = new ByteArrayOutputStream();
      ImageIO.write(image, "jpg", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Graphics2D pen() {
    var g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    return g;
  }
}
