package io.yichuang.vision.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Mat;

/** What is known of a small picture in which a page is sought. */
final class Sought {

  /** From here a page is plain to see. */
  private static final double PLAIN = 0.95;

  /** Of a thousand outlines so many are looked at more closely. */
  private static final int LOOKED_AT = 80;

  /** So many of the best are moved to where they fit best. */
  private static final int REFINED = 4;

  /** How far the ends of a side are moved, one after the other, pixels. */
  private static final double[] MOVES = {8, 4, 2, 1, 0.5};

  /** A better fit may lower the score so much: the outline was a little too large. */
  private static final double LOST = 0.02;

  /** Corners this near are one corner, pixels. */
  private static final double SAME_CORNER = 10;

  /** A whole sheet is this much larger than one panel of it. */
  private static final double LEAST_MORE = 1.12;

  private static final double MOST_MORE = 6;

  /** What the whole sheet's score may fall short of its panel's: creases are strong edges. */
  private static final double WHOLE = 0.75;

  /** The outline must be seen between a panel's corner and the sheet's. */
  private static final double CONTINUED = 0.33;

  /** A page and how sure it is. */
  private record Scored(Quad quad, double score) {}

  private final List<Mat> channels;
  private final Edges edges;
  private final Bands bands;
  private final int width;
  private final int height;

  Sought(List<Mat> channels) {
    this.channels = channels;
    width = channels.getFirst().cols();
    height = channels.getFirst().rows();
    edges = new Edges(channels);
    bands = new Bands(channels);
  }

  /** The best there is, good or bad. */
  Optional<PageFinder.Found> best() {
    var all = new ArrayList<>(best(Candidates.of(channels)));
    var dubious = all.isEmpty() || all.getFirst().score() < PLAIN;
    if (dubious || goesOn(all.getFirst().quad())) {
      // White on white: fainter edges, which elsewhere would only be the table's grain.
      all.addAll(best(Candidates.faint(channels.getFirst())));
      all.sort(Comparator.comparingDouble(Scored::score).reversed());
    }
    if (all.isEmpty()) {
      return Optional.empty();
    }
    var best = unfolded(all.getFirst(), all);
    return Optional.of(new PageFinder.Found(best.quad(), best.score()));
  }

  private boolean goesOn(Quad quad) {
    var c = Quads.corners(quad);
    for (var i = 0; i < 4; i++) {
      if (bands.goesOn(c.get(i), c.get((i + 1) % 4))) {
        return true;
      }
    }
    return false;
  }

  /** By their scores, the best first; the first few moved to where they fit. */
  private List<Scored> best(List<Quad> candidates) {
    var outlined = new ArrayList<Scored>();
    for (var quad : candidates) {
      outlined.add(new Scored(quad, outline(quad)));
    }
    outlined.sort(Comparator.comparingDouble(Scored::score).reversed());
    var scored = new ArrayList<Scored>();
    for (var each : outlined.subList(0, Math.min(LOOKED_AT, outlined.size()))) {
      scored.add(new Scored(each.quad(), each.score() + bands.bonus(each.quad())));
    }
    scored.sort(Comparator.comparingDouble(Scored::score).reversed());
    for (var i = 0; i < Math.min(REFINED, scored.size()); i++) {
      scored.set(i, refined(scored.get(i)));
    }
    scored.sort(Comparator.comparingDouble(Scored::score).reversed());
    return scored;
  }

  /** Each side's two ends are moved across it while that makes the fit better. */
  private Scored refined(Scored scored) {
    var best = scored.quad();
    var most = fit(best);
    for (var move : MOVES) {
      for (var side = 0; side < 4; side++) {
        for (var ends = 1; ends <= 3; ends++) {
          for (var way = -1; way <= 1; way += 2) {
            var quad = moved(best, side, ends, way * move);
            if (quad.isPresent()) {
              var fit = fit(quad.get());
              if (fit > most) {
                most = fit;
                best = quad.get();
              }
            }
          }
        }
      }
    }
    var score = score(best);
    return score > scored.score() - LOST ? new Scored(best, score) : scored;
  }

  /** How much of the outline lies right on an edge. Larger is not better here. */
  private double fit(Quad quad) {
    var c = Quads.corners(quad);
    var sum = 0.0;
    for (var i = 0; i < 4; i++) {
      if (!hugs(c.get(i), c.get((i + 1) % 4))) {
        sum += edges.support(c.get(i), c.get((i + 1) % 4), 1);
      }
    }
    return sum;
  }

  /** One end (1), the other (2) or both (3) of a side, outwards, along the sides beside it. */
  private static Optional<Quad> moved(Quad quad, int side, int ends, double by) {
    var c = new ArrayList<>(Quads.corners(quad));
    var next = (side + 1) % 4;
    if ((ends & 1) != 0) {
      c.set(side, pushed(c.get(side), c.get((side + 3) % 4), by));
    }
    if ((ends & 2) != 0) {
      c.set(next, pushed(c.get(next), c.get((next + 1) % 4), by));
    }
    return Quads.of(c);
  }

  private static Point pushed(Point p, Point from, double by) {
    var length = Math.max(1e-6, Quads.distance(p, from));
    return new Point(
        p.x() + (p.x() - from.x()) / length * by, p.y() + (p.y() - from.y()) / length * by);
  }

  /** The whole sheet rather than one panel of it: two corners are the same, and paper goes on. */
  private Scored unfolded(Scored panel, List<Scored> all) {
    if (!goesOn(panel.quad())) {
      return panel;
    }
    var area = Quads.area(panel.quad());
    for (var whole : all) {
      if (whole.score() < WHOLE * panel.score()) {
        break;
      }
      var more = Quads.area(whole.quad()) / area;
      if (more > LEAST_MORE && more < MOST_MORE && continues(panel.quad(), whole.quad())) {
        return whole;
      }
    }
    return panel;
  }

  private boolean continues(Quad panel, Quad whole) {
    var p = Quads.corners(panel);
    var w = Quads.corners(whole);
    var same = 0;
    for (var i = 0; i < 4; i++) {
      if (Quads.distance(p.get(i), w.get(i)) < SAME_CORNER) {
        same++;
      } else if (outside(p.get(i), w) || edges.support(p.get(i), w.get(i)) < CONTINUED) {
        return false;
      }
    }
    if (same < 2) {
      return false;
    }
    for (var i = 0; i < 4; i++) {
      var next = (i + 1) % 4;
      var moved =
          Quads.distance(p.get(i), w.get(i)) >= SAME_CORNER
              && Quads.distance(p.get(next), w.get(next)) >= SAME_CORNER;
      if (moved && !bands.goesOn(p.get(i), p.get(next))) {
        return false;
      }
    }
    return true;
  }

  /** Farther out than a corner may be by mistake. */
  private static boolean outside(Point p, List<Point> quad) {
    for (var i = 0; i < 4; i++) {
      var a = quad.get(i);
      var b = quad.get((i + 1) % 4);
      var across = (b.x() - a.x()) * (p.y() - a.y()) - (b.y() - a.y()) * (p.x() - a.x());
      if (across / Math.max(1e-6, Quads.distance(a, b)) < -SAME_CORNER) {
        return true;
      }
    }
    return false;
  }

  double score(Quad quad) {
    return outline(quad) + bands.bonus(quad);
  }

  private double outline(Quad quad) {
    var c = Quads.corners(quad);
    var sum = 0.0;
    var worst = 1.0;
    var hugging = 0;
    for (var i = 0; i < 4; i++) {
      var a = c.get(i);
      var b = c.get((i + 1) % 4);
      if (hugs(a, b)) {
        // A long page may leave the picture: no evidence for it there, and none against it.
        hugging++;
        sum += 0.45;
      } else {
        var support = edges.support(a, b);
        sum += support;
        worst = Math.min(worst, support);
      }
    }
    if (hugging > 2) {
      return 0;
    }
    var area = Quads.area(quad) / (width * (double) height);
    return 0.55 * sum / 4 + 0.35 * worst + 0.35 * Math.sqrt(Math.min(1, area)) - 0.12 * hugging;
  }

  /** The border of the picture itself is straight too, but says nothing of a page. */
  private boolean hugs(Point a, Point b) {
    var near = 4;
    return Math.max(a.x(), b.x()) < near
        || Math.max(a.y(), b.y()) < near
        || Math.min(a.x(), b.x()) > width - near
        || Math.min(a.y(), b.y()) > height - near;
  }
}
