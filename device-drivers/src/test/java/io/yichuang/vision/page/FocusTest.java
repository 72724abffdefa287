package io.yichuang.vision.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.vision.Samples;
import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import java.awt.Color;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** What is sharp, and what is not, in cameras of two sizes. */
class FocusTest {

  private static final double[] SIGMAS = {2.5, 3, 4, 6};

  static Stream<Arguments> photos() {
    return Stream.of("test3.jpg", "test6.JPG", "test8.JPG", "25_2.jpg", "1023-receipt.jpg")
        .flatMap(name -> Stream.of(Arguments.of(name, 640, 480), Arguments.of(name, 1280, 960)));
  }

  @ParameterizedTest
  @MethodSource("photos")
  void photos_of_paper_are_sharp_until_they_are_blurred(String name, int width, int height)
      throws Exception {
    var photo = Samples.read("paper/" + name);
    try (var mats = new Mats()) {
      var picture = Picture.decode(photo, mats);
      var factor = Math.min(width / (double) picture.cols(), height / (double) picture.rows());
      var frame = mats.mat();
      var how = factor < 1 ? Imgproc.INTER_AREA : Imgproc.INTER_CUBIC;
      Imgproc.resize(picture, frame, new Size(), factor, factor, how);
      assertFocus(frame);
    }
  }

  @ParameterizedTest
  @CsvSource({"640,480,225,60", "640,480,160,90", "1280,960,225,60", "1280,960,160,90"})
  void generated_sheets_are_sharp_until_they_are_blurred(int width, int height, int light, int dark)
      throws Exception {
    var x = width / 640.0;
    var quad =
        new Quad(
            new Point(170 * x, 60 * x),
            new Point(460 * x, 64 * x),
            new Point(465 * x, 424 * x),
            new Point(165 * x, 420 * x));
    var sheet =
        Drawn.table(
            width, height, quad, new Color(light, light, light), new Color(dark, dark, dark), 5);
    try (var mats = new Mats()) {
      assertFocus(Picture.decode(sheet.jpeg(), mats));
    }
  }

  /** As a camera gives it: with the noise of its sensor, and as a JPEG. */
  private static void assertFocus(Mat frame) throws Exception {
    var quad = PageFinder.find(frame).orElseThrow();
    assertThat(Focus.soft(seen(frame, 0), quad)).as("sharp").isFalse();
    assertThat(Focus.soft(seen(frame, 0.7), quad)).as("as a cheap lens").isFalse();
    for (var sigma : SIGMAS) {
      assertThat(Focus.soft(seen(frame, sigma), quad)).as("sigma %s", sigma).isTrue();
    }
  }

  private static Mat seen(Mat frame, double sigma) throws Exception {
    try (var mats = new Mats()) {
      var blurred = mats.keep(frame.clone());
      if (sigma > 0) {
        Imgproc.GaussianBlur(blurred, blurred, new Size(0, 0), sigma);
      }
      Core.setRNGSeed(7);
      var noise = mats.keep(new Mat(frame.size(), CvType.CV_8SC3));
      Core.randn(noise, 0, 1.5);
      Core.add(blurred, noise, blurred, mats.mat(), CvType.CV_8U);
      return Picture.decode(Picture.jpeg(blurred, 85), new Mats());
    }
  }
}
