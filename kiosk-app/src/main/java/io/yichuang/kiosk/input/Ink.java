package io.yichuang.kiosk.input;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * What a hand wrote, in a box of one by one, y downwards.
 *
 * @param strokes for each stroke its points, x and y by turns, evenly along its way
 */
record Ink(List<double[]> strokes) {
  /** Points of a stroke. */
  static final int POINTS = 12;

  /**
   * A side of the box is taken to be at least so much of the other: 一 is not blown up to a block.
   */
  private static final double LEAST_SIDE = 0.5;

  /** A length that is none. */
  private static final double NOTHING = 1e-9;

  /** Sides of more than this share of the longer one are stretched to it. */
  private static final double SQUARE = 0.5;

  /** Points less far off the way than this, in sides of the box, are the hand's trembling. */
  private static final double TREMBLING = 0.012;

  /** A touch screen gives a point every few millimetres: fewer points than these are no noise. */
  private static final int FEW = 8;

  private static final int ROUNDS = 3;

  /** The ink of raw strokes, wherever and how large they were written. */
  static Ink of(List<double[]> raw) {
    double left = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (double[] stroke : raw) {
      for (int i = 0; i < stroke.length; i += 2) {
        left = Math.min(left, stroke[i]);
        right = Math.max(right, stroke[i]);
        top = Math.min(top, stroke[i + 1]);
        bottom = Math.max(bottom, stroke[i + 1]);
      }
    }
    double most = Math.max(NOTHING, Math.max(right - left, bottom - top));
    double width = Math.max(right - left, LEAST_SIDE * most);
    double height = Math.max(bottom - top, LEAST_SIDE * most);
    double side = Math.max(width, height);
    List<double[]> strokes = new ArrayList<>();
    for (double[] stroke : raw) {
      double[] placed = new double[stroke.length];
      for (int i = 0; i < stroke.length; i += 2) {
        placed[i] = 0.5 + (stroke[i] - (left + right) / 2) / Math.max(width, SQUARE * side);
        placed[i + 1] =
            0.5 + (stroke[i + 1] - (top + bottom) / 2) / Math.max(height, SQUARE * side);
      }
      strokes.add(even(straight(smooth(placed)), POINTS));
    }
    return new Ink(strokes);
  }

  /** Each point in the middle of itself and its neighbours, by halves; the ends stay. */
  private static double[] smooth(double[] way) {
    double[] smooth = way.clone();
    for (int round = 0; round < ROUNDS; round++) {
      double[] last = smooth.clone();
      for (int i = 2; i < way.length - 2; i++) {
        smooth[i] = last[i] / 2 + (last[i - 2] + last[i + 2]) / 4;
      }
    }
    return way.length > 2 * FEW ? smooth : way;
  }

  /** Only the points that the way needs (Douglas and Peucker): a trembling hand goes straight. */
  private static double[] straight(double[] way) {
    int points = way.length / 2;
    var needed = new BitSet(points);
    needed.set(0);
    needed.set(points - 1);
    Deque<int[]> open = new ArrayDeque<>();
    open.add(new int[] {0, points - 1});
    while (!open.isEmpty()) {
      int[] part = open.removeLast();
      double most = TREMBLING;
      int farthest = -1;
      for (int i = part[0] + 1; i < part[1]; i++) {
        double off = off(way, part[0], part[1], i);
        if (off > most) {
          most = off;
          farthest = i;
        }
      }
      if (farthest >= 0) {
        needed.set(farthest);
        open.add(new int[] {part[0], farthest});
        open.add(new int[] {farthest, part[1]});
      }
    }
    double[] straight = new double[2 * needed.cardinality()];
    int at = 0;
    for (int i = needed.nextSetBit(0); i >= 0; i = needed.nextSetBit(i + 1)) {
      straight[at++] = way[2 * i];
      straight[at++] = way[2 * i + 1];
    }
    return straight;
  }

  /** How far a point lies off the line between two others. */
  private static double off(double[] way, int from, int to, int point) {
    double x = way[2 * to] - way[2 * from];
    double y = way[2 * to + 1] - way[2 * from + 1];
    double pointX = way[2 * point] - way[2 * from];
    double pointY = way[2 * point + 1] - way[2 * from + 1];
    double square = x * x + y * y;
    double share = square < NOTHING ? 0 : Math.clamp((pointX * x + pointY * y) / square, 0, 1);
    return Math.hypot(pointX - share * x, pointY - share * y);
  }

  /** A way with so many points at equal distances along it. */
  static double[] even(double[] way, int points) {
    int count = way.length / 2;
    double[] along = new double[count];
    for (int i = 1; i < count; i++) {
      along[i] =
          along[i - 1] + Math.hypot(way[2 * i] - way[2 * i - 2], way[2 * i + 1] - way[2 * i - 1]);
    }
    double whole = along[count - 1];
    double[] even = new double[2 * points];
    int at = 0;
    for (int i = 0; i < points; i++) {
      double wanted = whole * i / (points - 1);
      while (at < count - 2 && along[at + 1] < wanted) {
        at++;
      }
      int next = Math.min(at + 1, count - 1);
      double gap = along[next] - along[at];
      double share = gap < NOTHING ? 0 : Math.clamp((wanted - along[at]) / gap, 0, 1);
      even[2 * i] = way[2 * at] + share * (way[2 * next] - way[2 * at]);
      even[2 * i + 1] = way[2 * at + 1] + share * (way[2 * next + 1] - way[2 * at + 1]);
    }
    return even;
  }

  /** Length of a way, in sides of the box. */
  static double length(double[] way) {
    double length = 0;
    for (int i = 2; i < way.length; i += 2) {
      length +=
          Math.sqrt(
              (way[i] - way[i - 2]) * (way[i] - way[i - 2])
                  + (way[i + 1] - way[i - 1]) * (way[i + 1] - way[i - 1]));
    }
    return length;
  }
}
