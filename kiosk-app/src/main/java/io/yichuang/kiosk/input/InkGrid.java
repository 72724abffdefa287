package io.yichuang.kiosk.input;

import java.util.List;

/**
 * How much ink lies where in which direction: a rough picture that the order of the strokes, their
 * direction and joins hardly change. To tell which characters are worth a closer look.
 */
final class InkGrid {
  private static final int SIDE = 6;
  private static final int DIRECTIONS = 4;

  /** Numbers in a picture. */
  static final int SIZE = SIDE * SIDE * DIRECTIONS;

  private InkGrid() {}

  /** The picture of some strokes; as long as one as a vector. */
  static float[] of(List<double[]> strokes) {
    float[] grid = new float[SIZE];
    for (double[] stroke : strokes) {
      for (int i = 2; i < stroke.length; i += 2) {
        put(grid, stroke[i - 2], stroke[i - 1], stroke[i], stroke[i + 1]);
      }
    }
    double sum = 0;
    for (int i = 0; i < SIZE; i++) {
      grid[i] = (float) Math.sqrt(grid[i]); // long strokes must not be all that counts
      sum += (double) grid[i] * grid[i];
    }
    float length = (float) Math.max(1e-9, Math.sqrt(sum));
    for (int i = 0; i < SIZE; i++) {
      grid[i] /= length;
    }
    return grid;
  }

  /** The middle of a short piece, shared among the four cells and two directions next to it. */
  private static void put(float[] grid, double fromX, double fromY, double toX, double toY) {
    double length = Math.hypot(toX - fromX, toY - fromY);
    if (length == 0) {
      return;
    }
    double turn = Math.atan2(toY - fromY, toX - fromX) / Math.PI;
    double direction = (turn - Math.floor(turn)) * DIRECTIONS;
    double x = Math.clamp((fromX + toX) / 2, 0, 1) * SIDE - 0.5;
    double y = Math.clamp((fromY + toY) / 2, 0, 1) * SIDE - 0.5;
    for (int dx = 0; dx <= 1; dx++) {
      for (int dy = 0; dy <= 1; dy++) {
        for (int dd = 0; dd <= 1; dd++) {
          int column = Math.clamp((int) Math.floor(x) + dx, 0, SIDE - 1);
          int row = Math.clamp((int) Math.floor(y) + dy, 0, SIDE - 1);
          int way = ((int) direction + dd) % DIRECTIONS;
          double share = near(x, dx) * near(y, dy) * (dd == 0 ? 1 - direction % 1 : direction % 1);
          grid[(row * SIDE + column) * DIRECTIONS + way] += (float) (length * share);
        }
      }
    }
  }

  private static double near(double place, int step) {
    double over = place - Math.floor(place);
    return step == 0 ? 1 - over : over;
  }
}
