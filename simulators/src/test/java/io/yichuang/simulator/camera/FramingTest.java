package io.yichuang.simulator.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FramingTest {
  /** Red above, green in the middle, blue below: a quarter, a half, a quarter. */
  private static BufferedImage bands(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.RED);
    g.fillRect(0, 0, width, height);
    g.setColor(Color.GREEN);
    g.fillRect(0, height / 4, width, height);
    g.setColor(Color.BLUE);
    g.fillRect(0, height * 3 / 4, width, height);
    g.dispose();
    return image;
  }

  /** Heights of the bands in the frame, by hand: scale is 480 / shown height. */
  @ParameterizedTest
  @CsvSource({
    "640, 480, 120, 360",
    "512, 512, 160, 480", // the square portrait loses its foot: 512 x 384 of the top
    "600, 800, 160, 480", // a portrait photo keeps three quarters, with walls beside it
    "1080, 1920, 160, 480",
    "1920, 1080, 120, 360",
    "40, 30, 120, 360"
  })
  void a_person_fills_the_frame_without_a_border(int width, int height, int green, int blue) {
    BufferedImage frame = Framing.standing(bands(width, height), 640, 480);
    assertThat(frame.getWidth()).isEqualTo(640);
    assertThat(frame.getHeight()).isEqualTo(480);
    for (int x : new int[] {0, 1, 320, 638, 639}) {
      assertThat(band(frame, x, 4)).isEqualTo(Color.RED);
      assertThat(band(frame, x, green + 24)).isEqualTo(Color.GREEN);
      assertThat(band(frame, x, Math.min(blue, 480) - 24)).isEqualTo(Color.GREEN);
      if (blue < 480) {
        assertThat(band(frame, x, 476)).isEqualTo(Color.BLUE);
      }
    }
  }

  @Test
  void the_sides_of_a_wide_picture_are_cut_alike() {
    BufferedImage wide = new BufferedImage(1280, 480, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D g = wide.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(320, 0, 640, 480);
    g.dispose();
    BufferedImage frame = Framing.standing(wide, 640, 480);
    assertThat(new Color(frame.getRGB(2, 240))).isEqualTo(Color.WHITE);
    assertThat(new Color(frame.getRGB(637, 240))).isEqualTo(Color.WHITE);
  }

  private static Color band(BufferedImage frame, int x, int y) {
    Color colour = new Color(frame.getRGB(x, y));
    int most = Math.max(colour.getRed(), Math.max(colour.getGreen(), colour.getBlue()));
    return new Color(
        colour.getRed() == most ? 255 : 0,
        colour.getGreen() == most ? 255 : 0,
        colour.getBlue() == most ? 255 : 0);
  }
}
