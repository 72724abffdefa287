package io.yichuang.vision.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yichuang.vision.Samples;
import io.yichuang.vision.UnreadableImageException;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageFinderTest {

  private static final Quad WHOLE =
      new Quad(new Point(120, 60), new Point(520, 70), new Point(540, 420), new Point(100, 410));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void a_sheet_on_a_table_is_found_where_it_lies(long seed) throws Exception {
    var random = new Random(seed);
    var truth = new ArrayList<Point>();
    for (var p : Quads.corners(WHOLE)) {
      truth.add(new Point(p.x() + random.nextInt(60) - 30, p.y() + random.nextInt(60) - 30));
    }
    var quad = new Quad(truth.get(0), truth.get(1), truth.get(2), truth.get(3));
    var dark = new Color(40 + random.nextInt(120), 60 + random.nextInt(80), 70);
    var drawn = Drawn.table(640, 480, quad, new Color(240, 238, 230), dark, seed);
    var found = PageFinder.find(drawn.jpeg());
    assertThat(found).as("seed %s", seed).isPresent();
    assertThat(Overlap.iou(quad, found.get())).as("seed %s", seed).isGreaterThan(0.95);
  }

  @Test
  void the_corners_come_in_the_order_of_reading() throws Exception {
    var drawn = Drawn.table(640, 480, WHOLE, Color.WHITE, new Color(60, 70, 60), 9);
    var found = PageFinder.find(drawn.jpeg()).orElseThrow();
    assertThat(Quads.moved(WHOLE, found)).isLessThan(8);
  }

  @Test
  void an_empty_table_has_no_page() throws Exception {
    var gradient = Drawn.page(640, 480, 0, false).shadow(120);
    assertThat(PageFinder.find(gradient.jpeg())).isEmpty();
  }

  @Test
  void garbage_is_refused() {
    assertThatThrownBy(() -> PageFinder.find(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9}))
        .isInstanceOf(UnreadableImageException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"test3.jpg", "test6.JPG", "test8.JPG", "25_2.jpg", "1023-receipt.jpg"})
  void real_paper_is_found(String name) throws Exception {
    var photo = Samples.read("paper/" + name);
    var json =
        new String(Samples.read("paper/corners.json"), java.nio.charset.StandardCharsets.UTF_8);
    var found = PageFinder.find(photo);
    assertThat(found).isPresent();
    assertThat(Overlap.iou(Truth.of(json, name), found.get())).as("IoU").isGreaterThan(0.93);
  }
}
