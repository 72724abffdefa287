package io.yichuang.kiosk.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.yichuang.kiosk.journey.Collected;
import io.yichuang.kiosk.ui.LivePicture;
import io.yichuang.vision.page.Point;
import io.yichuang.vision.page.Quad;
import io.yichuang.vision.text.TextLine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongNumbersTest {
  private static final int WIDTH = 600;
  private static final int HEIGHT = 800;

  private static List<List<LivePicture.Point>> bars(String text) {
    var box =
        new Quad(
            new Point(100, 200), new Point(500, 200), new Point(500, 240), new Point(100, 240));
    return LongNumbers.on(
        new Collected.Page(
            new byte[0], 300, 400, new Collected.Print(List.of(new TextLine(text, 0.9, box)), 0)),
        HEIGHT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"50011919840612002X", "500119198406120021", "19900000001", "6222020200112345678"})
  void a_number_of_a_person_a_phone_or_an_account_is_covered_whole(String number) {
    var bar = bars(number).getFirst();
    assertThat(bar.getFirst().x()).isCloseTo(100.0 / WIDTH, within(1e-6));
    assertThat(bar.get(2).x()).isCloseTo(500.0 / WIDTH, within(1e-6));
    assertThat(bar.get(2).y()).isCloseTo(246.0 / HEIGHT, within(1e-6));
  }

  @Test
  void words_before_and_behind_it_stay_to_be_read() {
    // Ten characters of two, and eighteen digits: the number begins at ten thirty-eighths.
    var bar = bars("证件号码：50011919840612002X承租方签字").getFirst();
    assertThat(bar.getFirst().x() * WIDTH).isBetween(190.0, 206.0);
    assertThat(bar.get(1).x() * WIDTH).isBetween(394.0, 410.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026年12月1日至2027年11月30日", "月租金900元", "编号20261201"})
  void dates_and_sums_are_not_covered(String text) {
    assertThat(bars(text)).isEmpty();
  }

  @Test
  void two_in_one_line_are_two_bars_and_a_page_that_was_not_read_has_none() {
    assertThat(bars("电话19900000001或19900000002")).hasSize(2);
    assertThat(LongNumbers.on(new Collected.Page(new byte[0], 300, 400, null), HEIGHT)).isEmpty();
  }
}
