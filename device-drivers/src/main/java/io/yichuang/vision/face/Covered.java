package io.yichuang.vision.face;

import io.yichuang.vision.mat.Mats;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/**
 * Whether something covers mouth and nose, without a model: a mask has another colour than the skin
 * around the eyes. A mask of the colour of skin is not seen; the comparison itself then says no.
 */
final class Covered {

  /** Of 255, in the two colour axes of Lab together; a beard and make-up stay below. */
  private static final double OTHER_COLOUR = 13;

  /** A black mask: so much darker than the skin, of its lightness, and as even as cloth. */
  private static final double DARKER = 0.45;

  private static final double EVEN = 14;

  private Covered() {}

  static boolean covered(Mat frame, Landmarks marks) {
    try (var mats = new Mats()) {
      var skin = middle(frame, mats, upper(marks));
      var below = middle(frame, mats, lower(marks));
      if (skin == null || below == null) {
        return false;
      }
      var colour = Math.hypot(skin[1] - below[1], skin[2] - below[2]);
      var black = below[0] < DARKER * skin[0] && below[3] < EVEN;
      return colour > OTHER_COLOUR || black;
    }
  }

  /** Cheeks and bridge of the nose, below the eyes: bare above any mask. */
  private static Point[] upper(Landmarks marks) {
    var down = 0.16 * marks.eyeDistance();
    var p = marks.points();
    return new Point[] {
      at(p[36].x(), p[36].y() + down),
      at(p[39].x(), p[39].y() + down),
      at(p[27].x(), p[27].y()),
      at(p[42].x(), p[42].y() + down),
      at(p[45].x(), p[45].y() + down),
      at(p[45].x(), p[45].y() + 2 * down),
      at(p[29].x(), p[29].y()),
      at(p[36].x(), p[36].y() + 2 * down)
    };
  }

  /** Around the mouth, from under the nose to the chin. */
  private static Point[] lower(Landmarks marks) {
    var p = marks.points();
    return new Point[] {
      at(p[33].x(), p[33].y()),
      at(p[54].x(), p[54].y()),
      at(p[10].x(), p[10].y()),
      at(p[8].x(), p[8].y()),
      at(p[6].x(), p[6].y()),
      at(p[48].x(), p[48].y())
    };
  }

  private static Point at(double x, double y) {
    return new Point(x, y);
  }

  /** Means of Lab within an outline, and the deviation of the lightness; null outside the frame. */
  private static double @org.jspecify.annotations.Nullable [] middle(
      Mat frame, Mats mats, Point[] outline) {
    var mask = mats.keep(Mat.zeros(frame.size(), CvType.CV_8U));
    var area = mats.keep(new MatOfPoint());
    var hull = mats.keep(new org.opencv.core.MatOfInt());
    area.fromArray(outline);
    Imgproc.convexHull(area, hull);
    var around = new Point[hull.rows()];
    for (var i = 0; i < around.length; i++) {
      around[i] = outline[(int) hull.get(i, 0)[0]];
    }
    var convex = mats.keep(new MatOfPoint(around));
    Imgproc.fillConvexPoly(mask, convex, Scalar.all(255));
    if (Core.countNonZero(mask) < 50) {
      return null;
    }
    var lab = mats.mat();
    Imgproc.cvtColor(frame, lab, Imgproc.COLOR_BGR2Lab);
    var mean = mats.keep(new org.opencv.core.MatOfDouble());
    var spread = mats.keep(new org.opencv.core.MatOfDouble());
    Core.meanStdDev(lab, mean, spread, mask);
    var means = mean.toArray();
    return new double[] {means[0], means[1], means[2], spread.toArray()[0]};
  }
}
