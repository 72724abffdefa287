package io.yichuang.vision.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.vision.Vision;
import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import java.awt.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

class HandsTest {
  private static final Color SKIN = new Color(222, 160, 128);

  @BeforeAll
  static void natives() {
    Vision.require();
  }

  /** As in a magazine: people are printed down to the lower edge. */
  @ParameterizedTest
  @EnumSource(
      value = Table.class,
      names = {"DARK_WOOD", "BLUE"})
  void people_who_are_printed_up_to_the_edge_hold_no_sheet(Table table) throws Exception {
    var page = Printed.text(110, 24, 7).image();
    var pen = page.createGraphics();
    pen.setColor(SKIN);
    int high = page.getHeight() / 8;
    for (int figure = 0; figure < 5; figure++) {
      pen.fillOval(
          page.getWidth() * (2 * figure + 1) / 11, page.getHeight() - high, high / 2, high);
      pen.fillRect(
          page.getWidth() * (2 * figure + 1) / 11, page.getHeight() - high / 2, high / 2, high / 2);
    }
    pen.dispose();
    var scene = Scene.of(page, table, 0.2, 7);
    try (var mats = new Mats()) {
      assertThat(Hands.cover(Picture.decode(scene.jpeg(), mats), scene.truth())).isFalse();
    }
  }

  /** On wood, which has the colour of skin, a thumb is told too: over each side, light and dark. */
  @ParameterizedTest
  @EnumSource(
      value = Table.class,
      names = {"DARK_WOOD", "LIGHT_WOOD", "CARPET", "BLUE"})
  void a_thumb_over_any_side_is_told_and_none_where_none_is(Table table) throws Exception {
    var scene = Scene.of(Printed.text(110, 24, 7).image(), table, 0.2, 7);
    try (var mats = new Mats()) {
      var photo = Picture.decode(scene.jpeg(), mats);
      assertThat(Hands.cover(photo, scene.truth())).isFalse();
      for (var side = 0; side < 4; side++) {
        for (var tone : new double[] {1, 0.5}) {
          var held = mats.keep(photo.clone());
          SheetTrials.thumb(held, scene.truth(), side, tone, mats);
          assertThat(Hands.cover(held, scene.truth())).as("side %s, tone %s", side, tone).isTrue();
        }
      }
    }
  }

  /** What is seen of the table where a corner is missing has the colour of skin on wood. */
  @ParameterizedTest
  @EnumSource(
      value = Table.class,
      names = {"DARK_WOOD", "LIGHT_WOOD"})
  void a_corner_that_is_missing_is_no_finger(Table table) throws Exception {
    var scene = Scene.of(Printed.text(110, 24, 7).image(), table, 0.2, 7);
    try (var mats = new Mats()) {
      var photo = Picture.decode(scene.jpeg(), mats);
      var corner = scene.truth().topRight();
      var beside = mats.keep(photo.clone());
      var wood = beside.get((int) corner.y() - 8, (int) corner.x() + 8);
      var gone =
          new org.opencv.core.MatOfPoint(
              new org.opencv.core.Point(corner.x() + 2, corner.y() - 2),
              new org.opencv.core.Point(corner.x() - 80, corner.y()),
              new org.opencv.core.Point(corner.x(), corner.y() + 80));
      Imgproc.fillConvexPoly(beside, mats.keep(gone), new Scalar(wood), Imgproc.LINE_AA);
      assertThat(Hands.cover(beside, scene.truth())).isFalse();
    }
  }
}
