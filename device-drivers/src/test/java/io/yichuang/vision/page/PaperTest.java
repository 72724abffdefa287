package io.yichuang.vision.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.Size;

class PaperTest {

  private static final Size PICTURE = new Size(960, 1280);
  private static final double FOCUS = 1400;

  @ParameterizedTest
  @CsvSource({"0,0,0", "20,0,5", "0,25,-8", "25,15,10", "-20,20,0", "30,-25,20"})
  void a_card_seen_aslant_is_a_card_and_a_sheet_is_a4(double x, double y, double turn) {
    var card = Paper.of(seen(85.6, 53.98, x, y, turn), PICTURE);
    assertThat(card.size().width / card.size().height).isCloseTo(85.6 / 53.98, within(0.01));
    assertThat(card.size().width / card.dpi() * 25.4).as("mm").isCloseTo(85.6, within(0.5));
    var sheet = Paper.of(seen(210, 297, x, y, turn), PICTURE);
    assertThat(sheet.size().height / sheet.size().width).isCloseTo(Math.sqrt(2), within(0.01));
    assertThat(sheet.size().height / sheet.dpi() * 25.4).as("mm").isCloseTo(297, within(2.0));
  }

  @Test
  void a_receipt_stays_as_long_as_it_is() {
    var receipt = Paper.of(seen(58, 174, 20, 10, 0), PICTURE);
    assertThat(receipt.size().height / receipt.size().width).isCloseTo(3, within(0.05));
  }

  /** Corners as a camera with a middle optical axis sees them, all of it turned by degrees. */
  private static Quad seen(double width, double height, double x, double y, double turn) {
    var away = 2.4 * Math.max(width, height);
    return new Quad(
        seen(-width / 2, -height / 2, away, x, y, turn),
        seen(width / 2, -height / 2, away, x, y, turn),
        seen(width / 2, height / 2, away, x, y, turn),
        seen(-width / 2, height / 2, away, x, y, turn));
  }

  private static Point seen(double px, double py, double away, double x, double y, double turn) {
    var t = Math.toRadians(turn);
    var x1 = px * Math.cos(t) - py * Math.sin(t);
    var y1 = px * Math.sin(t) + py * Math.cos(t);
    var a = Math.toRadians(x);
    var y2 = y1 * Math.cos(a);
    var z2 = y1 * Math.sin(a);
    var b = Math.toRadians(y);
    var x3 = x1 * Math.cos(b) + z2 * Math.sin(b);
    var z3 = -x1 * Math.sin(b) + z2 * Math.cos(b);
    var scale = FOCUS / (away + z3);
    return new Point(PICTURE.width / 2 + x3 * scale, PICTURE.height / 2 + y2 * scale);
  }
}
