package io.yichuang.kiosk.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far written ink is from a template, stroke by stroke in any order. Where the hand lifted less
 * often than the template has strokes, a written stroke may stand for two or three that follow each
 * other, with the way between them.
 */
final class InkMatch {
  /** Strokes run together at most. */
  private static final int MOST_JOINED = 4;

  /** A stroke the wrong way round costs a little. */
  private static final double BACKWARDS = 0.03;

  /** What the direction of a piece of the way counts beside its place. */
  private static final double DIRECTION = 2.2;

  /** A join costs so much: the plain reading comes first. */
  private static final double JOIN = 0.015;

  /** A stroke that nothing stands for. */
  private static final double LOST = 0.45;

  /** Strokes that must be farther apart than this are not compared. */
  private static final double FAR = 0.3;

  /** What a difference in length adds at least, by {@link #DIRECTION}. */
  private static final double LENGTH = DIRECTION / (Ink.POINTS - 1);

  /** A short stroke counts so much, and the more the longer. */
  private static final double LEAST_WEIGHT = 0.35;

  /** Strokes of the template that one written stroke may stand for: first, how many, their way. */
  private record Unit(int first, int count, double[] way, double[] middle, double length) {
    static Unit of(int first, int count, double[] way) {
      return new Unit(first, count, way, InkMatch.middle(way), Ink.length(way));
    }
  }

  private InkMatch() {}

  /**
   * Mean distance of the strokes, in sides of the box and more for wrong directions; 0 is equal.
   */
  static double distance(Ink written, double[] weights, Ink template) {
    int lines = written.strokes().size();
    int strokes = template.strokes().size();
    List<Unit> units = units(template.strokes(), lines);
    double[][] centres = new double[lines][];
    double[] lengths = new double[lines];
    for (int i = 0; i < lines; i++) {
      centres[i] = middle(written.strokes().get(i));
      lengths[i] = Ink.length(written.strokes().get(i));
    }
    double[][] costs = new double[lines][units.size()];
    long[] pairs = new long[lines * units.size()];
    int count = 0;
    for (int i = 0; i < lines; i++) {
      for (int k = 0; k < units.size(); k++) {
        Unit unit = units.get(k);
        double middles = hypot(centres[i][0] - unit.middle()[0], centres[i][1] - unit.middle()[1]);
        // Points cannot be nearer than their middles, nor ways more alike than their lengths.
        if (middles + LENGTH * Math.abs(lengths[i] - unit.length()) > FAR) {
          continue;
        }
        double cost = apart(written.strokes().get(i), unit.way()) + JOIN * (unit.count() - 1);
        costs[i][k] = cost;
        // Cheapest first; of joined strokes the price is for all of them.
        long rank = (long) ((cost - GATHERED * (unit.count() - 1)) * 1e6) + 1_000_000_000L;
        pairs[count++] = rank << 20 | (long) i << 10 | k;
      }
    }
    Arrays.sort(pairs, 0, count);
    int[] taken = new int[lines];
    Arrays.fill(taken, -1);
    boolean[] used = new boolean[strokes];
    int left = strokes;
    int open = lines;
    for (int n = 0; n < count; n++) {
      long pair = pairs[n];
      int line = (int) (pair >> 10 & 0x3ff);
      Unit unit = units.get((int) (pair & 0x3ff));
      if (taken[line] >= 0
          || overlaps(unit, used)
          || (strokes >= lines && left - unit.count() < open - 1)) {
        continue;
      }
      taken[line] = (int) (pair & 0x3ff);
      Arrays.fill(used, unit.first(), unit.first() + unit.count(), true);
      left -= unit.count();
      open--;
    }
    double sum = 0;
    double whole = 0;
    for (int i = 0; i < lines; i++) {
      sum += weights[i] * (taken[i] < 0 ? LOST : Math.min(LOST, costs[i][taken[i]]));
      whole += weights[i];
    }
    for (int i = 0; i < strokes; i++) {
      if (!used[i]) {
        double weight = LEAST_WEIGHT + Ink.length(template.strokes().get(i));
        sum += weight * LOST;
        whole += weight;
      }
    }
    return sum / whole;
  }

  /** A joined reading may be dearer by so much for each stroke that it takes in. */
  private static final double GATHERED = 0.05;

  /** What each stroke counts. */
  static double[] weights(Ink ink) {
    return ink.strokes().stream()
        .mapToDouble(stroke -> LEAST_WEIGHT + Ink.length(stroke))
        .toArray();
  }

  private static List<Unit> units(List<double[]> strokes, int lines) {
    List<Unit> units = new ArrayList<>();
    int joined = Math.min(MOST_JOINED, strokes.size() - lines + 1);
    for (int first = 0; first < strokes.size(); first++) {
      units.add(Unit.of(first, 1, strokes.get(first)));
      for (int more = 2; more <= joined && first + more <= strokes.size(); more++) {
        double[] way = new double[0];
        for (int i = first; i < first + more; i++) {
          double[] next = strokes.get(i);
          way = Arrays.copyOf(way, way.length + next.length);
          System.arraycopy(next, 0, way, way.length - next.length, next.length);
        }
        units.add(Unit.of(first, more, Ink.even(way, Ink.POINTS)));
      }
    }
    return units;
  }

  /** {@link Math#hypot} guards against overflow, at twenty times the price. */
  private static double hypot(double x, double y) {
    return Math.sqrt(x * x + y * y);
  }

  private static double[] middle(double[] way) {
    double x = 0;
    double y = 0;
    for (int i = 0; i < way.length; i += 2) {
      x += way[i];
      y += way[i + 1];
    }
    return new double[] {2 * x / way.length, 2 * y / way.length};
  }

  private static boolean overlaps(Unit unit, boolean[] used) {
    for (int i = unit.first(); i < unit.first() + unit.count(); i++) {
      if (used[i]) {
        return true;
      }
    }
    return false;
  }

  /** The way round whose ends lie nearer is the one that was meant. */
  private static double apart(double[] one, double[] other) {
    int last = one.length - 2;
    double forth = ends(one, other, 0, last);
    double back = ends(one, other, last, 0);
    return forth <= back ? apart(one, other, false) : apart(one, other, true) + BACKWARDS;
  }

  private static double ends(double[] one, double[] other, int first, int last) {
    return hypot(one[0] - other[first], one[1] - other[first + 1])
        + hypot(one[one.length - 2] - other[last], one[one.length - 1] - other[last + 1]);
  }

  private static double apart(double[] one, double[] other, boolean backwards) {
    double places = 0;
    double turns = 0;
    int points = one.length / 2;
    double lastX = 0;
    double lastY = 0;
    for (int i = 0; i < points; i++) {
      int at = backwards ? points - 1 - i : i;
      double x = one[2 * i] - other[2 * at];
      double y = one[2 * i + 1] - other[2 * at + 1];
      places += Math.sqrt(x * x + y * y);
      if (i > 0) {
        turns += Math.sqrt((x - lastX) * (x - lastX) + (y - lastY) * (y - lastY));
      }
      lastX = x;
      lastY = y;
    }
    return places / points + DIRECTION * turns / (points - 1);
  }
}
