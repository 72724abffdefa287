package io.yichuang.vision.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Plane geometry of quads. */
final class Quads {

  /** A page seen from a kiosk's camera or by hand is a trapezoid, not a kite. */
  private static final double MIN_ANGLE = Math.toRadians(45);

  private static final double MAX_ANGLE = Math.toRadians(135);
  private static final double MIN_OPPOSITE_RATIO = 0.4;

  private Quads() {}

  static List<Point> corners(Quad quad) {
    return List.of(quad.topLeft(), quad.topRight(), quad.bottomRight(), quad.bottomLeft());
  }

  static Quad scaled(Quad quad, double factor) {
    var c = corners(quad);
    return new Quad(
        scaled(c.get(0), factor),
        scaled(c.get(1), factor),
        scaled(c.get(2), factor),
        scaled(c.get(3), factor));
  }

  private static Point scaled(Point p, double factor) {
    return new Point(p.x() * factor, p.y() * factor);
  }

  /** Four points in any order as a quad, when they could be the corners of a page. */
  static Optional<Quad> of(List<Point> points) {
    var cx = points.stream().mapToDouble(Point::x).average().orElse(0);
    var cy = points.stream().mapToDouble(Point::y).average().orElse(0);
    var round = new ArrayList<>(points);
    // With y down, growing angles go clockwise as one sees it.
    round.sort(Comparator.comparingDouble(p -> Math.atan2(p.y() - cy, p.x() - cx)));
    var first = 0;
    for (var i = 1; i < 4; i++) {
      if (sum(round.get(i)) < sum(round.get(first))) {
        first = i;
      }
    }
    var quad =
        new Quad(
            round.get(first),
            round.get((first + 1) % 4),
            round.get((first + 2) % 4),
            round.get((first + 3) % 4));
    return pagelike(quad) ? Optional.of(quad) : Optional.empty();
  }

  private static double sum(Point p) {
    return p.x() + p.y();
  }

  private static boolean pagelike(Quad quad) {
    var c = corners(quad);
    for (var i = 0; i < 4; i++) {
      var angle = angle(c.get((i + 3) % 4), c.get(i), c.get((i + 1) % 4));
      if (!(angle >= MIN_ANGLE && angle <= MAX_ANGLE)) {
        return false;
      }
    }
    return ratio(side(c, 0), side(c, 2)) >= MIN_OPPOSITE_RATIO
        && ratio(side(c, 1), side(c, 3)) >= MIN_OPPOSITE_RATIO;
  }

  private static double ratio(double a, double b) {
    return Math.min(a, b) / Math.max(a, b);
  }

  private static double side(List<Point> c, int i) {
    return distance(c.get(i), c.get((i + 1) % 4));
  }

  static double distance(Point a, Point b) {
    return Math.hypot(a.x() - b.x(), a.y() - b.y());
  }

  /** At b, 0 to pi; NaN when two of the points are one. */
  private static double angle(Point a, Point b, Point c) {
    var ux = a.x() - b.x();
    var uy = a.y() - b.y();
    var vx = c.x() - b.x();
    var vy = c.y() - b.y();
    return Math.acos((ux * vx + uy * vy) / (Math.hypot(ux, uy) * Math.hypot(vx, vy)));
  }

  /** In square pixels. */
  static double area(Quad quad) {
    var c = corners(quad);
    var twice = 0.0;
    for (var i = 0; i < 4; i++) {
      var a = c.get(i);
      var b = c.get((i + 1) % 4);
      twice += a.x() * b.y() - b.x() * a.y();
    }
    return Math.abs(twice) / 2;
  }

  /** The farthest that any corner moved between two sights, pixels. */
  static double moved(Quad a, Quad b) {
    var p = corners(a);
    var q = corners(b);
    var most = 0.0;
    for (var i = 0; i < 4; i++) {
      most = Math.max(most, distance(p.get(i), q.get(i)));
    }
    return most;
  }
}
