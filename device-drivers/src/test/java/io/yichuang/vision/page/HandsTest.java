package io.yichuang.vision.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.vision.Vision;
import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import java.awt.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
}
