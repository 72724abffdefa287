package io.yichuang.vision.page;

import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;

/**
 * What lies just within and just without the sides of a quad. A sheet is of one colour along its
 * border and mostly lighter than what it lies on; the pattern of a cloth, the lines of a form and
 * the board of a clipboard have straight edges too, but not that.
 */
final class Bands {

  /** How far from a side is looked, pixels of the small picture: beyond a printed line. */
  private static final int AWAY = 7;

  private static final int SAMPLES = 32;

  /** Steps of 255 that the light alone changes along a side, from piece to piece. */
  private static final double EVEN = 2.5;

  /** Steps of 255 between pieces from which it is no sheet. */
  private static final double UNEVEN = 14;

  private static final double SPREAD_WEIGHT = 0.3;
  private static final double LIGHTER_WEIGHT = 0.08;
  private static final double LIGHTNESS_WEIGHT = 0.12;

  /** Lighter by so many steps is much lighter. */
  private static final double MUCH_LIGHTER = 40;

  /** What a crease makes of the light: a part that faces the lamp is so much brighter. */
  private static final double MOST_CREASE = 1.3;

  /** Steps of the two colour axes together. */
  private static final double MOST_TINT = 14;

  private final int width;
  private final int height;
  private final byte[][] values;
  private final double lightest;

  /** From lightness and the two colour axes, print closed away. */
  Bands(List<Mat> channels) {
    width = channels.getFirst().cols();
    height = channels.getFirst().rows();
    values = new byte[3][width * height];
    for (var i = 0; i < 3; i++) {
      channels.get(i).get(0, 0, values[i]);
    }
    lightest = Math.max(1, Core.mean(channels.getFirst()).val[0] * 0.5 + high(values[0]) * 0.5);
  }

  /** What all but the lightest twentieth stay below. */
  private static double high(byte[] lightness) {
    var bins = new int[256];
    for (var value : lightness) {
      bins[value & 0xFF]++;
    }
    var left = lightness.length / 20;
    var at = 255;
    while (at > 0 && (left -= bins[at]) > 0) {
      at--;
    }
    return at;
  }

  /** What to add to the score of a quad, about -0.4 to 0.2. */
  double bonus(Quad quad) {
    var corners = Quads.corners(quad);
    var uneven = 0.0;
    var lighter = 0.0;
    var lightness = 0.0;
    var sides = 0;
    for (var i = 0; i < 4; i++) {
      var side = side(corners.get(i), corners.get((i + 1) % 4));
      if (side.seen() > SAMPLES / 2) {
        uneven += side.uneven();
        lighter += side.lighter();
        lightness += side.lightness();
        sides++;
      }
    }
    if (sides == 0) {
      return 0;
    }
    return -SPREAD_WEIGHT * uneven / sides
        + LIGHTER_WEIGHT * lighter / sides
        + LIGHTNESS_WEIGHT * Math.min(1, lightness / sides / lightest);
  }

  /**
   * Whether the same paper seems to go on beyond a side: a crease, across which the light changes a
   * little and the colour does not.
   */
  boolean goesOn(Point from, Point to) {
    var side = side(from, to);
    return side.seen() > SAMPLES / 2
        && side.brighter() < MOST_CREASE
        && side.brighter() > 1 / MOST_CREASE
        && side.tint() < MOST_TINT;
  }

  private record Side(
      int seen, double uneven, double lighter, double lightness, double brighter, double tint) {}

  /** With y down and the corners clockwise, the inside is to the right of the way. */
  private Side side(Point from, Point to) {
    var length = Math.max(1e-6, Quads.distance(from, to));
    var nx = (from.y() - to.y()) / length;
    var ny = (to.x() - from.x()) / length;
    var before = -1;
    var changes = 0.0;
    var steps = 0;
    var contrast = 0.0;
    var lightness = 0.0;
    var seen = 0;
    var tint = 0.0;
    for (var i = 0; i < SAMPLES; i++) {
      // Corners are left out: dog-eared, or held by a finger.
      var t = 0.04 + 0.92 * i / (SAMPLES - 1);
      var x = from.x() + t * (to.x() - from.x());
      var y = from.y() + t * (to.y() - from.y());
      var inside = at(x + AWAY * nx, y + AWAY * ny);
      var outside = at(x - AWAY * nx, y - AWAY * ny);
      if (inside < 0 || outside < 0) {
        before = -1;
        continue;
      }
      if (before >= 0) {
        changes += Math.min(UNEVEN * 2, difference(inside, before));
        steps++;
      }
      before = inside;
      seen++;
      lightness += values[0][inside] & 0xFF;
      tint += difference(inside, outside) - difference(0, inside, outside);
      contrast += (values[0][inside] & 0xFF) - (values[0][outside] & 0xFF);
    }
    if (seen == 0) {
      return new Side(0, 0, 0, 0, 1, 0);
    }
    var change = steps == 0 ? 0 : changes / steps;
    return new Side(
        seen,
        Math.clamp((change - EVEN) / (UNEVEN - EVEN), 0, 1),
        Math.clamp(contrast / seen / MUCH_LIGHTER, -1, 1),
        lightness / seen,
        lightness / Math.max(1, lightness - contrast),
        tint / seen);
  }

  private double difference(int a, int b) {
    var sum = 0.0;
    for (var channel = 0; channel < values.length; channel++) {
      sum += difference(channel, a, b);
    }
    return sum;
  }

  private int difference(int channel, int a, int b) {
    return Math.abs((values[channel][a] & 0xFF) - (values[channel][b] & 0xFF));
  }

  private int at(double x, double y) {
    var px = (int) Math.round(x);
    var py = (int) Math.round(y);
    return px < 0 || py < 0 || px >= width || py >= height ? -1 : py * width + px;
  }
}
