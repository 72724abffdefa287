package io.yichuang.vision.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApartTest {

  @ParameterizedTest
  @ValueSource(ints = {0x303438, 0x8A7A60, 0x5070A0})
  void sheets_apart_on_one_platen_are_all_found(int platen) throws Exception {
    var image = new BufferedImage(1240, 1754, BufferedImage.TYPE_3BYTE_BGR);
    var g = Printed.pen(image);
    g.setColor(new Color(platen));
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    var truth = new ArrayList<Point>();
    var sheet = Printed.text(75, 20, 3).image();
    for (var place : new double[][] {{90, 120, 3}, {640, 260, -4}, {200, 950, 8}}) {
      var turn = AffineTransform.getTranslateInstance(place[0], place[1]);
      turn.rotate(Math.toRadians(place[2]));
      turn.scale(0.75, 0.75);
      g.drawImage(sheet, turn, null);
      var middle =
          turn.transform(
              new java.awt.geom.Point2D.Double(sheet.getWidth() / 2.0, sheet.getHeight() / 2.0),
              null);
      truth.add(new Point(middle.getX(), middle.getY()));
    }
    g.dispose();
    var found = PageFinder.findAll(Printed.bytes(image, "jpg"));
    assertThat(found).hasSize(3);
    for (var middle : truth) {
      assertThat(found).anyMatch(quad -> Quads.distance(middle(quad), middle) < 12);
    }
    var area = 0.75 * 0.75 * sheet.getWidth() * sheet.getHeight();
    assertThat(found).allMatch(quad -> Math.abs(Quads.area(quad) / area - 1) < 0.05);
  }

  private static Point middle(Quad quad) {
    var x = 0.0;
    var y = 0.0;
    List<Point> corners = Quads.corners(quad);
    for (var corner : corners) {
      x += corner.x() / 4;
      y += corner.y() / 4;
    }
    return new Point(x, y);
  }
}
