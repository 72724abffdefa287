package io.yichuang.simulator.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yichuang.simulator.bench.BenchRefusal;
import io.yichuang.simulator.receipt.Glyphs;
import java.awt.Color;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LeaseSheetsTest {
  private static final Path LOOK_AT = Path.of("target", "paper");
  private static List<BufferedImage> sheets;

  @BeforeAll
  static void draw() {
    sheets =
        LeaseSheets.draw(Lease.between("王小英", "500119199001010024", "李建国", "500119198512120017"));
  }

  private static void keep(BufferedImage image, String name) {
    try {
      Files.createDirectories(LOOK_AT);
      ImageIO.write(image, "png", LOOK_AT.resolve(name).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How much of a region is inked, 0 to 1. */
  private static double ink(BufferedImage image, int x, int y, int width, int height) {
    int dark = 0;
    for (int j = y; j < y + height; j++) {
      for (int i = x; i < x + width; i++) {
        dark += new Color(image.getRGB(i, j)).getGreen() < 128 ? 1 : 0;
      }
    }
    return (double) dark / (width * height);
  }

  @Test
  void two_a4_pages_at_300_dpi_with_text_between_white_margins() {
    assertThat(sheets).hasSize(2);
    for (int i = 0; i < sheets.size(); i++) {
      BufferedImage sheet = sheets.get(i);
      keep(sheet, "lease-" + (i + 1) + ".png");
      assertThat(sheet.getWidth()).isEqualTo(2480);
      assertThat(sheet.getHeight()).isEqualTo(3508);
      assertThat(ink(sheet, 300, 300, 1880, 2000)).isBetween(0.03, 0.25);
      assertThat(ink(sheet, 0, 0, 280, 3508)).as("left margin").isZero();
      assertThat(ink(sheet, 2260, 0, 220, 3508)).as("right margin").isZero();
    }
  }

  @Test
  void the_last_page_has_a_red_seal_and_the_first_has_none() {
    assertThat(red(sheets.get(0))).isZero();
    assertThat(red(sheets.get(1))).isGreaterThan(5_000);
  }

  private static int red(BufferedImage sheet) {
    int red = 0;
    for (int y = 0; y < sheet.getHeight(); y++) {
      for (int x = 0; x < sheet.getWidth(); x++) {
        Color c = new Color(sheet.getRGB(x, y));
        red += c.getRed() > 180 && c.getGreen() < 120 ? 1 : 0;
      }
    }
    return red;
  }

  @Test
  void other_names_make_another_paper_and_every_character_has_a_glyph() {
    List<BufferedImage> others = LeaseSheets.draw(Lease.between("张伟", "1", "刘洋", "2"));
    boolean same = true;
    for (int x = 300; x < 2200; x++) {
      for (int y = 400; y < 900; y++) {
        same &= others.getFirst().getRGB(x, y) == sheets.getFirst().getRGB(x, y);
      }
    }
    assertThat(same).isFalse();
    String all = "房屋租赁合同甲方乙方,。;《》示例";
    assertThat(all.codePoints()).allMatch(c -> Glyphs.regular().has(c));
  }

  @Test
  void a_photograph_shows_the_sheet_on_the_mat_where_it_says() {
    Photograph photo = Photograph.of(sheets.getFirst(), 7);
    keep(photo.image(), "photo-7.png");
    assertThat(Photograph.of(sheets.getFirst(), 7).corners()).isEqualTo(photo.corners());
    assertThat(Photograph.of(sheets.getFirst(), 8).corners()).isNotEqualTo(photo.corners());
    double cx = photo.corners().stream().mapToDouble(Point2D::getX).average().orElseThrow();
    double cy = photo.corners().stream().mapToDouble(Point2D::getY).average().orElseThrow();
    for (Point2D corner : photo.corners()) {
      assertThat(brightness(photo.image(), corner, cx, cy, 0.03)).as("inside").isGreaterThan(140);
      assertThat(brightness(photo.image(), corner, cx, cy, -0.03)).as("outside").isLessThan(80);
    }
  }

  @Test
  void the_bench_gets_the_lease_as_pdf_and_as_photographs() throws IOException {
    Papers papers = new Papers();
    assertThat(papers.all()).hasSize(1);
    assertThat(Pdfs.require(papers.pdf("lease"))).isEqualTo(2);
    assertThat(Pictures.require(papers.photo("lease", 2)).getWidth()).isEqualTo(2600);
    assertThatThrownBy(() -> papers.photo("lease", 3)).isInstanceOf(BenchRefusal.class);
    assertThatThrownBy(() -> papers.pdf("deed")).isInstanceOf(BenchRefusal.class);
  }

  private static int brightness(
      BufferedImage image, Point2D corner, double cx, double cy, double inwards) {
    int x = (int) (corner.getX() + (cx - corner.getX()) * inwards);
    int y = (int) (corner.getY() + (cy - corner.getY()) * inwards);
    return new Color(image.getRGB(x, y)).getGreen();
  }
}
