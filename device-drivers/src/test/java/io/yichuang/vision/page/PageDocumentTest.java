package io.yichuang.vision.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yichuang.vision.page.PageDocument.Sheet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
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
