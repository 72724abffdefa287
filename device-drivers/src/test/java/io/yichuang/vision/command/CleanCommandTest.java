package io.yichuang.vision.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.yichuang.vision.page.Printed;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;

class CleanCommandTest extends CommandCase {

  @Test
  void clean_binds_what_could_be_read_and_says_the_findings_of_each() throws Exception {
    var out = folder.resolve("out.pdf");
    var broken = Files.write(folder.resolve("broken.png"), new byte[99]);
    var lines = run("clean", sheet("a.jpg"), broken, sheet("b.jpg"), "-o", out);
    assertThat(exit).isEqualTo(VisionCommand.A_FILE_FAILED);
    assertThat(lines.get(0)).contains("\"page\":1", "\"findings\":[\"blank\"]");
    assertThat(lines.get(1)).contains("error");
    assertThat(lines.get(2)).contains("\"page\":2");
    try (var pdf = Loader.loadPDF(out.toFile())) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(2);
    }
  }

  @Test
  void of_two_sheets_on_one_photo_each_becomes_a_page_and_both_are_told() throws Exception {
    var out = folder.resolve("out.pdf");
    var lines = run("clean", two(), sheet("one.jpg"), "-o", out);
    assertThat(exit).isZero();
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst())
        .containsPattern(
            "\"page\":1,.*\"findings\":\\[\"blank\",\"several\"].*"
                + "\"sheets\":\\[\\{\"page\":1,.*\\{\"page\":2,.*}],\"ms\"");
    assertThat(lines.get(1)).contains("\"page\":3").doesNotContain("several", "sheets");
    try (var pdf = Loader.loadPDF(out.toFile())) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(3);
    }
  }

  @Test
  void a_file_that_cannot_be_opened_costs_one_line_and_the_pdf_is_still_written() throws Exception {
    // Nobody can read it, not even root: a regular file whose first byte is no memory.
    var shut = Path.of("/proc/self/mem");
    assumeThat(shut).exists();
    var out = folder.resolve("out.pdf");
    for (var deep : List.of("[".repeat(200_000), "<</A".repeat(200_000))) {
      var nested =
          Files.writeString(
              folder.resolve("nested.pdf"),
              "%PDF-1.4\n1 0 obj\n" + deep + "\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n");
      var lines = run("clean", shut, nested, folder, sheet("a.jpg"), "-o", out);
      assertThat(exit).isEqualTo(VisionCommand.A_FILE_FAILED);
      assertThat(lines).hasSize(4);
      assertThat(lines.subList(0, 3)).allSatisfy(line -> assertThat(line).contains("\"error\":"));
      assertThat(lines.get(3)).contains("\"page\":1");
      try (var pdf = Loader.loadPDF(out.toFile())) {
        assertThat(pdf.getNumberOfPages()).isEqualTo(1);
      }
    }
  }

  @Test
  void a_photo_that_a_sheet_fills_is_judged_and_a_scan_of_it_is_not_called_cut() throws Exception {
    var page = Printed.text(110, 24, 1).image();
    var scan = picture(page, "scan.jpg");
    // The shape of a sensor, 3:4, cut out of the middle of the sheet.
    var near = page.getSubimage(100, 100, 720, 960);
    var photo = picture(near, "photo.jpg");
    var dark = new BufferedImage(720, 960, BufferedImage.TYPE_3BYTE_BGR);
    new RescaleOp(0.15f, 0, null).filter(near, dark);
    var lines = run("clean", scan, photo, picture(dark, "dark.jpg"), "-o", folder.resolve("o.pdf"));
    assertThat(lines.get(0)).contains("\"findings\":[]");
    assertThat(lines.get(1)).contains("\"corners\":null,\"findings\":[\"cut-edge\"]");
    assertThat(lines.get(2)).contains("too-dark");
  }

  /** A phone's photo may be of any shape once it was cropped: it keeps its exposure. */
  @Test
  void a_camera_is_known_by_its_exposure_and_by_the_shape_of_its_sensor() throws Exception {
    var scan = Files.readAllBytes(picture(Printed.text(60, 4, 1).image(), "scan.jpg"));
    assertThat(Camera.took(scan)).isFalse();
    for (var order : List.of("4d4d002a00000008", "49492a0008000000")) {
      var big = order.startsWith("4d");
      var exif =
          "457869660000000".substring(0, 12)
              + order
              + (big
                  ? "0001" + "8769000400000001" + "0000001a"
                  : "0100" + "6987040001000000" + "1a000000")
              + "00000000"
              + (big
                  ? "0001" + "829a000500000001" + "00000000"
                  : "0100" + "9a82050001000000" + "00000000");
      var bytes = HexFormat.of().parseHex(exif);
      var out = new ByteArrayOutputStream();
      out.write(scan, 0, 2);
      out.write(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (bytes.length + 2)});
      out.write(bytes);
      out.write(scan, 2, scan.length - 2);
      assertThat(Camera.took(out.toByteArray())).as(order).isTrue();
    }
    var video = new BufferedImage(1920, 1080, BufferedImage.TYPE_3BYTE_BGR);
    assertThat(Camera.took(Files.readAllBytes(picture(video, "video.png")))).isTrue();
  }

  private Path picture(BufferedImage image, String name) throws IOException {
    var file = folder.resolve(name);
    ImageIO.write(image, name.substring(name.indexOf('.') + 1), file.toFile());
    return file;
  }
}
