package io.yichuang.kiosk;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** The simulators' person (public domain) as the face camera would see her before a wall. */
final class PhotoScene {
  static final Color WHITE = new Color(244, 244, 243);
  static final Color BLUE = new Color(90, 150, 205);

  /** A camera's picture. */
  private static final int WIDTH = 640;

  private static final int HEIGHT = 480;

  /** Between the eyes, in the portrait. */
  private static final double EYES_X = 226;

  private static final double EYES_Y = 103;

  private PhotoScene() {}

  /**
   * The person.
   *
   * @param size of the head: 1.9 where a photo is taken, less from afar
   */
  static byte[] before(byte[] portrait, Color wall, double size) {
    try {
      BufferedImage person = ImageIO.read(new ByteArrayInputStream(portrait));
      var scene = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
      Graphics2D g = scene.createGraphics();
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      g.setColor(wall);
      g.fillRect(0, 0, WIDTH, HEIGHT);
      g.setColor(new Color(44, 62, 92));
      g.fill(new Ellipse2D.Double(320 - 140 * size, 220 + 92 * size, 280 * size, 190 * size));
      var place = AffineTransform.getTranslateInstance(320, 220);
      place.scale(size, size);
      place.translate(-EYES_X, -EYES_Y);
      g.transform(place);
      var head = new Area(new Ellipse2D.Double(EYES_X - 66, 14, 132, 126));
      head.add(new Area(new Ellipse2D.Double(EYES_X - 49, 28, 100, 163)));
      head.add(new Area(new Rectangle2D.Double(190, 170, 66, 45)));
      g.setClip(head);
      g.drawImage(person, 0, 0, null);
      g.dispose();
      var out = new ByteArrayOutputStream();
      ImageIO.write(scene, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
