package io.yichuang.vision.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.vision.page.PageWatcher.Hint;
import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class PageWatcherTest {

  private final PageWatcher watcher = new PageWatcher();

  @Test
  void a_page_that_lies_still_is_ready_at_the_fourth_frame() throws Exception {
    for (var i = 0; i < 3; i++) {
      assertThat(see(0, 0)).isEqualTo(Hint.HOLD_STILL);
    }
    assertThat(see(0, 0)).isEqualTo(Hint.READY);
    watcher.reset();
    assertThat(see(0, 0)).isEqualTo(Hint.HOLD_STILL);
  }

  @Test
  void a_page_that_moves_begins_anew() throws Exception {
    for (var i = 0; i < 3; i++) {
      see(0, 0);
    }
    assertThat(see(40, 0)).isEqualTo(Hint.HOLD_STILL);
    assertThat(see(40, 0)).isEqualTo(Hint.HOLD_STILL);
    assertThat(see(40, 0)).isEqualTo(Hint.HOLD_STILL);
    assertThat(see(40, 0)).isEqualTo(Hint.READY);
  }

  @Test
  void two_sheets_apart_are_never_ready_and_one_of_them_is() throws Exception {
    var both = two(true);
    for (var i = 0; i < 3; i++) {
      assertThat(watcher.look(both).hint()).isEqualTo(Hint.HOLD_STILL);
    }
    for (var i = 0; i < 9; i++) {
      assertThat(watcher.look(both).hint()).isEqualTo(Hint.SEVERAL);
    }
    var one = two(false);
    var hint = Hint.SEVERAL;
    for (var i = 0; i < 12 && hint != Hint.READY; i++) {
      hint = watcher.look(one).hint();
    }
    assertThat(hint).isEqualTo(Hint.READY);
  }

  /** Of one size, on a dark table; the right one may be taken away. */
  private static byte[] two(boolean both) {
    var image = new BufferedImage(1280, 960, BufferedImage.TYPE_3BYTE_BGR);
    var g = Printed.pen(image);
    g.setColor(new Color(60, 62, 66));
    g.fillRect(0, 0, 1280, 960);
    for (var i = 0; i < (both ? 2 : 1); i++) {
      var page = Printed.text(110, 20, i).image();
      g.drawImage(page, 90 + 600 * i, 100 + 20 * i, 500, 707, null);
    }
    g.dispose();
    return Printed.bytes(image, "jpg");
  }

  @Test
  void a_page_over_the_border_is_sent_back() throws Exception {
    assertThat(see(-200, 0)).isEqualTo(Hint.MOVE_RIGHT);
    assertThat(see(200, 0)).isEqualTo(Hint.MOVE_LEFT);
    assertThat(see(0, -100)).isEqualTo(Hint.MOVE_DOWN);
    assertThat(see(0, 100)).isEqualTo(Hint.MOVE_UP);
  }

  @Test
  void no_page_and_no_light_are_told_apart() throws Exception {
    assertThat(watcher.look(Drawn.page(640, 480, 0, false).jpeg()).hint()).isEqualTo(Hint.NO_PAGE);
    var night = Drawn.page(640, 480, 0, false).dark(245);
    assertThat(watcher.look(night.jpeg()).hint()).isEqualTo(Hint.TOO_DARK);
    var sight = watcher.look(table(0, 0).jpeg());
    assertThat(sight.hint()).isEqualTo(Hint.HOLD_STILL);
    assertThat(sight.quad()).isPresent();
    assertThat(sight.width()).isEqualTo(640);
  }

  @Test
  void a_sheet_that_was_taken_is_not_taken_again_until_another_lies_there() throws Exception {
    watcher.next(cleaned());
    for (var i = 0; i < 6; i++) {
      // Nudged: it still is the same.
      assertThat(see(i < 3 ? 0 : 30, 0)).isEqualTo(Hint.TAKEN);
    }
    var other = table(0, 0).stamp(190, 100, 240).stamp(230, 140, 160).stamp(260, 170, 100);
    var hint = Hint.TAKEN;
    for (var i = 0; i < 8 && hint != Hint.READY; i++) {
      hint = watcher.look(other.jpeg()).hint();
    }
    assertThat(hint).isEqualTo(Hint.READY);
  }

  @Test
  void a_sheet_that_was_lifted_off_may_be_laid_again() throws Exception {
    watcher.next(cleaned());
    assertThat(see(0, 0)).isEqualTo(Hint.TAKEN);
    var empty = Drawn.page(640, 480, 0, false).jpeg();
    for (var i = 0; i < 3; i++) {
      assertThat(watcher.look(empty).hint()).isEqualTo(Hint.NO_PAGE);
    }
    assertThat(see(0, 0)).isEqualTo(Hint.HOLD_STILL);
  }

  @Test
  void a_sheet_to_be_taken_again_waits_until_it_was_moved() throws Exception {
    watcher.again();
    for (var i = 0; i < 5; i++) {
      assertThat(see(i, 0)).isEqualTo(Hint.TAKEN);
    }
    assertThat(see(60, 0)).isEqualTo(Hint.HOLD_STILL);
  }

  @Test
  void a_blurred_page_is_not_ready_in_a_camera_of_any_size() throws Exception {
    for (var times : new int[] {1, 2}) {
      var quad =
          new Quad(
              new Point(170 * times, 60 * times),
              new Point(460 * times, 64 * times),
              new Point(465 * times, 424 * times),
              new Point(165 * times, 420 * times));
      var light = new Color(225, 224, 220);
      var dark = new Color(60, 70, 80);
      var sharp = Drawn.table(640 * times, 480 * times, quad, light, dark, 5);
      var blurred = sharp.blurred(5).jpeg();
      var seen = Hint.NO_PAGE;
      watcher.reset();
      for (var i = 0; i < 6; i++) {
        seen = watcher.look(blurred).hint();
        assertThat(seen).isNotEqualTo(Hint.READY);
      }
      assertThat(seen).isIn(Hint.BLURRED, Hint.HOLD_STILL);
      watcher.reset();
      for (var i = 0; i < 4; i++) {
        seen = watcher.look(sharp.jpeg()).hint();
      }
      assertThat(seen).isEqualTo(Hint.READY);
    }
  }

  /** The page of the table, as the cleaner gives it. */
  private static byte[] cleaned() throws Exception {
    var photo = table(0, 0).jpeg();
    return PageCleaner.clean(photo, PageFinder.find(photo)).jpeg();
  }

  private Hint see(int dx, int dy) throws Exception {
    return watcher.look(table(dx, dy).jpeg()).hint();
  }

  private static Drawn table(int dx, int dy) {
    var quad =
        new Quad(
            new Point(170 + dx, 60 + dy),
            new Point(460 + dx, 64 + dy),
            new Point(465 + dx, 424 + dy),
            new Point(165 + dx, 420 + dy));
    return Drawn.table(640, 480, quad, new Color(225, 224, 220), new Color(60, 70, 80), 5);
  }
}
