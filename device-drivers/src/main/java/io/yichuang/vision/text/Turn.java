package io.yichuang.vision.text;

import io.yichuang.vision.page.Point;
import io.yichuang.vision.page.Quad;
import java.util.List;

/** How a page must be turned to stand upright. */
public enum Turn {
  /** It stands upright. */
  NONE(0),
  /** A quarter clockwise. */
  RIGHT(1),
  /** It stands upside down. */
  HALF(2),
  /** A quarter counter-clockwise. */
  LEFT(3);

  private final int quarters;

  Turn(int quarters) {
    this.quarters = quarters;
  }

  /** So many quarters clockwise. */
  public int quarters() {
    return quarters;
  }

  /** By the way in which most of the print runs; {@link #NONE} without any. */
  public static Turn of(List<TextLine> lines) {
    var x = 0.0;
    var y = 0.0;
    for (var line : lines) {
      x += line.box().topRight().x() - line.box().topLeft().x();
      y += line.box().topRight().y() - line.box().topLeft().y();
    }
    if (Math.abs(x) >= Math.abs(y)) {
      return x >= 0 ? NONE : HALF;
    }
    return y > 0 ? LEFT : RIGHT;
  }

  /**
   * Where a box comes when its picture is turned so.
   *
   * @param width of the picture before, pixels
   * @param height of the picture before, pixels
   */
  Quad of(Quad box, int width, int height) {
    return new Quad(
        of(box.topLeft(), width, height),
        of(box.topRight(), width, height),
        of(box.bottomRight(), width, height),
        of(box.bottomLeft(), width, height));
  }

  private Point of(Point p, int width, int height) {
    return switch (this) {
      case NONE -> p;
      case RIGHT -> new Point(height - p.y(), p.x());
      case HALF -> new Point(width - p.x(), height - p.y());
      case LEFT -> new Point(p.y(), width - p.x());
    };
  }
}
