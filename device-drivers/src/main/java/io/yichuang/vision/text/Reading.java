package io.yichuang.vision.text;

import io.yichuang.vision.page.Point;
import io.yichuang.vision.page.Quad;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The order in which a person reads the lines of a page. */
final class Reading {

  /** Pieces of a row overlap by this share of the lower one's height. */
  private static final double SAME_ROW = 0.5;

  private Reading() {}

  /** Rows from the top, each from its beginning, seen in the direction in which the lines run. */
  static List<TextLine> order(List<TextLine> lines) {
    if (lines.isEmpty()) {
      return List.of();
    }
    var along = direction(lines);
    var rest = new ArrayList<>(lines);
    rest.sort(Comparator.comparingDouble(line -> down(line, along)));
    var ordered = new ArrayList<TextLine>();
    while (!rest.isEmpty()) {
      var first = rest.getFirst();
      var row = new ArrayList<TextLine>();
      rest.removeIf(line -> {
        var least = Math.min(height(first), height(line));
        var same = Math.abs(down(line, along) - down(first, along)) < SAME_ROW * least;
        if (same) {
          row.add(line);
        }
        return same;
      });
      row.sort(Comparator.comparingDouble(line -> across(line, along)));
      ordered.addAll(row);
    }
    return List.copyOf(ordered);
  }

  /** Of all lines together, a vector of length 1. */
  private static Point direction(List<TextLine> lines) {
    var x = 0.0;
    var y = 0.0;
    for (var line : lines) {
      x += line.box().topRight().x() - line.box().topLeft().x();
      y += line.box().topRight().y() - line.box().topLeft().y();
    }
    var length = Math.hypot(x, y);
    return length == 0 ? new Point(1, 0) : new Point(x / length, y / length);
  }

  private static Point middle(Quad box) {
    return new Point(
        (box.topLeft().x() + box.bottomRight().x()) / 2,
        (box.topLeft().y() + box.bottomRight().y()) / 2);
  }

  private static double down(TextLine line, Point along) {
    var middle = middle(line.box());
    return middle.y() * along.x() - middle.x() * along.y();
  }

  private static double across(TextLine line, Point along) {
    var middle = middle(line.box());
    return middle.x() * along.x() + middle.y() * along.y();
  }

  private static double height(TextLine line) {
    var a = line.box().topLeft();
    var b = line.box().bottomLeft();
    return Math.hypot(a.x() - b.x(), a.y() - b.y());
  }
}
