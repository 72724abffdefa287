package io.yichuang.vision.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.yichuang.vision.page.Point;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A head of some points in space, turned and seen from afar. */
class LandmarksTest {

  /** Millimetres; x to the right of the picture, y down, z towards the camera. */
  private static final double[] LEFT_EYE = {-31, 0, 0};

  private static final double[] RIGHT_EYE = {31, 0, 0};
  private static final double[] NOSE = {0, 40, 35};
  private static final double[] LEFT_MOUTH = {-25, 65, 2};
  private static final double[] RIGHT_MOUTH = {25, 65, 2};

  @ParameterizedTest
  @CsvSource({"0,0,0", "30,0,0", "-30,0,0", "0,30,0", "0,-30,0", "0,0,30", "15,-10,20"})
  void the_turn_of_a_head_is_read_off_its_nose(double yaw, double pitch, double roll) {
    var marks = seen(yaw, pitch, roll);
    assertThat(marks.roll()).isCloseTo(roll, within(6.0));
    assertThat(marks.yaw()).isCloseTo(yaw, within(8.0));
    assertThat(marks.pitch()).isCloseTo(pitch, within(10.0));
  }

  private static Landmarks seen(double yaw, double pitch, double roll) {
    var points = new Point[68];
    Arrays.fill(points, new Point(0, 0));
    Arrays.fill(points, 36, 42, turned(LEFT_EYE, yaw, pitch, roll));
    Arrays.fill(points, 42, 48, turned(RIGHT_EYE, yaw, pitch, roll));
    points[30] = turned(NOSE, yaw, pitch, roll);
    points[48] = turned(LEFT_MOUTH, yaw, pitch, roll);
    points[54] = turned(RIGHT_MOUTH, yaw, pitch, roll);
    return new Landmarks(points);
  }

  private static Point turned(double[] p, double yaw, double pitch, double roll) {
    var a = Math.toRadians(yaw);
    var b = Math.toRadians(pitch);
    var c = Math.toRadians(roll);
    var x = p[0] * Math.cos(a) + p[2] * Math.sin(a);
    var z = -p[0] * Math.sin(a) + p[2] * Math.cos(a);
    var y = p[1] * Math.cos(b) + z * Math.sin(b);
    return new Point(
        320 + 2 * (x * Math.cos(c) - y * Math.sin(c)),
        240 + 2 * (x * Math.sin(c) + y * Math.cos(c)));
  }
}
