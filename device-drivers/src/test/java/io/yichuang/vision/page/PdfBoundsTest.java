package io.yichuang.vision.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yichuang.vision.UnreadableImageException;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDTilingPattern;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfBoundsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"SMask", "Mask", "pattern", "note"})
  void a_picture_of_a_billion_pixels_is_refused_wherever_it_hides(String where) throws Exception {
    var file = folder.resolve("bomb.pdf");
    try (var document = new PDDocument()) {
      var page = new PDPage();
      document.addPage(page);
      var small = picture(document);
      var bomb = picture(document);
      bomb.setWidth(40_000);
      bomb.setHeight(40_000);
      var resources = new PDResources();
      switch (where) {
        case "pattern" -> {
          var pattern = new PDTilingPattern();
          var within = new PDResources();
          within.add(bomb);
          pattern.setResources(within);
          resources.add(pattern);
        }
        case "note" -> {
          var stream = new PDAppearanceStream(document);
          var within = new PDResources();
          within.add(bomb);
          stream.setResources(within);
          var look = new PDAppearanceDictionary();
          look.setNormalAppearance(stream);
          var stamp = new PDAnnotationRubberStamp();
          stamp.setAppearance(look);
          page.getAnnotations().add(stamp);
        }
        default -> small.getCOSObject().setItem(COSName.getPDFName(where), bomb);
      }
      resources.add(small);
      page.setResources(resources);
      document.save(file.toFile());
    }
    try (var pages = PdfPages.open(file)) {
      assertThatThrownBy(() -> pages.render(0))
          .isInstanceOf(UnreadableImageException.class)
          .hasMessageContaining("larger");
    }
  }

  @Test
  void a_page_that_takes_too_long_is_given_up() throws Exception {
    var file = folder.resolve("long.pdf");
    try (var document = new PDDocument()) {
      var page = new PDPage();
      document.addPage(page);
      try (var content = new PDPageContentStream(document, page)) {
        for (var i = 0; i < 20_000; i++) {
          content.addRect(i % 500, i % 700, 90, 90);
          content.fill();
        }
      }
      document.save(file.toFile());
    }
    try (var pages = PdfPages.open(file, Duration.ofMillis(1))) {
      assertThatThrownBy(() -> pages.render(0)).isInstanceOf(UnreadableImageException.class);
    }
    try (var pages = PdfPages.open(file)) {
      assertThat(pages.render(0).dpi()).isEqualTo(300);
    }
  }

  private static PDImageXObject picture(PDDocument document) throws Exception {
    return LosslessFactory.createFromImage(
        document, new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY));
  }
}
