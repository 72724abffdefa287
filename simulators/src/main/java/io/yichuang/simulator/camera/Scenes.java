package io.yichuang.simulator.camera;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Random;

/** What a camera sees when nobody shows it anything. */
final class Scenes {
  private Scenes() {}

  /** The dark mat of a document camera, with its weave and the lamp's fall-off. */
  static BufferedImage mat(int width, int height, long seed) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D g = image.createGraphics();
    g.setPaint(
        new RadialGradientPaint(
            width / 2f,
            height / 2f,
            Math.max(width, height) * 0.7f,
            new float[] {0, 1},
            new Color[] {new Color(52, 54, 58), new Color(26, 27, 30)}));
    g.fillRect(0, 0, width, height);
    g.dispose();
    Random random = new Random(seed);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int weave = ((x + y) % 6 < 3 ? 2 : -2) + random.nextInt(5) - 2;
        image.setRGB(x, y, shifted(image.getRGB(x, y), weave));
      }
    }
    return image;
  }

  /** A hall's wall and floor behind the place where people stand; nobody there. */
  static BufferedImage room(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setPaint(
        new GradientPaint(0, 0, new Color(214, 218, 216), 0, height, new Color(168, 174, 172)));
    g.fillRect(0, 0, width, height);
    g.setColor(new Color(122, 112, 100));
    g.fillRect(0, height * 4 / 5, width, height);
    g.setColor(new Color(236, 240, 242));
    g.fillRect(width / 10, height / 8, width / 4, height / 3);
    g.setColor(new Color(150, 158, 160));
    g.drawRect(width / 10, height / 8, width / 4, height / 3);
    g.setColor(new Color(104, 124, 110));
    g.fillRect(width * 4 / 5, height * 3 / 5, width / 12, height / 5);
    g.dispose();
    return image;
  }

  private static int shifted(int rgb, int by) {
    int r = Math.clamp((rgb >> 16 & 0xFF) + by, 0, 255);
    int g = Math.clamp((rgb >> 8 & 0xFF) + by, 0, 255);
    int b = Math.clamp((rgb & 0xFF) + by, 0, 255);
    return r << 16 | g << 8 | b;
  }
}
