package io.yichuang.kiosk.material;

import io.yichuang.vision.page.Point;
import io.yichuang.vision.page.Quad;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Corners of a sheet as a finger moved them. Pure. */
final class Corners {
  /** Why a page cannot be cut by these corners. */
  enum Doubt {
    /** The sides cross, bend inwards, or the sheet would be seen from behind. */
    CROSSED,
    /** A side too short to hold anything readable. */
    SMALL
  }

  /** Of the picture's long side: an ID card that fills a third of the picture has sides of 0.2. */
  private static final double LEAST_SIDE = 0.1;

  private Corners() {}

  /**
   * What the page's own element sends: x and y of the four, from the upper left one clockwise.
   *
   * @param longSide of the picture, pixels
   * @return empty if it is anything else: any client can call
   */
  static Optional<Quad> read(JsonNode data, int longSide) {
    if (!data.isArray() || data.size() != 8) {
      return Optional.empty();
    }
    var at = new double[8];
    for (int i = 0; i < at.length; i++) {
      at[i] = data.get(i).asDouble(Double.NaN);
      if (!(at[i] >= 0 && at[i] <= longSide)) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new Quad(
            new Point(at[0], at[1]),
            new Point(at[2], at[3]),
            new Point(at[4], at[5]),
            new Point(at[6], at[7])));
  }

  /** What is wrong with them; empty if a page can be cut. */
  static Optional<Doubt> doubt(Quad quad, int longSide) {
    List<Point> round = round(quad);
    for (int i = 0; i < 4; i++) {
      Point a = round.get(i);
      Point b = round.get((i + 1) % 4);
      Point c = round.get((i + 2) % 4);
      double turn = (b.x() - a.x()) * (c.y() - b.y()) - (b.y() - a.y()) * (c.x() - b.x());
      if (!(turn > 0)) {
        return Optional.of(Doubt.CROSSED);
      }
    }
    for (int i = 0; i < 4; i++) {
      Point a = round.get(i);
      Point b = round.get((i + 1) % 4);
      if (Math.hypot(b.x() - a.x(), b.y() - a.y()) < LEAST_SIDE * longSide) {
        return Optional.of(Doubt.SMALL);
      }
    }
    return Optional.empty();
  }

  static List<Double> flat(Quad quad) {
    return round(quad).stream().flatMap(p -> Stream.of(p.x(), p.y())).toList();
  }

  private static List<Point> round(Quad quad) {
    return List.of(quad.topLeft(), quad.topRight(), quad.bottomRight(), quad.bottomLeft());
  }
}
