package io.yichuang.vision.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.page.Printed;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class CodeReaderTest {

  @Test
  void three_kinds_of_code_on_one_page_are_read_and_placed() throws Exception {
    var page = Printed.text(150, 12, 3).image();
    draw(
        page, BarcodeFormat.QR_CODE, "https://example.invalid/verify?c=A1B2C3", 120, 800, 300, 300);
    draw(page, BarcodeFormat.CODE_128, "YC-20261122-0042", 620, 850, 500, 120);
    draw(page, BarcodeFormat.PDF_417, "PDF417 with some text 123456", 250, 1250, 700, 260);
    var codes = CodeReader.read(Printed.bytes(page, "jpg"));
    assertThat(codes)
        .extracting(Code::kind, Code::text)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(
                Code.Kind.QR, "https://example.invalid/verify?c=A1B2C3"),
            org.assertj.core.groups.Tuple.tuple(Code.Kind.CODE_128, "YC-20261122-0042"),
            org.assertj.core.groups.Tuple.tuple(Code.Kind.PDF_417, "PDF417 with some text 123456"));
    var qr = codes.stream().filter(c -> c.kind() == Code.Kind.QR).findFirst().orElseThrow();
    assertThat(qr.places())
        .allSatisfy(p -> {
          assertThat(p.x()).isBetween(120.0, 420.0);
          assertThat(p.y()).isBetween(800.0, 1100.0);
        });
    assertThat(qr).hasToString("Code[QR, 39 characters]");
  }

  @Test
  void bars_that_stand_on_their_side_are_read() throws Exception {
    var page = Printed.blank(100);
    var bars = new BufferedImage(100, 500, BufferedImage.TYPE_3BYTE_BGR);
    var bits = new MultiFormatWriter().encode("SIDEWAYS-7", BarcodeFormat.CODE_128, 500, 100);
    for (var x = 0; x < 500; x++) {
      for (var y = 0; y < 100; y++) {
        bars.setRGB(y, x, bits.get(x, y) ? 0 : 0xFFFFFF);
      }
    }
    page.getGraphics().drawImage(bars, 300, 300, null);
    var codes = CodeReader.read(Printed.bytes(page, "png"));
    assertThat(codes).extracting(Code::text).containsExactly("SIDEWAYS-7");
    assertThat(codes.getFirst().places())
        .allSatisfy(p -> assertThat(p.y()).isBetween(290.0, 810.0));
  }

  @Test
  void small_bars_on_a4_at_300_dpi_are_read() throws Exception {
    var page = Printed.text(300, 12, 3).image();
    // 17 characters: 222 modules of two dots each, 0.17 mm.
    draw(page, BarcodeFormat.CODE_128, "YC-20261122-0042A", 301, 2401, 444, 60);
    assertThat(CodeReader.read(Printed.bytes(page, "jpg")))
        .extracting(Code::text)
        .containsExactly("YC-20261122-0042A");
  }

  @Test
  void a_page_without_codes_has_none_and_garbage_is_refused() throws Exception {
    assertThat(CodeReader.read(Printed.text(100, 20, 1).bytes("jpg"))).isEmpty();
    assertThatThrownBy(() -> CodeReader.read(new byte[] {9}))
        .isInstanceOf(UnreadableImageException.class);
  }

  private static void draw(
      BufferedImage page, BarcodeFormat format, String text, int x, int y, int width, int height)
      throws Exception {
    var bits = new MultiFormatWriter().encode(text, format, width, height);
    for (var i = 0; i < bits.getWidth(); i++) {
      for (var j = 0; j < bits.getHeight(); j++) {
        page.setRGB(x + i, y + j, bits.get(i, j) ? 0 : 0xFFFFFF);
      }
    }
  }
}
