package io.yichuang.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yichuang.vision.code.CodeReader;
import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import io.yichuang.vision.page.PageCleaner;
import io.yichuang.vision.page.PageFinder;
import io.yichuang.vision.page.PageWatcher;
import io.yichuang.vision.page.Printed;
import io.yichuang.vision.page.Seals;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;

/** What people bring that is no plain photo. What cuts off and bombs do is in PictureTest. */
class BadImagesTest {

  /** Each way into vision that takes bytes from outside. */
  private interface Way {
    void take(byte[] image) throws Exception;
  }

  private static final java.util.Map<String, Way> WAYS =
      java.util.Map.of(
          "find",
          PageFinder::find,
          "clean",
          image -> PageCleaner.clean(image, Optional.empty()),
          "scan",
          image -> PageCleaner.cleanScan(image, 300),
          "watch",
          image -> new PageWatcher().look(image),
          "codes",
          CodeReader::read,
          "seals",
          Seals::find);

  @ParameterizedTest
  @CsvSource({
    "%PDF-1.7, a PDF",
    "GIF89a, a GIF",
    "RIFF0000WEBPVP8, a WebP",
    "BM000000, a BMP",
    "0000ftypheic, a HEIF",
    "II*0, neither",
    "hello there, neither",
    "'', empty"
  })
  void what_is_no_picture_for_us_is_refused_by_every_way_in_and_named(String bytes, String told) {
    var image = bytes.getBytes(StandardCharsets.ISO_8859_1);
    WAYS.forEach((name, way) ->
        assertThatThrownBy(() -> way.take(image))
            .as(name)
            .isInstanceOf(UnreadableImageException.class)
            .hasMessageContaining(told));
  }

  @Test
  void more_bytes_than_a_picture_may_have_are_refused_before_they_are_looked_at() {
    var huge = new byte[Picture.MAX_BYTES + 1];
    assertThatThrownBy(() -> PageFinder.find(huge)).hasMessageContaining("bytes");
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,900", "900,1", "3,3", "40,7"})
  void a_picture_of_a_few_pixels_troubles_nothing(int width, int height) throws Exception {
    var image =
        Printed.bytes(new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR), "png");
    assertThat(PageFinder.find(image)).isEmpty();
    for (var way : WAYS.values()) {
      way.take(image);
    }
  }

  @Test
  void sixteen_bits_grey_and_transparency_become_eight_bits_of_three_colours() throws Exception {
    Vision.require();
    for (var type : new int[] {CvType.CV_16UC3, CvType.CV_16UC1, CvType.CV_8UC1, CvType.CV_8UC4}) {
      try (var mats = new Mats()) {
        var deep = mats.keep(new Mat(50, 70, type, Scalar.all(type == CvType.CV_8UC4 ? 200 : 99)));
        var out = mats.keep(new MatOfByte());
        Imgcodecs.imencode(".png", deep, out);
        var picture = Picture.decode(out.toArray(), mats);
        assertThat(picture.type()).isEqualTo(CvType.CV_8UC3);
        assertThat(picture.cols()).isEqualTo(70);
      }
    }
  }

  @Test
  void a_fully_red_or_black_or_white_picture_is_cleaned_without_complaint() throws Exception {
    for (var colour : new int[] {0xFF0000, 0, 0xFFFFFF}) {
      var image = new BufferedImage(300, 400, BufferedImage.TYPE_3BYTE_BGR);
      for (var i = 0; i < 300 * 400; i++) {
        image.setRGB(i % 300, i / 300, colour);
      }
      var clean = PageCleaner.cleanScan(Printed.bytes(image, "png"), 100);
      assertThat(clean.width()).isEqualTo(300);
    }
  }
}
