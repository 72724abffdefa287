package io.yichuang.vision.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.vision.page.PageWatcher.Hint;
import java.awt.Color;
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
