package io.yichuang.kiosk.input;

/** The five kinds of strokes (GF 2001): h 横, s 竖, p 撇, n 捺 and 点, z 折; from a middle line. */
final class StrokeKind {
  /** Way from end to end by length: what is straighter has no turn. */
  private static final double STRAIGHT = 0.86;

  /** A vertical stroke with a hook is no turn: so much of it goes down. */
  private static final double DOWN = 0.68;

  /** Of the character's box: what is shorter and leans is a dot, else the side of a mouth. */
  private static final double DOT = 0.28;

  private StrokeKind() {}

  /** Points x and y by turns, y downwards. */
  static char of(double[] way) {
    int last = way.length / 2 - 1;
    double[] at = new double[last + 1];
    for (int i = 1; i <= last; i++) {
      at[i] = at[i - 1] + length(way, i - 1, i);
    }
    if (length(way, 0, last) < STRAIGHT * at[last]) {
      int corner = corner(way, last);
      double first = angle(way, 0, corner);
      return first > 65 && first < 115 && at[corner] > DOWN * at[last] ? 's' : 'z';
    }
    double degrees = angle(way, 0, last);
    if (degrees > -60 && degrees <= 18) {
      return 'h';
    }
    if (degrees > 18 && degrees <= (at[last] < DOT ? 82 : 62)) {
      return 'n';
    }
    return degrees > 62 && degrees <= 101 ? 's' : 'p';
  }

  /** The point that lies farthest from the straight way. */
  private static int corner(double[] way, int last) {
    int corner = 0;
    double most = -1;
    for (int i = 1; i < last; i++) {
      double off = length(way, 0, i) + length(way, i, last);
      if (off > most) {
        most = off;
        corner = i;
      }
    }
    return corner;
  }

  private static double length(double[] way, int from, int to) {
    return Math.hypot(way[2 * to] - way[2 * from], way[2 * to + 1] - way[2 * from + 1]);
  }

  private static double angle(double[] way, int from, int to) {
    return Math.toDegrees(
        Math.atan2(way[2 * to + 1] - way[2 * from + 1], way[2 * to] - way[2 * from]));
  }
}
