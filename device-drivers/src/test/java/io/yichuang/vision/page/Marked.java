package io.yichuang.vision.page;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Polygon;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A scene with the truth in green and what was found in red. */
final class Marked {

  private Marked() {}

  static byte[] jpeg(Scene scene, Optional<Quad> found) throws IOException {
    var image = ImageIO.read(new ByteArrayInputStream(scene.jpeg()));
    var g = image.createGraphics();
    g.setStroke(new BasicStroke(4));
    g.setColor(Color.GREEN);
    g.draw(polygon(scene.truth()));
    g.setColor(Color.RED);
    found.ifPresent(quad -> g.draw(polygon(quad)));
    g.dispose();
    return Printed.bytes(image, "jpg");
  }

  private static Polygon polygon(Quad quad) {
    var polygon = new Polygon();
    Quads.corners(quad).forEach(p -> polygon.addPoint((int) p.x(), (int) p.y()));
    return polygon;
  }
}
