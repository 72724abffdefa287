package io.yichuang.kiosk.material;

import io.yichuang.kiosk.journey.Collected;
import io.yichuang.kiosk.ui.LivePicture;
import io.yichuang.vision.page.Point;
import io.yichuang.vision.page.Quad;
import io.yichuang.vision.text.TextLine;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where long numbers stand on a page: of persons, phones, accounts. Whoever stands behind the
 * citizen must not read them off the glass. Pure.
 */
final class LongNumbers {
  /** A phone has 11 digits, a person 17 and a digit or X, an account 16 to 19. */
  private static final Pattern LONG = Pattern.compile("[0-9]{11,}[Xx]?");

  /** Letters of a bar that stand out on either side: print is not spaced evenly. */
  private static final double MARGIN = 0.6;

  /** Of a line's height, above and below: boxes are drawn close. */
  private static final double OVER = 0.15;

  /** A Chinese character is as wide as two digits. */
  private static final int WIDE = 2;

  private static final int FIRST_WIDE = 0x2E80;

  private LongNumbers() {}

  /**
   * Bars over the numbers; none before the page was read.
   *
   * @param longSide of the page's picture, pixels
   */
  static List<List<LivePicture.Point>> on(Collected.Page page, int longSide) {
    var print = page.print();
    if (print == null) {
      return List.of();
    }
    double scale = longSide / Math.max(page.widthPoints(), page.heightPoints());
    double width = page.widthPoints() * scale;
    double height = page.heightPoints() * scale;
    var bars = new ArrayList<List<LivePicture.Point>>();
    for (TextLine line : print.lines()) {
      var found = LONG.matcher(line.text());
      double whole = advance(line.text(), line.text().length());
      while (found.find()) {
        double from = (advance(line.text(), found.start()) - MARGIN) / whole;
        double until = (advance(line.text(), found.end()) + MARGIN) / whole;
        bars.add(bar(line.box(), Math.max(0, from), Math.min(1, until), width, height));
      }
    }
    return bars;
  }

  private static double advance(String text, int until) {
    return text.substring(0, until).chars().map(c -> c < FIRST_WIDE ? 1 : WIDE).sum();
  }

  private static List<LivePicture.Point> bar(
      Quad box, double from, double until, double width, double height) {
    var left =
        new Point[] {
          on(box.topLeft(), box.bottomLeft(), -OVER), on(box.topLeft(), box.bottomLeft(), 1 + OVER)
        };
    var right =
        new Point[] {
          on(box.topRight(), box.bottomRight(), -OVER),
          on(box.topRight(), box.bottomRight(), 1 + OVER)
        };
    return Stream.of(
            on(left[0], right[0], from),
            on(left[0], right[0], until),
            on(left[1], right[1], until),
            on(left[1], right[1], from))
        .map(corner -> new LivePicture.Point(corner.x() / width, corner.y() / height))
        .toList();
  }

  private static Point on(Point a, Point b, double part) {
    return new Point(a.x() + (b.x() - a.x()) * part, a.y() + (b.y() - a.y()) * part);
  }
}
