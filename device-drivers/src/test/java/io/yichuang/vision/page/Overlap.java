package io.yichuang.vision.page;

import java.awt.geom.Area;
import java.awt.geom.Path2D;

/** How much two quads are one. */
final class Overlap {

  private Overlap() {}

  /** On a grid of the union's box: simple, and exact to a fraction of a percent. */
  static double iou(Quad a, Quad b) {
    var one = area(a);
    var other = area(b);
    var box = one.getBounds2D().createUnion(other.getBounds2D());
    var both = 0;
    var either = 0;
    for (var i = 0; i < 400; i++) {
      for (var j = 0; j < 400; j++) {
        var x = box.getX() + box.getWidth() * (i + 0.5) / 400;
        var y = box.getY() + box.getHeight() * (j + 0.5) / 400;
        var inOne = one.contains(x, y);
        var inOther = other.contains(x, y);
        both += inOne && inOther ? 1 : 0;
        either += inOne || inOther ? 1 : 0;
      }
    }
    return both / (double) either;
  }

  private static Area area(Quad quad) {
    var path = new Path2D.Double();
    path.moveTo(quad.topLeft().x(), quad.topLeft().y());
    path.lineTo(quad.topRight().x(), quad.topRight().y());
    path.lineTo(quad.bottomRight().x(), quad.bottomRight().y());
    path.lineTo(quad.bottomLeft().x(), quad.bottomLeft().y());
    path.closePath();
    return new Area(path);
  }
}
