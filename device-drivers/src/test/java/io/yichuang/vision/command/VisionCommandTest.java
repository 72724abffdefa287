package io.yichuang.vision.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.vision.Samples;
import java.awt.Color;
import java.awt.Polygon;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VisionCommandTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;

  private int exit;
  private String told = "";

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
          {"live"}
        }) {
      assertThat(run(call)).as(Arrays.toString(call)).isEmpty();
      assertThat(exit).as(Arrays.toString(call)).isEqualTo(VisionCommand.USAGE);
      assertThat(told).contains("usage:");
    }
  }

  @Test
  void same_and_different_faces_lie_far_apart_in_a_list_of_pairs() throws Exception {
    for (var name : List.of("a1.jpg", "a2.jpg", "b1.jpg")) {
      Files.write(folder.resolve(name), Samples.read("faces/" + name));
    }
    var list = folder.resolve("pairs.tsv");
    Files.writeString(list, "a1.jpg\ta2.jpg\n\na1.jpg\tb1.jpg\na1.jpg\tnobody.jpg\n");
    var lines = run("face", "--pairs", list);
    assertThat(exit).isEqualTo(VisionCommand.A_FILE_FAILED);
    assertThat(lines.get(0)).contains("\"band\":\"pass\"", "\"quality\":{\"a\":{\"faces\":1");
    assertThat(lines.get(1)).contains("\"band\":\"no\"");
    assertThat(lines.get(2)).contains("\"error\":\"no such file\"");
  }

  @Test
  void a_picture_without_a_face_is_neither_alike_nor_alive() throws Exception {
    var sheet = sheet("sheet.jpg");
    assertThat(run("face", sheet, sheet).getFirst())
        .contains("\"similarity\":null", "\"band\":\"retry\"", "\"hint\":\"no-face\"");
    assertThat(run("live", sheet).getFirst()).contains("\"verdict\":\"unsure\"", "\"model\":0.0");
    assertThat(exit).isZero();
  }

  @Test
  void json_survives_every_name() {
    assertThat(Json.of(java.util.Map.of("k", "a\"\\\n\t\u0001\uD800z你")))
        .isEqualTo("{\"k\":\"a\\\"\\\\\\n\\t\\u0001\\ud800z你\"}");
    assertThat(Json.of(Arrays.asList(1, 2.5, null, Double.NaN, true, List.of())))
        .isEqualTo("[1,2.5,null,null,true,[]]");
  }

  private Path sheet(String name) throws IOException {
    var image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    var g = image.createGraphics();
    g.setColor(new Color(70, 80, 60));
    g.fillRect(0, 0, 640, 480);
    g.setColor(new Color(240, 240, 235));
    g.fill(new Polygon(new int[] {100, 540, 560, 90}, new int[] {60, 70, 430, 420}, 4));
    g.dispose();
    var file = folder.resolve(name);
    ImageIO.write(image, name.substring(name.indexOf('.') + 1), file.toFile());
    return file;
  }

  private List<String> run(Object... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    exit =
        VisionCommand.run(
            Arrays.stream(arguments).map(Object::toString).toList(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            CLOCK);
    told = err.toString(StandardCharsets.UTF_8);
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static List<Double> numbers(String text) {
    return Pattern.compile("\\d+(\\.\\d+)?")
        .matcher(text)
        .results()
        .map(r -> Double.parseDouble(r.group()))
        .toList();
  }
}
