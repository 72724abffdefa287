package io.yichuang.vision.text;

import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.page.Point;
import io.yichuang.vision.page.Quad;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.RotatedRect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A line cut out of its picture and laid flat.
 *
 * @param box where it stood, beginning at what is its top left corner when it lies flat
 * @param standing it runs down the picture rather than across
 */
record Crop(Quad box, boolean standing) {

  /** Higher than wide by this much: a line that stands. One character may be a little so too. */
  private static final double STANDING = 1.5;

  private static final int MOST_PIXELS = 8000;

  /** The rectangle with its corners in the order of a line that runs to the right, or up. */
  static Crop of(RotatedRect rect) {
    var four = new org.opencv.core.Point[4];
    rect.points(four);
    // The corner nearest to the picture's top left, then on clockwise.
    var first = 0;
    for (var i = 1; i < 4; i++) {
      if (four[i].x + four[i].y < four[first].x + four[first].y) {
        first = i;
      }
    }
    var points = new Point[4];
    for (var i = 0; i < 4; i++) {
      var p = four[(first + i) % 4];
      points[i] = new Point(p.x, p.y);
    }
    if (cross(points[0], points[1], points[2]) < 0) {
      var swap = points[1];
      points[1] = points[3];
      points[3] = swap;
    }
    var box = new Quad(points[0], points[1], points[2], points[3]);
    if (height(box) < STANDING * width(box)) {
      return new Crop(box, false);
    }
    // Read from the bottom up, as on a page turned a quarter to the left.
    return new Crop(new Quad(points[3], points[0], points[1], points[2]), true);
  }

  /** The same line read from its other end. */
  Crop turned() {
    var first = box.bottomRight();
    var second = box.bottomLeft();
    return new Crop(new Quad(first, second, box.topLeft(), box.topRight()), standing);
  }

  Mat from(Mat picture, Mats mats) {
    var size =
        new Size(
            Math.clamp(Math.round(width(box)), 1, MOST_PIXELS),
            Math.clamp(Math.round(height(box)), 1, MOST_PIXELS));
    var from =
        mats.keep(
            new MatOfPoint2f(
                cv(box.topLeft()),
                cv(box.topRight()),
                cv(box.bottomRight()),
                cv(box.bottomLeft())));
    var to =
        mats.keep(
            new MatOfPoint2f(
                new org.opencv.core.Point(0, 0),
                new org.opencv.core.Point(size.width, 0),
                new org.opencv.core.Point(size.width, size.height),
                new org.opencv.core.Point(0, size.height)));
    var line = mats.mat();
    Imgproc.warpPerspective(
        picture,
        line,
        mats.keep(Imgproc.getPerspectiveTransform(from, to)),
        size,
        Imgproc.INTER_CUBIC,
        Core.BORDER_REPLICATE);
    return line;
  }

  double width() {
    return width(box);
  }

  double height() {
    return height(box);
  }

  private static double width(Quad box) {
    return distance(box.topLeft(), box.topRight());
  }

  private static double height(Quad box) {
    return distance(box.topLeft(), box.bottomLeft());
  }

  private static double distance(Point a, Point b) {
    return Math.hypot(a.x() - b.x(), a.y() - b.y());
  }

  private static double cross(Point a, Point b, Point c) {
    return (b.x() - a.x()) * (c.y() - b.y()) - (b.y() - a.y()) * (c.x() - b.x());
  }

  private static org.opencv.core.Point cv(Point p) {
    return new org.opencv.core.Point(p.x(), p.y());
  }
}
