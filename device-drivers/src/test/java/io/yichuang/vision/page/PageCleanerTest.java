package io.yichuang.vision.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageCleanerTest {

  @Test
  void a_shadow_goes_and_a_red_stamp_stays_red() throws Exception {
    var drawn = Drawn.page(1000, 1414, 0, true).stamp(600, 1000, 240).shadow(110);
    var clean = PageCleaner.clean(drawn.jpeg(), Optional.empty());
    var image = image(clean);
    assertThat(lightness(image, 980, 700)).as("shadowed paper").isGreaterThan(245);
    assertThat(lightness(image, 20, 700)).as("lit paper").isGreaterThan(245);
    var red = new Color(image.getRGB(600, 1120));
    assertThat(red.getRed()).isGreaterThan(red.getGreen() + 90);
    assertThat(red.getRed()).isGreaterThan(red.getBlue() + 90);
    assertThat(clean.findings()).isEmpty();
  }

  @Test
  void a_page_in_perspective_becomes_a4() throws Exception {
    var quad =
        new Quad(new Point(180, 60), new Point(450, 66), new Point(460, 466), new Point(170, 460));
    var drawn = Drawn.table(640, 480, quad, Color.WHITE, new Color(50, 60, 70), 1);
    var clean = PageCleaner.clean(drawn.jpeg(), Optional.of(quad));
    assertThat(clean.height() / (double) clean.width()).isCloseTo(Math.sqrt(2), within(0.01));
    assertThat(clean.findings()).doesNotContain(Finding.CUT_EDGE);
    var over =
        new Quad(new Point(180, 60), new Point(450, 66), new Point(460, 480), new Point(170, 480));
    assertThat(PageCleaner.clean(drawn.jpeg(), Optional.of(over)).findings())
        .contains(Finding.CUT_EDGE);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-3.1, -0.6, 0, 1.4, 4.2})
  void a_scan_gone_askew_stands_straight_again(double degrees) throws Exception {
    var drawn = Drawn.page(1240, 1754, degrees, true);
    try (var mats = new Mats()) {
      assertThat(Deskew.angle(Picture.decode(drawn.jpeg(), mats))).isCloseTo(degrees, within(0.1));
    }
    var clean = PageCleaner.cleanScan(drawn.jpeg(), 150);
    try (var mats = new Mats()) {
      assertThat(Deskew.angle(Picture.decode(clean.jpeg(), mats))).isCloseTo(0, within(0.1));
    }
    assertThat(clean.dpi()).isEqualTo(150);
    assertThat(clean.findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-3.1, 2})
  void a_scan_fed_sideways_and_askew_stands_straight(double degrees) throws Exception {
    // A letter of a few lines: a page full of them leans visibly in its columns too.
    var lines =
        List.of(
            "to whom it may", "concern: the room", "in the east", "is let", "from May on", "kept");
    var askew = SheetTrials.turned(Printed.of(150, lines).image(), degrees);
    var sideways =
        new BufferedImage(askew.getHeight(), askew.getWidth(), BufferedImage.TYPE_3BYTE_BGR);
    for (var y = 0; y < askew.getHeight(); y++) {
      for (var x = 0; x < askew.getWidth(); x++) {
        sideways.setRGB(askew.getHeight() - 1 - y, x, askew.getRGB(x, y));
      }
    }
    try (var mats = new Mats()) {
      var scan = Picture.decode(Printed.bytes(sideways, "jpg"), mats);
      assertThat(Deskew.angle(scan)).isCloseTo(degrees, within(0.1));
    }
    var clean = PageCleaner.cleanScan(Printed.bytes(sideways, "jpg"), 150);
    var upright = PageCleaner.turned(clean, 3);
    try (var mats = new Mats()) {
      assertThat(Deskew.angle(Picture.decode(upright.jpeg(), mats))).isCloseTo(0, within(0.1));
    }
  }

  @Test
  void what_is_wrong_with_a_page_is_said() throws Exception {
    var good = Drawn.page(1000, 1414, 0, true);
    assertThat(PageCleaner.cleanScan(Drawn.page(1000, 1414, 0, false).jpeg(), 120).findings())
        .containsExactly(Finding.BLANK);
    assertThat(PageCleaner.cleanScan(good.blurred(5).jpeg(), 120).findings())
        .containsExactly(Finding.BLURRED);
    assertThat(clean(Drawn.page(1000, 1414, 0, true).dark(210))).contains(Finding.TOO_DARK);
    assertThat(clean(Drawn.page(1000, 1414, 0, true).shadow(160).glare(500, 500, 260)))
        .contains(Finding.GLARE);
  }

  @Test
  void a_page_does_not_print_itself() {
    assertThat(new CleanPage(new byte[] {65, 66}, 1, 1, 1, java.util.Set.of()).toString())
        .doesNotContain("65");
  }

  private static java.util.Set<Finding> clean(Drawn drawn) throws Exception {
    return PageCleaner.clean(drawn.jpeg(), Optional.empty()).findings();
  }

  private static BufferedImage image(CleanPage page) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(page.jpeg()));
  }

  private static int lightness(BufferedImage image, int x, int y) {
    var c = new Color(image.getRGB(x, y));
    return (c.getRed() + c.getGreen() + c.getBlue()) / 3;
  }
}
