package io.yichuang.vision.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  /** Too small for the page finder, which takes a cloth's squares for as good. Millimetres. */
  @ParameterizedTest
  @CsvSource({
    "DARK_WOOD, 80, 150, 2",
    "BLUE, 85.6, 54, 2",
    "DARK_WOOD, 0, 0, 1",
    "CARPET, 0, 0, 1",
    "GREY, 0, 0, 1"
  })
  void a_receipt_or_a_card_beside_a_sheet_is_found_too(
      Table table, double width, double height, int sheets) throws Exception {
    var image = table.draw(1280, 960, new Random(79));
    var g = Printed.pen(image);
    var sheet = Printed.text(75, 24, 2).image();
    // A4 is 297 mm high.
    var tall = 700.0;
    var turn = AffineTransform.getTranslateInstance(120, 110);
    turn.rotate(0.05);
    turn.scale(tall / sheet.getHeight(), tall / sheet.getHeight());
    g.drawImage(sheet, turn, null);
    g.translate(830, 300);
    g.rotate(-0.2);
    g.setColor(new Color(244, 243, 238));
    g.fill(new Rectangle2D.Double(0, 0, width * tall / 297, height * tall / 297));
    g.dispose();
    var found = PageFinder.findAll(Printed.bytes(image, "jpg"));
    assertThat(found).hasSize(sheets);
    if (sheets == 2) {
      var area = width * height * Math.pow(tall / 297, 2);
      assertThat(Quads.area(found.getLast()) / area).isBetween(0.9, 1.1);
    }
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
