package io.yichuang.vision.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.vision.Vision;
import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

class FullFrameTest {

  @BeforeAll
  static void natives() {
    Vision.require();
  }

  @ParameterizedTest
  @ValueSource(strings = {"left, top", "left, top, right", "all"})
  void a_sheet_that_hangs_over_two_sides_or_all_is_called_cut(String sides) throws Exception {
    var photo = FullFrameTrials.photo(Table.DARK_WOOD, 0.2, 0, sides, 0.15);
    assertThat(FullFrameTrials.findings(photo))
        .as("seed %s", SheetTrials.SEED)
        .containsExactly(Finding.CUT_EDGE);
  }

  @ParameterizedTest
  @EnumSource(Table.class)
  void a_whole_sheet_on_any_table_is_not(Table table) throws Exception {
    var scene = Scene.of(Printed.text(110, 24, 0).image(), table, 0.2, SheetTrials.SEED);
    assertThat(FullFrameTrials.findings(scene.jpeg()))
        .as("seed %s", SheetTrials.SEED)
        .doesNotContain(Finding.CUT_EDGE);
    if (table != Table.WHITE && table != Table.TILES) {
      // Also if the finder had missed it; on a table as light as paper it would be called cut.
      try (var mats = new Mats()) {
        assertThat(FullFrame.borders(Picture.decode(scene.jpeg(), mats))).isLessThan(3);
      }
    }
  }

  @Test
  void a_table_alone_bears_no_print_and_is_not_called_a_cut_sheet() throws Exception {
    try (var mats = new Mats()) {
      var table = mats.keep(Scene.mat(Table.GREY.draw(960, 1280, new Random(SheetTrials.SEED))));
      assertThat(FullFrame.findings(Picture.jpeg(table, 92)))
          .contains(Finding.BLANK)
          .doesNotContain(Finding.CUT_EDGE);
    }
  }

  @Test
  void glare_and_darkness_are_told_without_an_edge_too() throws Exception {
    var sheet = FullFrameTrials.photo(Table.DARK_WOOD, 0.2, 0, "all", 0.15);
    try (var mats = new Mats()) {
      var photo = Picture.decode(sheet, mats);
      var dark = mats.mat();
      photo.convertTo(dark, -1, 0.15);
      assertThat(FullFrame.findings(Picture.jpeg(dark, 92))).contains(Finding.TOO_DARK);
      photo.convertTo(photo, -1, 0.72);
      var lamp = mats.keep(Mat.zeros(photo.size(), photo.type()));
      var middle = new org.opencv.core.Point(photo.cols() / 2.0, photo.rows() / 2.0);
      Imgproc.circle(lamp, middle, photo.cols() / 6, Scalar.all(255), -1);
      Imgproc.GaussianBlur(lamp, lamp, new Size(0, 0), 20);
      Core.add(photo, lamp, photo);
      Core.add(photo, lamp, photo);
      assertThat(FullFrame.findings(Picture.jpeg(photo, 92))).contains(Finding.GLARE);
    }
  }
}
