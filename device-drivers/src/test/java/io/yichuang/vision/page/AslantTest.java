package io.yichuang.vision.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.yichuang.vision.Samples;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.Size;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sheets and cards before a camera that does not look straight at them. */
class AslantTest {
  private static final Logger log = LoggerFactory.getLogger(AslantTest.class);
  private static final Size PICTURE = new Size(2600, 1950);
  private static final int TRIED = 500;

  private final Random random = new Random(20261123);

  @ParameterizedTest
  @CsvSource({"297, 210", "85.6, 53.98", "279.4, 215.9", "210, 99"})
  void the_ratio_is_found_under_any_tilt(double longer, double shorter) {
    double worst = 0;
    for (int i = 0; i < TRIED; i++) {
      Quad quad = seen(longer, shorter, 1, 12, 35, 0);
      double ratio = ratio(quad, PICTURE);
      worst = Math.max(worst, Math.abs(ratio / (longer / shorter) - 1));
    }
    log.info("{} x {} mm: at worst {} % off", longer, shorter, Math.round(worst * 1000) / 10.0);
    assertThat(worst).isLessThan(0.001);
  }

  /** With the corners two pixels off, as the finder's are, and lenses of all lengths. */
  @ParameterizedTest
  @CsvSource({"297, 210", "85.6, 53.98"})
  void a_sheet_is_taken_for_a_sheet_and_a_card_for_a_card(double longer, double shorter) {
    int right = 0;
    for (int i = 0; i < TRIED; i++) {
      double focus = 0.8 + random.nextDouble() * 0.7;
      Quad quad = seen(longer, shorter, focus, 0, 25, 2);
      double ratio = known(quad);
      right += Math.abs(ratio - (longer / shorter)) < 0.01 ? 1 : 0;
    }
    log.info("{} x {} mm: {} of {} known", longer, shorter, right, TRIED);
    assertThat(right).isGreaterThan(TRIED * 95 / 100);
  }

  @Test
  void a_letter_sheet_stays_one() {
    Quad quad = seen(279.4, 215.9, 1, 10, 20, 0);
    assertThat(known(quad)).isBetween(1.27, 1.32);
  }

  /** Three of the samples are photos of letter paper, at three angles: 11 x 8.5 inches. */
  @ParameterizedTest
  @CsvSource({"test3.jpg", "test6.JPG", "test8.JPG"})
  void real_photos_of_letter_paper_give_its_ratio(String photo) throws Exception {
    var truth = JsonMapper.shared().readTree(Samples.read("paper/corners.json")).get(photo);
    var corners = truth.get("corners");
    Quad quad =
        new Quad(
            corner(corners.get("topLeft")),
            corner(corners.get("topRight")),
            corner(corners.get("bottomRight")),
            corner(corners.get("bottomLeft")));
    var picture = new Size(truth.get("width").asDouble(), truth.get("height").asDouble());
    double ratio = ratio(quad, picture);
    log.info("{}: {}", photo, ratio);
    assertThat(ratio).isCloseTo(11 / 8.5, within(0.025));
  }

  private static double ratio(Quad quad, Size picture) {
    double ratio = Paper.ratio(quad, picture);
    return Math.max(ratio, 1 / ratio);
  }

  private static double known(Quad quad) {
    Size size = Paper.of(quad, PICTURE).size();
    return Math.max(size.width, size.height) / Math.min(size.width, size.height);
  }

  private static Point corner(JsonNode xy) {
    return new Point(xy.get(0).asDouble(), xy.get(1).asDouble());
  }

  /** A sheet turned about all three axes, between two angles in degrees from facing the lens. */
  private Quad seen(
      double longer, double shorter, double focus, double least, double most, double noise) {
    double roll = Math.toRadians(random.nextDouble() * 20 - 10);
    double pitch = tilt(least, most);
    double yaw = tilt(least, most);
    double away = longer * focus * 1.9;
    double[][] corners = {
      {-longer / 2, -shorter / 2}, {longer / 2, -shorter / 2},
      {longer / 2, shorter / 2}, {-longer / 2, shorter / 2}
    };
    Point[] points = new Point[4];
    for (int i = 0; i < 4; i++) {
      double x = corners[i][0] * Math.cos(roll) - corners[i][1] * Math.sin(roll);
      double y = corners[i][0] * Math.sin(roll) + corners[i][1] * Math.cos(roll);
      double z = y * Math.sin(pitch);
      y *= Math.cos(pitch);
      double turned = x * Math.cos(yaw) + z * Math.sin(yaw);
      z = away - x * Math.sin(yaw) + z * Math.cos(yaw);
      double scale = focus * PICTURE.width / z;
      points[i] =
          new Point(
              PICTURE.width / 2 + turned * scale + noise * random.nextGaussian() / 2,
              PICTURE.height / 2 + y * scale + noise * random.nextGaussian() / 2);
    }
    return new Quad(points[0], points[1], points[2], points[3]);
  }

  private double tilt(double least, double most) {
    double angle = least + random.nextDouble() * (most - least);
    return Math.toRadians(random.nextBoolean() ? angle : -angle);
  }
}
