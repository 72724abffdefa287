package io.yichuang.vision.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.yichuang.vision.page.PageDocument.Sheet;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class PageDocumentTest {

  private static final float WIDTH = 595.28f;
  private static final float HEIGHT = 841.89f;
  private static final ZonedDateTime AT =
      ZonedDateTime.of(2026, 11, 22, 9, 30, 5, 123_456_789, ZoneId.of("Asia/Shanghai"));

  @BeforeAll
  static void validator() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  @Test
  void an_independent_validator_takes_it_for_pdf_a_2b() throws Exception {
    var page = Drawn.page(620, 877, 0, true).stamp(300, 500, 100).jpeg();
    var sheets = List.of(new Sheet(page, WIDTH, HEIGHT), new Sheet(page, HEIGHT, WIDTH));
    var pdf = PageDocument.pdf("不动产登记申请材料", AT, sheets);
    assertThat(compliant(pdf)).isTrue();
    try (var read = Loader.loadPDF(pdf)) {
      assertThat(read.getNumberOfPages()).isEqualTo(2);
      assertThat(read.getDocumentInformation().getTitle()).isEqualTo("不动产登记申请材料");
      assertThat(read.getPage(1).getMediaBox().getWidth()).isEqualTo(HEIGHT);
    }
  }

  @Test
  void the_validator_refuses_a_plain_pdf() throws Exception {
    var out = new ByteArrayOutputStream();
    try (var plain = new PDDocument()) {
      plain.addPage(new PDPage());
      plain.save(out);
    }
    assertThat(compliant(out.toByteArray())).isFalse();
  }

  @Test
  void a_page_of_text_at_300_dpi_stays_under_100_kb_and_can_be_searched() throws Exception {
    var printed = Printed.text(300, 36, 7);
    var clean = PageCleaner.cleanScan(printed.bytes("jpg"), 300);
    var box =
        new Quad(
            new Point(300, 300), new Point(900, 300), new Point(900, 360), new Point(300, 360));
    var phrases = List.of(new PageDocument.Phrase("租赁 Lease 2026", box));
    var sheet = new Sheet(clean.jpeg(), WIDTH, HEIGHT, true, phrases);
    var pdf = PageDocument.pdf("x", AT, List.of(sheet));
    assertThat(pdf.length).isLessThan(100_000);
    assertThat(compliant(pdf)).isTrue();
    try (var read = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(read).strip()).isEqualTo("租赁 Lease 2026");
      var seen = new PDFRenderer(read).renderImageWithDPI(0, 100);
      var truth = Printed.text(100, 36, 7).image();
      assertThat(dark(seen))
          .isCloseTo(dark(truth), withinPercentage(30)); // strokes are a dot wider as a mask
    }
  }

  @Test
  void a_stamp_stays_red_over_the_black_print_and_the_page_small() throws Exception {
    var printed = Printed.text(200, 20, 7).sealed(0.7, 0.7);
    var clean = PageCleaner.cleanScan(printed.bytes("jpg"), 200);
    var pdf =
        PageDocument.pdf("x", AT, List.of(new Sheet(clean.jpeg(), WIDTH, HEIGHT, true, List.of())));
    assertThat(pdf.length).isLessThan(100_000);
    assertThat(compliant(pdf)).isTrue();
    try (var read = Loader.loadPDF(pdf)) {
      var seen = new PDFRenderer(read).renderImageWithDPI(0, 100);
      var star =
          new Color(seen.getRGB((int) (0.7 * seen.getWidth()), (int) (0.7 * seen.getHeight())));
      assertThat(star.getRed()).isGreaterThan(star.getGreen() + 90);
    }
  }

  @Test
  void an_empty_page_is_an_empty_page() throws Exception {
    var blank = Printed.bytes(Printed.blank(100), "jpg");
    var pdf = PageDocument.pdf("x", AT, List.of(new Sheet(blank, WIDTH, HEIGHT, true, List.of())));
    assertThat(pdf.length).isLessThan(12_000);
    assertThat(compliant(pdf)).isTrue();
  }

  private static int dark(BufferedImage image) {
    var dark = 0;
    for (var y = 0; y < image.getHeight(); y++) {
      for (var x = 0; x < image.getWidth(); x++) {
        dark += (image.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
      }
    }
    return dark;
  }

  @Test
  void what_cannot_be_bound_is_refused() {
    assertThatThrownBy(() -> PageDocument.pdf("x", AT, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    var noJpeg = List.of(new Sheet(new byte[] {1, 2, 3, 4}, WIDTH, HEIGHT));
    assertThatThrownBy(() -> PageDocument.pdf("x", AT, noJpeg))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Sheet(new byte[0], Float.NaN, HEIGHT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static boolean compliant(byte[] pdf) throws Exception {
    var flavour = PDFAFlavour.PDFA_2_B;
    try (var parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
        var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      return validator.validate(parser).isCompliant();
    }
  }
}
