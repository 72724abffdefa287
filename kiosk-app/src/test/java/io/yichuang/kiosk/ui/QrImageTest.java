package io.yichuang.kiosk.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrImageTest {
  private static final int MARGIN = 4;

  @Test
  void the_drawn_modules_decode_to_the_text() throws Exception {
    String text = "https://example.org/v/5001192026112400386?标=一窗";
    BitMatrix drawn = read(QrImage.markup(text));
    assertThat(new Decoder().decode(drawn).getText()).isEqualTo(text);
  }

  @Test
  void a_text_too_long_is_refused() {
    assertThatThrownBy(() -> QrImage.markup("x".repeat(5000)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Reads the runs back out of the path, without the quiet zone, which must be empty. */
  private static BitMatrix read(String svg) {
    var box = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
    assertThat(box.find()).isTrue();
    int size = Integer.parseInt(box.group(1)) - 2 * MARGIN;
    var matrix = new BitMatrix(size);
    var runs = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z").matcher(svg);
    while (runs.find()) {
      int x = Integer.parseInt(runs.group(1)) - MARGIN;
      int y = Integer.parseInt(runs.group(2)) - MARGIN;
      matrix.setRegion(x, y, Integer.parseInt(runs.group(3)), 1);
    }
    return matrix;
  }
}
