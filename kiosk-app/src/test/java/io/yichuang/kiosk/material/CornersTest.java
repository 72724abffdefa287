package io.yichuang.kiosk.material;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.kiosk.material.Corners.Doubt;
import io.yichuang.vision.page.Point;
import io.yichuang.vision.page.Quad;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CornersTest {
  private static final int LONG_SIDE = 1000;

  private static Quad quad(double... at) {
    return new Quad(
        new Point(at[0], at[1]),
        new Point(at[2], at[3]),
        new Point(at[4], at[5]),
        new Point(at[6], at[7]));
  }

  @Test
  void a_sheet_seen_aslant_or_lying_on_its_side_can_be_cut() {
    assertThat(
            Stream.of(
                quad(100, 120, 700, 80, 760, 640, 60, 600),
                quad(700, 80, 760, 640, 60, 600, 100, 120),
                quad(0, 0, 1000, 0, 1000, 700, 0, 700)))
        .allSatisfy(sheet -> assertThat(Corners.doubt(sheet, LONG_SIDE)).isEmpty());
  }

  @Test
  void sides_that_cross_bend_inwards_or_show_the_sheet_from_behind_are_refused() {
    assertThat(
            Stream.of(
                quad(700, 80, 100, 120, 760, 640, 60, 600), // the upper two changed places
                quad(100, 120, 60, 600, 760, 640, 700, 80), // mirrored
                quad(100, 120, 700, 80, 200, 200, 60, 600), // one bent in
                quad(100, 100, 400, 100, 700, 100, 60, 600), // three on a line
                quad(100, 100, 100, 100, 700, 600, 60, 600))) // two are one
        .allSatisfy(sheet -> assertThat(Corners.doubt(sheet, LONG_SIDE)).contains(Doubt.CROSSED));
  }

  @Test
  void a_side_shorter_than_a_tenth_of_the_picture_is_too_small() {
    assertThat(Corners.doubt(quad(100, 100, 199, 100, 199, 600, 100, 600), LONG_SIDE))
        .contains(Doubt.SMALL);
    assertThat(Corners.doubt(quad(100, 100, 200, 100, 200, 600, 100, 600), LONG_SIDE)).isEmpty();
  }

  @Test
  void what_was_told_is_what_is_read() {
    Quad sheet = quad(100.5, 120, 700, 80, 760, 640, 60, 600);
    var told = JsonMapper.shared().readTree(Corners.flat(sheet).toString());
    assertThat(Corners.read(told, LONG_SIDE)).contains(sheet);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "null",
        "7",
        "[1,2,3,4,5,6,7]",
        "[1,2,3,4,5,6,7,8,9]",
        "[1,2,3,4,5,6,7,1001]",
        "[1,2,3,4,5,6,7,-1]",
        "[1,2,3,4,5,6,7,null]",
        "[1,2,3,4,5,6,7,\"NaN\"]",
        "[1,2,3,4,5,6,7,[8]]",
        "{\"a\":1,\"b\":2,\"c\":3,\"d\":4,\"e\":5,\"f\":6,\"g\":7,\"h\":8}"
      })
  void anything_else_is_no_corners(String told) {
    assertThat(Corners.read(JsonMapper.shared().readTree(told), LONG_SIDE)).isEmpty();
  }
}
