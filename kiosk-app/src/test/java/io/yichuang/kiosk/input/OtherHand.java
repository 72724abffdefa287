package io.yichuang.kiosk.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Writes a character as somebody else would: shakily, in another order, without lifting the pen.
 */
final class OtherHand {
  private OtherHand() {}

  /**
   * The strokes, changed.
   *
   * @param how {@code plain}, {@code jitter}, {@code swap} (two neighbours change places), {@code
   *     join} (two neighbours run together), or several with a plus between
   */
  static List<double[]> writes(List<double[]> strokes, String how, Random random) {
    List<double[]> all = new ArrayList<>(strokes);
    for (String what : how.split("\\+")) {
      int at = all.size() < 2 ? 0 : random.nextInt(all.size() - 1);
      switch (what) {
        case "jitter" -> all.replaceAll(stroke -> moved(stroke, random));
        case "swap" -> {
          if (all.size() > 1) {
            Collections.swap(all, at, at + 1);
          }
        }
        case "join" -> {
          if (all.size() > 1) {
            double[] one = all.get(at);
            double[] two = all.remove(at + 1);
            double[] both = Arrays.copyOf(one, one.length + two.length);
            System.arraycopy(two, 0, both, one.length, two.length);
            all.set(at, both);
          }
        }
        default -> {}
      }
    }
    return all;
  }

  /** Each stroke a little elsewhere and of another size, each point a little beside. */
  private static double[] moved(double[] stroke, Random random) {
    double[] moved = stroke.clone();
    double size = 1 + 0.08 * random.nextGaussian();
    double right = 25 * random.nextGaussian();
    double down = 25 * random.nextGaussian();
    for (int i = 0; i < moved.length; i += 2) {
      moved[i] = stroke[0] + (stroke[i] - stroke[0]) * size + right + 8 * random.nextGaussian();
      moved[i + 1] =
          stroke[1] + (stroke[i + 1] - stroke[1]) * size + down + 8 * random.nextGaussian();
    }
    return moved;
  }
}
