package io.yichuang.kiosk.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.yichuang.kiosk.catalogue.LocalText;
import io.yichuang.kiosk.catalogue.ServiceItem.CertificateTemplate;
import io.yichuang.kiosk.platform.Licence;
import io.yichuang.kiosk.ui.Texts;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class CertificatesTest {
  private static final String VERIFICATION = "https://verify.example.gov.cn/5001-2026-0042";
  private static final int DPI = 150;

  /** From here a pixel is the seal's red and no grey. */
  private static final int RED = 60;

  /** Debian's fonts-hanazono, where it is installed. */
  private static final Path RARE = Path.of("/usr/share/fonts/truetype/hanazono/HanaMinB.ttf");

  private final Certificates certificates =
      new Certificates(
          new Fonts(RARE),
          new Texts(true),
          Clock.fixed(Instant.parse("2026-11-23T04:00:00Z"), ZoneId.of("Asia/Shanghai")));

  private static LocalText words(String zh) {
    return new LocalText(zh, zh);
  }

  private static CertificateTemplate template() {
    return new CertificateTemplate(
        words("社会保险参保证明"),
        words("以上情况属实。"),
        List.of(new CertificateTemplate.Row(words("姓名"), "name")),
        null);
  }

  private static Licence licence(String name) {
    return new Licence(
        "5001-2026-0042",
        "proof",
        words("南川区人力资源和社会保障局"),
        LocalDate.of(2026, 11, 23),
        null,
        VERIFICATION,
        Map.of("name", name));
  }

  @Test
  void its_code_leads_to_the_verification_its_seal_is_red_and_its_text_can_be_read()
      throws Exception {
    byte[] pdf = certificates.pdf(template(), licence("陈𫖯"));
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isOne();
      assertThat(new PDFTextStripper().getText(document))
          .contains("社会保险参保证明", "陈𫖯", "5001-2026-0042");
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, DPI);
      assertThat(code(page)).isEqualTo(VERIFICATION);
      assertThat(red(page)).isGreaterThan(1_000);
    }
  }

  /** GB 18030 level 3: extensions that only the machine's own font has. */
  @Test
  void a_name_of_a_rare_extension_is_printed_where_the_machine_has_a_font_for_it()
      throws Exception {
    assumeTrue(Files.isReadable(RARE), "no fonts-hanazono here");
    byte[] pdf = certificates.pdf(template(), licence("陈𠀀𪜶䶮"));
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document)).contains("陈𠀀𪜶䶮");
    }
    var glyphs = new ReceiptGlyphs(new Fonts(RARE));
    for (int character : "陈𠀀𪜶䶮".codePoints().toArray()) {
      assertThat(Objects.requireNonNull(glyphs.draw(character, 24, 24, false)).cardinality())
          .as(Character.toString(character))
          .isGreaterThan(20);
    }
  }

  @Test
  void without_that_font_such_a_name_is_refused_and_the_others_are_printed() throws Exception {
    var glyphs = new ReceiptGlyphs(new Fonts((Path) null));
    assertThat(glyphs.draw("𠀀".codePointAt(0), 24, 24, false)).isNull();
    assertThat(glyphs.draw("䶮".codePointAt(0), 24, 24, false)).isNotNull();
  }

  /** No box is ever printed in place of a name. */
  @Test
  void a_character_that_no_font_has_is_refused() {
    assertThatThrownBy(() -> certificates.pdf(template(), licence("\uE000")))
        .isInstanceOf(IOException.class);
  }

  private static String code(BufferedImage page) throws Exception {
    int[] dots = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
    var source = new RGBLuminanceSource(page.getWidth(), page.getHeight(), dots);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }

  private static int red(BufferedImage page) {
    int red = 0;
    for (int y = 0; y < page.getHeight(); y++) {
      for (int x = 0; x < page.getWidth(); x++) {
        int rgb = page.getRGB(x, y);
        int green = rgb >> 8 & 0xff;
        red += (rgb >> 16 & 0xff) - green > RED ? 1 : 0;
      }
    }
    return red;
  }
}
