package io.yichuang.kiosk.input;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Characters for written strokes, in any order and joined or not. It learns nothing and keeps
 * nothing: the terminal is public. Safe for all threads.
 */
@Component
@Lazy
public final class HandwritingEngine {
  /** More strokes than this are no character: 齉 has 36. */
  static final int MOST_STROKES = 64;

  /** Points of a stroke beyond these are not read. */
  static final int MOST_POINTS = 4096;

  /** So many of all characters get a closer look. */
  private static final int CLOSER = 200;

  /** Characters with this many strokes fewer than there are lines are not it. */
  private static final int SPARE_LINES = 3;

  /** What the rough picture counts beside the strokes. */
  private static final double PICTURE = 0.25;

  /** What it costs to be rare, for each factor of e. */
  private static final double RARE = 0.003;

  private final InkTemplates templates;

  /** The engine over the product's templates; reading them takes part of a second. */
  public HandwritingEngine() throws IOException {
    this(InkTemplates.load());
  }

  HandwritingEngine(InkTemplates templates) {
    this.templates = templates;
  }

  private record Found(int template, double distance) {}

  /**
   * Characters that the strokes may be, the likeliest first.
   *
   * @param strokes for each stroke its points, x and y by turns, in any unit, y downwards; the
   *     first 64 strokes are read
   * @param limit how many are wanted
   * @throws IllegalArgumentException for a stroke without points or a number that is none
   */
  public List<String> candidates(List<double[]> strokes, int limit) {
    strokes.forEach(HandwritingEngine::check);
    if (strokes.isEmpty() || limit < 1) {
      return List.of();
    }
    Ink written = Ink.of(strokes.subList(0, Math.min(MOST_STROKES, strokes.size())));
    double[] weights = InkMatch.weights(written);
    float[] grid = InkGrid.of(written.strokes());
    float[] likeness = new float[templates.size()];
    for (int i = 0; i < likeness.length; i++) {
      likeness[i] = templates.likeness(i, grid);
    }
    List<Found> found = new ArrayList<>();
    for (int template : best(likeness)) {
      Ink ink = templates.ink(template);
      if (ink.strokes().size() + SPARE_LINES >= written.strokes().size()) {
        double distance =
            InkMatch.distance(written, weights, ink)
                + PICTURE * (1 - likeness[template])
                + RARE * templates.rarity(template);
        found.add(new Found(template, distance));
      }
    }
    return found.stream()
        .sorted(Comparator.comparingDouble(Found::distance))
        .limit(limit)
        .map(one -> templates.character(one.template()))
        .toList();
  }

  /**
   * Strokes out of {@code [[[x,y],…],…]}.
   *
   * @throws IllegalArgumentException for anything else
   */
  static List<double[]> strokes(JsonNode given) {
    if (!given.isArray()) {
      throw new IllegalArgumentException("strokes wanted: [[[x,y],…],…]");
    }
    List<double[]> strokes = new ArrayList<>();
    for (JsonNode stroke : given) {
      double[] points = new double[2 * stroke.size()];
      for (int i = 0; i < stroke.size(); i++) {
        JsonNode point = stroke.get(i);
        if (point == null
            || point.size() < 2
            || !point.get(0).isNumber()
            || !point.get(1).isNumber()) {
          throw new IllegalArgumentException("a point is two numbers, not " + point);
        }
        points[2 * i] = point.get(0).asDouble();
        points[2 * i + 1] = point.get(1).asDouble();
      }
      strokes.add(points);
    }
    return strokes;
  }

  private static int[] best(float[] likeness) {
    float[] sorted = likeness.clone();
    Arrays.sort(sorted);
    float least = sorted[Math.max(0, sorted.length - CLOSER)];
    return IntStream.range(0, likeness.length).filter(i -> likeness[i] >= least).toArray();
  }

  private static void check(double[] stroke) {
    if (stroke.length < 2 || stroke.length % 2 != 0 || stroke.length > 2 * MOST_POINTS) {
      throw new IllegalArgumentException("a stroke of " + stroke.length / 2.0 + " points");
    }
    for (double place : stroke) {
      if (!(Math.abs(place) < 1e6)) {
        throw new IllegalArgumentException("no place: " + place);
      }
    }
  }
}
