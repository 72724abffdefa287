package io.yichuang.simulator.camera;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** How a picture fills a sensor. */
final class Framing {
  /**
   * Of a tall picture at least this much of the height is shown. Portraits have the chin at about
   * three quarters; what lies below is cloth.
   */
  private static final double LEAST_HEIGHT = 0.75;

  private Framing() {}

  /** The whole picture, no side longer than {@code longest}; never enlarged. */
  static BufferedImage within(BufferedImage picture, int longest) {
    double scale =
        Math.min(1, (double) longest / Math.max(picture.getWidth(), picture.getHeight()));
    int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
    BufferedImage fitted = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    draw(picture, fitted, 0, 0, width, height);
    return fitted;
  }

  /**
   * As a person stands before the camera: the picture fills the frame. Of a wide one the sides are
   * cut alike, of a tall one the foot; if even that does not do, its outermost columns go on to the
   * frame's sides, as a wall would.
   */
  static BufferedImage standing(BufferedImage picture, int width, int height) {
    double aspect = (double) width / height;
    double w = picture.getWidth();
    double h = picture.getHeight();
    double shownWidth = Math.min(w, h * aspect);
    double shownHeight = Math.max(Math.min(h, w / aspect), h * LEAST_HEIGHT);
    double scale = height / shownHeight;
    BufferedImage frame = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    int left = (int) Math.round((width - w * scale) / 2);
    int drawn = (int) Math.round(w * scale);
    draw(picture, frame, left, 0, drawn, (int) Math.round(h * scale));
    if (shownWidth * scale < width - 1) {
      spread(frame, Math.max(left, 0), Math.min(left + drawn, width) - 1);
    }
    return frame;
  }

  private static void spread(BufferedImage frame, int first, int last) {
    for (int y = 0; y < frame.getHeight(); y++) {
      for (int x = 0; x < first; x++) {
        frame.setRGB(x, y, frame.getRGB(first, y));
      }
      for (int x = last + 1; x < frame.getWidth(); x++) {
        frame.setRGB(x, y, frame.getRGB(last, y));
      }
    }
  }

  private static void draw(BufferedImage from, BufferedImage to, int x, int y, int w, int h) {
    Graphics2D g = to.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    g.drawImage(from, x, y, w, h, null);
    g.dispose();
  }
}
