package io.yichuang.vision.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;

class VisionCommandTest extends CommandCase {

  @Test
  void a_page_is_told_in_one_line_a_file_and_a_broken_one_does_not_stop_the_others()
      throws Exception {
    var one = sheet("one.jpg");
    var broken = Files.write(folder.resolve("broken.jpg"), new byte[] {1, 2, 3});
    var empty = Files.createFile(folder.resolve("empty.png"));
    var two = sheet("two.png");
    var lines = run("page", one, broken, empty, folder.resolve("absent.jpg"), folder, two);
    assertThat(exit).isEqualTo(VisionCommand.A_FILE_FAILED);
    assertThat(lines).hasSize(6);
    assertThat(numbers(lines.getFirst().replaceAll(".*corners", "")))
        .first()
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.DOUBLE)
        .isBetween(96.0, 104.0);
    assertThat(lines.get(1)).contains("\"error\":\"neither JPEG nor PNG\"").doesNotContain("ms");
    assertThat(lines.get(2)).contains("\"error\":\"the picture is empty\"");
    assertThat(lines.get(3)).contains("\"error\":\"no such file\"");
    assertThat(lines.get(4)).contains("\"error\":\"a folder, not a picture\"");
    assertThat(lines.get(5)).contains("two.png", "topLeft", "bottomRight", "\"ms\":");
  }

  @Test
  void a_picture_without_a_page_has_null_corners_and_is_no_error() throws Exception {
    var blank = folder.resolve("blank.png");
    ImageIO.write(new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB), "png", blank.toFile());
    assertThat(run("page", blank).getFirst()).contains("\"corners\":null");
    assertThat(exit).isZero();
  }

  @Test
  void two_sheets_apart_are_both_told_and_one_alone_is_as_always() throws Exception {
    assertThat(run("page", sheet("one.jpg")).getFirst()).doesNotContain("sheets");
    assertThat(run("page", two()).getFirst())
        .containsPattern("\"corners\":\\{.*\"sheets\":\\[\\{[^}]*},\\{[^}]*}],\"ms\"");
  }

  /** Whatever a library throws while it opens one file, the next one has its turn. */
  @Test
  void neither_a_bug_nor_a_full_stack_nor_a_full_memory_ends_the_run() {
    var out = new ByteArrayOutputStream();
    var command = new VisionCommand(new PrintStream(out, true, StandardCharsets.UTF_8));
    for (var thrown :
        List.of(
            new IllegalStateException("bug"), new StackOverflowError(), new OutOfMemoryError())) {
      command.guarded(
          VisionCommand.file(Path.of("x.pdf")),
          () -> {
            if (thrown instanceof RuntimeException e) {
              throw e;
            }
            throw (Error) thrown;
          });
    }
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).startsWith("{\"file\":\"x.pdf\",\"error\":\""));
  }

  @Test
  void a_pdf_gives_a_line_for_each_page_and_a_broken_or_huge_one_words() throws Exception {
    var pdf = folder.resolve("in.pdf");
    try (var document = new PDDocument()) {
      for (var text : List.of("first page", "second page")) {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var pen = new PDPageContentStream(document, page)) {
          pen.beginText();
          pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 24);
          pen.newLineAtOffset(100, 700);
          pen.showText(text);
          pen.endText();
        }
      }
      document.addPage(new PDPage(new PDRectangle(14_400, 14_400)));
      document.save(pdf.toFile());
    }
    var lines = run("text", pdf);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).contains("\"pdfPage\":1", "first page");
    assertThat(lines.get(1)).contains("\"pdfPage\":2", "second page");
    assertThat(lines.get(2)).contains("\"pdfPage\":3", "\"error\":\"the page is too large\"");
    var out = folder.resolve("out.pdf");
    var broken = Files.writeString(folder.resolve("broken.pdf"), "%PDF-1.7 and no more");
    lines = run("clean", pdf, broken, "-o", out);
    assertThat(exit).isEqualTo(VisionCommand.A_FILE_FAILED);
    assertThat(lines).hasSize(4);
    assertThat(lines.get(1)).contains("\"page\":2", "\"width\":2480", "\"dpi\":300");
    assertThat(lines.get(3)).contains("\"error\":\"the PDF is broken\"");
    try (var bound = Loader.loadPDF(out.toFile())) {
      assertThat(bound.getNumberOfPages()).isEqualTo(2);
    }
  }

  @Test
  void a_pdf_behind_a_password_is_told_as_such() throws Exception {
    var pdf = folder.resolve("locked.pdf");
    try (var document = new PDDocument()) {
      document.addPage(new PDPage(PDRectangle.A4));
      document.protect(new StandardProtectionPolicy("owner", "citizen", new AccessPermission()));
      document.save(pdf.toFile());
    }
    assertThat(run("page", pdf).getFirst())
        .contains("\"error\":\"the PDF is locked by a password\"");
  }

  @Test
  void a_picture_bomb_in_a_pdf_is_not_decoded() throws Exception {
    var pdf = folder.resolve("bomb.pdf");
    try (var document = new PDDocument()) {
      var page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      var bomb = LosslessFactory.createFromImage(document, new BufferedImage(8, 8, 1));
      bomb.setWidth(60_000);
      bomb.setHeight(60_000);
      try (var pen = new PDPageContentStream(document, page)) {
        pen.drawImage(bomb, 0, 0, 500, 500);
      }
      document.save(pdf.toFile());
    }
    assertThat(run("page", pdf).getFirst()).contains("a picture in the PDF is larger than");
  }

  @Test
  void the_bench_tells_what_each_step_costs_and_how_much_memory_is_held() throws Exception {
    var broken = Files.write(folder.resolve("broken.jpg"), new byte[] {1, 2, 3});
    var lines =
        run("bench", sheet("a.jpg"), broken, "--rounds", "1", "--frames", "10", "--sheets", "10");
    assertThat(exit).isEqualTo(VisionCommand.A_FILE_FAILED);
    assertThat(lines.getFirst()).contains("\"find the page\":{\"cpuMs\":", "\"small PDF/A\"");
    assertThat(lines.get(1)).contains("neither JPEG nor PNG");
    assertThat(lines).hasSize(2 + 10 + 10 + 1);
    assertThat(lines.getLast()).contains("\"bound\":10", "pdfBytes");
  }

  @Test
  void the_times_of_other_programs_are_read_from_the_shell() throws Exception {
    assertThat(Beside.cpuMillis(List.of("0m0.000s 0m0.000s", "1m1.250s 0m0.500s")))
        .isEqualTo(61_750);
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> Beside.cpuMillis(List.of("what")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void wrong_calls_are_told_with_the_usage() {
    for (var call :
        new Object[][] {
          {},
          {"dream"},
          {"page"},
          {"page", "--loud"},
          {"clean", "a.jpg"},
          {"clean", "-o"},
          {"face", "a.jpg"},
          {"face", "a.jpg", "b.jpg", "c.jpg"},
          {"live"},
          {"photo", "id-card"},
          {"photo", "selfie", "a.jpg"},
          {"bench"},
          {"bench", "a.jpg", "--rounds"},
          {"bench", "a.jpg", "--frames", "many"},
          {"bench", "a.jpg", "--loud"}
        }) {
      assertThat(run(call)).as(Arrays.toString(call)).isEmpty();
      assertThat(exit).as(Arrays.toString(call)).isEqualTo(VisionCommand.USAGE);
      assertThat(told).contains("usage:");
    }
  }

  /** As a phone stores a photo taken upright: sideways, and a note how to turn it. */
  @Test
  void corners_are_told_as_the_photo_is_seen_whatever_way_it_is_stored() throws Exception {
    var stored = Files.readAllBytes(sheet("stored.jpg"));
    var exif =
        HexFormat.of()
            .parseHex(
                "ffe10022457869660000"
                    + "4d4d002a00000008"
                    + "0001"
                    + "011200030000000100060000"
                    + "00000000");
    var out = new ByteArrayOutputStream();
    out.write(stored, 0, 2);
    out.write(exif);
    out.write(stored, 2, stored.length - 2);
    var turned = Files.write(folder.resolve("turned.jpg"), out.toByteArray());
    var seen = corners(run("page", turned).getFirst());
    // The sheet's corners in the stored picture of 640 x 480, turned clockwise: x = 480 - y, y = x.
    var wanted = new double[] {480 - 420, 90, 480 - 60, 100, 480 - 70, 540, 480 - 430, 560};
    assertThat(seen).hasSize(8);
    for (var i = 0; i < wanted.length; i++) {
      assertThat(seen.get(i))
          .as("number %d of %s", i, seen)
          .isBetween(wanted[i] - 4, wanted[i] + 4);
    }
  }

  @Test
  void json_survives_every_name() {
    assertThat(Json.of(java.util.Map.of("k", "a\"\\\n\t\u0001\uD800z你")))
        .isEqualTo("{\"k\":\"a\\\"\\\\\\n\\t\\u0001\\ud800z你\"}");
    assertThat(Json.of(Arrays.asList(1, 2.5, null, Double.NaN, true, List.of())))
        .isEqualTo("[1,2.5,null,null,true,[]]");
  }
}
