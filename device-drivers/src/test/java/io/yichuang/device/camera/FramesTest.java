package io.yichuang.device.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What cameras of USB send, made into pictures that anybody can read. */
class FramesTest {
  private static final int ROUNDS = 10_000;

  static byte[] jpeg(int width, int height) throws IOException {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, (x * 255 / width) << 16 | (y * 255 / height) << 8 | 0x40);
      }
    }
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", out);
    return out.toByteArray();
  }

  /** As the class of USB cameras sends it: without its Huffman tables. */
  static byte[] withoutTables(byte[] jpeg) {
    var out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    int at = 2;
    while ((jpeg[at + 1] & 0xFF) != 0xDA) {
      int length = 2 + ((jpeg[at + 2] & 0xFF) << 8 | (jpeg[at + 3] & 0xFF));
      if ((jpeg[at + 1] & 0xFF) != 0xC4) {
        out.write(jpeg, at, length);
      }
      at += length;
    }
    out.write(jpeg, at, jpeg.length - at);
    return out.toByteArray();
  }

  @Test
  void a_picture_without_its_tables_gets_them_and_is_the_same_picture() throws IOException {
    byte[] whole = jpeg(64, 48);
    byte[] bare = withoutTables(whole);
    assertThat(bare.length).isLessThan(whole.length);
    BufferedImage expected = ImageIO.read(new ByteArrayInputStream(whole));
    BufferedImage seen = ImageIO.read(new ByteArrayInputStream(JpegTables.complete(bare)));
    for (int y = 0; y < 48; y++) {
      for (int x = 0; x < 64; x++) {
        assertThat(seen.getRGB(x, y)).isEqualTo(expected.getRGB(x, y));
      }
    }
    assertThat(JpegTables.complete(whole)).isSameAs(whole);
  }

  @Test
  void noise_and_parts_are_left_as_they_are_and_harm_nobody() throws IOException {
    Random random = new Random(5);
    byte[] bare = withoutTables(jpeg(16, 16));
    for (int length = 0; length < bare.length; length++) {
      assertThat(JpegTables.complete(Arrays.copyOf(bare, length)).length)
          .isBetween(length, length + 432);
    }
    for (int round = 0; round < ROUNDS; round++) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      assertThat(JpegTables.complete(noise).length).isLessThanOrEqualTo(noise.length + 432);
      byte[] hurt = bare.clone();
      hurt[random.nextInt(hurt.length)] ^= (byte) (1 + random.nextInt(255));
      assertThat(JpegTables.complete(hurt).length).isLessThanOrEqualTo(hurt.length + 432);
    }
  }

  @Test
  void raw_pictures_keep_their_colours() throws IOException {
    // BT.601: white, black, red, green, blue as Y, U, V.
    int[][] colours = {
      {235, 128, 128, 0xFFFFFF},
      {16, 128, 128, 0x000000},
      {81, 90, 240, 0xFF0000},
      {145, 54, 34, 0x00FF00},
      {41, 240, 110, 0x0000FF}
    };
    for (int[] colour : colours) {
      int row = 32 * 2 + 8; // padded rows
      byte[] raw = new byte[row * 16];
      for (int i = 0; i + 3 < raw.length; i += 4) {
        raw[i] = (byte) colour[0];
        raw[i + 1] = (byte) colour[1];
        raw[i + 2] = (byte) colour[0];
        raw[i + 3] = (byte) colour[2];
      }
      byte[] jpeg = YuyvPicture.jpeg(raw, 32, 16, row);
      assertThat(JpegHeader.of(jpeg)).isEqualTo(new JpegHeader(32, 16));
      int seen = ImageIO.read(new ByteArrayInputStream(jpeg)).getRGB(9, 9);
      for (int shift = 0; shift <= 16; shift += 8) {
        assertThat((seen >> shift) & 0xFF)
            .as("%06x came as %06x", colour[3], seen & 0xFFFFFF)
            .isCloseTo((colour[3] >> shift) & 0xFF, org.assertj.core.data.Offset.offset(6));
      }
    }
  }

  @Test
  void raw_pictures_that_are_cut_short_are_none() {
    assertThat(YuyvPicture.jpeg(new byte[32 * 2 * 16 - 1], 32, 16, 64)).isEmpty();
    assertThat(YuyvPicture.jpeg(new byte[100], 32, 16, 0)).isEmpty();
    assertThat(YuyvPicture.jpeg(new byte[100], 3, 2, 0)).as("odd").isEmpty();
    assertThat(YuyvPicture.jpeg(new byte[100], 60_000, 60_000, 0)).isEmpty();
    assertThat(YuyvPicture.jpeg(new byte[100], -2, -2, 0)).isEmpty();
    assertThat(YuyvPicture.jpeg(new byte[32 * 2 * 16], 32, 16, 0)).isNotEmpty();
  }
}
