package io.yichuang.vision.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.page.Printed;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextReaderTest {

  private static final List<String> LINES =
      List.of("房屋租赁登记备案申请书", "申请人：张小雨", "身份证号码：110101199003070012", "统一社会信用代码：91110000MA01ABCD2X");

  private static TextReader reader;

  @BeforeAll
  static void load() {
    reader = TextReader.load();
  }

  @AfterAll
  static void close() {
    reader.close();
  }

  @Test
  void a_form_is_read_letter_by_letter_from_top_to_bottom() throws Exception {
    var lines = reader.read(Printed.of(130, LINES).bytes("png"));
    assertThat(lines.stream().map(TextLine::text).toList()).isEqualTo(LINES);
    assertThat(lines).allSatisfy(line -> assertThat(line.confidence()).isBetween(0.8, 1.0));
    var box = lines.get(1).box();
    var point = 130 / 72.0;
    assertThat(box.topLeft().x()).isBetween(64 * point, 73 * point);
    assertThat(box.bottomLeft().y()).isBetween(105 * point, 116 * point);
    assertThat(lines.get(1)).hasToString("TextLine[7 characters]");
  }

  @ParameterizedTest
  @CsvSource({"0,NONE", "1,LEFT", "2,HALF", "3,RIGHT"})
  void which_way_up_a_page_stands_is_told_by_its_print(int quarters, Turn turn) throws Exception {
    var turned = Printed.bytes(turned(Printed.of(100, LINES).image(), quarters), "png");
    assertThat(reader.turn(turned)).isEqualTo(turn);
    var text = reader.read(turned).stream().map(TextLine::text).toList();
    assertThat(text).contains(LINES.get(0), LINES.get(1));
    assertThat(text.indexOf(LINES.get(0))).isLessThan(text.indexOf(LINES.get(1)));
  }

  @Test
  void an_empty_sheet_has_no_text_and_stays_as_it_is() throws Exception {
    var empty = Printed.bytes(Printed.blank(60), "png");
    assertThat(reader.read(empty)).isEmpty();
    assertThat(reader.turn(empty)).isEqualTo(Turn.NONE);
  }

  @Test
  void tiny_and_broken_pictures_are_no_trouble() throws Exception {
    var tiny = new BufferedImage(1, 3, BufferedImage.TYPE_3BYTE_BGR);
    assertThat(reader.read(Printed.bytes(tiny, "png"))).isEmpty();
    assertThatThrownBy(() -> reader.read(new byte[] {1, 2}))
        .isInstanceOf(UnreadableImageException.class);
  }

  /** Clockwise. */
  private static BufferedImage turned(BufferedImage image, int quarters) {
    var size = image.getWidth();
    var height = image.getHeight();
    var turn = new AffineTransform();
    switch (quarters) {
      case 1 -> turn.translate(height, 0);
      case 2 -> turn.translate(size, height);
      case 3 -> turn.translate(0, size);
      default -> {}
    }
    turn.quadrantRotate(quarters);
    var odd = quarters % 2 == 1;
    var out =
        new BufferedImage(odd ? height : size, odd ? size : height, BufferedImage.TYPE_3BYTE_BGR);
    return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(image, out);
  }
}
