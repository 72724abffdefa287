package io.yichuang.vision.mat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yichuang.vision.UnreadableImageException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png"})
  void a_picture_cut_off_anywhere_is_refused(String kind) throws Exception {
    var whole = picture(kind, 24, 16);
    Picture.check(whole);
    for (var length = 0; length < whole.length; length++) {
      // The four bytes of the last checksum are not looked at.
      if (kind.equals("png") && length >= whole.length - 4) {
        break;
      }
      var part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> Picture.check(part))
          .as("%d of %d bytes", length, whole.length)
          .isInstanceOf(UnreadableImageException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void noise_behind_a_good_beginning_hangs_nothing(long seed) throws Exception {
    var random = new Random(seed);
    for (var kind : new String[] {"jpg", "png"}) {
      for (var i = 0; i < 200; i++) {
        var bytes = picture(kind, 24, 16);
        var from = 2 + random.nextInt(bytes.length - 2);
        for (var j = from; j < Math.min(bytes.length, from + 20); j++) {
          bytes[j] = (byte) random.nextInt();
        }
        try (var mats = new Mats()) {
          assertThat(Picture.decode(bytes, mats).total()).isLessThanOrEqualTo(Picture.MAX_PIXELS);
        } catch (UnreadableImageException e) {
          assertThat(e).hasMessageNotContaining("null");
        }
      }
    }
  }

  @Test
  void a_bomb_is_refused_by_its_header() throws Exception {
    var png = picture("png", 24, 16);
    ByteBuffer.wrap(png).putInt(16, 20_000).putInt(20, 20_000);
    assertThatThrownBy(() -> Picture.check(png)).hasMessageContaining("larger than");
    assertThatThrownBy(() -> Picture.check(new byte[Picture.MAX_BYTES + 1]))
        .hasMessageContaining("bytes");
  }

  @Test
  void four_colours_and_animation_are_refused() throws Exception {
    var jpeg = picture("jpg", 24, 16);
    var frame = indexOf(jpeg, "ffc0");
    jpeg[frame + 9] = 4;
    assertThatThrownBy(() -> Picture.check(jpeg)).hasMessageContaining("CMYK");
    var png = picture("png", 24, 16);
    var animated = insert(png, 33, "000000086163544c0000000200000000" + "00000000");
    assertThatThrownBy(() -> Picture.check(animated)).hasMessageContaining("animated");
    assertThatThrownBy(() ->
            Picture.check(
                "GIF89a, many frames".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
        .hasMessageContaining("neither");
  }

  @Test
  void a_phone_that_was_held_upright_gives_an_upright_picture() throws Exception {
    // APP1 with one TIFF entry: orientation (0x0112) = 6, turn clockwise.
    var exif =
        "ffe10022"
            + "457869660000"
            + "4d4d002a00000008"
            + "0001"
            + "0112000300000001"
            + "00060000"
            + "00000000";
    var lying = insert(picture("jpg", 24, 16), 2, exif);
    try (var mats = new Mats()) {
      var mat = Picture.decode(lying, mats);
      assertThat(mat.cols()).isEqualTo(16);
      assertThat(mat.rows()).isEqualTo(24);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png"})
  void how_large_it_is_stands_in_its_header(String kind) throws Exception {
    assertThat(Picture.size(picture(kind, 24, 16))).isEqualTo(new Picture.Extent(24, 16));
    assertThat(Picture.longSide(picture(kind, 16, 24))).isEqualTo(24);
  }

  @Test
  void a_scope_frees_its_matrices() {
    org.opencv.core.Mat mat;
    try (var mats = new Mats()) {
      io.yichuang.vision.Vision.require();
      mat = mats.mat();
      mat.create(100, 100, org.opencv.core.CvType.CV_8U);
      assertThat(mat.empty()).isFalse();
    }
    assertThat(mat.empty()).isTrue();
  }

  private static byte[] picture(String kind, int width, int height) throws IOException {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (var i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, i * 977);
    }
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, kind, out);
    return out.toByteArray();
  }

  private static int indexOf(byte[] bytes, String hex) {
    return HexFormat.of().formatHex(bytes).indexOf(hex) / 2;
  }

  private static byte[] insert(byte[] bytes, int at, String hex) {
    var more = HexFormat.of().parseHex(hex);
    var out = new ByteArrayOutputStream();
    out.write(bytes, 0, at);
    out.writeBytes(more);
    out.write(bytes, at, bytes.length - at);
    return out.toByteArray();
  }
}
