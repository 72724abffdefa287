package io.yichuang.vision.page;

import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Whether a part of a sheet lies outside its picture: a corner is on the border, or beyond a side
 * the same paper goes on until there. Where a sheet leaves the picture slantwise the finder draws
 * its side some pixels within.
 */
final class Cut {

  private static final int LONG_SIDE = 640;

  /** Of the long side: a corner this near to the border is on it; an edge there is not exact. */
  private static final double ON_BORDER = 0.005;

  /** Of the long side: farther away the finder would have seen the border between. */
  private static final double NEAR_BORDER = 0.06;

  /** Pixels within a side at which the paper is looked at. */
  private static final int WITHIN = 8;

  /** Steps of Lab in which paper changes from there to the border, by light alone. */
  private static final double SAME_PAPER = 14;

  private static final int SAMPLES = 24;

  /** Share of a side's length beyond which the paper must go on. */
  private static final double LEAST_SHARE = 0.2;

  private Cut() {}

  static boolean cut(Quad quad, Mat picture) {
    var longSide = Math.max(picture.cols(), picture.rows());
    var near = Math.max(1, ON_BORDER * longSide);
    for (var p : Quads.corners(quad)) {
      if (away(p, picture) < near) {
        return true;
      }
    }
    var factor = Math.min(1, LONG_SIDE / (double) longSide);
    try (var mats = new Mats()) {
      var small = mats.mat();
      Imgproc.resize(picture, small, Picture.times(picture, factor), 0, 0, Imgproc.INTER_AREA);
      Imgproc.cvtColor(small, small, Imgproc.COLOR_BGR2Lab);
      Imgproc.GaussianBlur(small, small, new Size(5, 5), 0);
      return goesOn(Quads.scaled(quad, factor), small);
    }
  }

  private static double away(Point p, Mat picture) {
    return Math.min(
        Math.min(p.x(), p.y()), Math.min(picture.cols() - p.x(), picture.rows() - p.y()));
  }

  private static boolean goesOn(Quad quad, Mat small) {
    var width = small.cols();
    var pixels = new byte[(int) small.total() * 3];
    small.get(0, 0, pixels);
    var far = NEAR_BORDER * Math.max(width, small.rows());
    var corners = Quads.corners(quad);
    for (var side = 0; side < 4; side++) {
      var from = corners.get(side);
      var to = corners.get((side + 1) % 4);
      var length = Math.max(1e-6, Quads.distance(from, to));
      // Outwards, since the corners go clockwise.
      var nx = (to.y() - from.y()) / length;
      var ny = (from.x() - to.x()) / length;
      var on = 0;
      for (var i = 1; i < SAMPLES; i++) {
        var t = i / (double) SAMPLES;
        var x = from.x() + t * (to.x() - from.x());
        var y = from.y() + t * (to.y() - from.y());
        on += reaches(pixels, width, small.rows(), x, y, nx, ny, far) ? 1 : 0;
      }
      if (on >= LEAST_SHARE * SAMPLES) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is paper all the way from within the side to a border not far away. */
  private static boolean reaches(
      byte[] pixels, int width, int height, double x, double y, double nx, double ny, double far) {
    var paper = at(width, height, x - WITHIN * nx, y - WITHIN * ny);
    if (paper < 0) {
      return false;
    }
    for (var step = 0; step < far; step++) {
      var px = x + step * nx;
      var py = y + step * ny;
      if (px < 1 || py < 1 || px >= width - 1 || py >= height - 1) {
        return true;
      }
      if (difference(pixels, paper, at(width, height, px, py)) > SAME_PAPER) {
        return false;
      }
    }
    return false;
  }

  private static int at(int width, int height, double x, double y) {
    var px = (int) Math.round(x);
    var py = (int) Math.round(y);
    return px < 0 || py < 0 || px >= width || py >= height ? -1 : 3 * (py * width + px);
  }

  private static double difference(byte[] pixels, int a, int b) {
    if (b < 0) {
      return Double.MAX_VALUE;
    }
    var sum = 0.0;
    for (var channel = 0; channel < 3; channel++) {
      sum += Math.abs((pixels[a + channel] & 0xFF) - (pixels[b + channel] & 0xFF));
    }
    return sum;
  }
}
