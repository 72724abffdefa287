package io.yichuang.vision.page;

import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * How far out of focus a picture is, told by itself alone: at the places where it changes most
 * steeply, how many pixels the whole change takes. Contrast and light cancel out, and so does the
 * shape of the blur. (Comparing the gradients with those of a copy blurred once more told a
 * Gaussian well, but took the side lobes of a lens's disc for sharpness.)
 */
final class Focus {

  /** Grey steps from which a difference is an edge, not noise. */
  private static final double STEP = 30;

  /** Pixels within which an edge is seen whole. */
  private static final int AROUND = 11;

  /** Pixels that a Gaussian's edge takes at its steepest, for each pixel of sigma: root of 2 pi. */
  private static final double PER_SIGMA = 2.507;

  /** The sharpest part of the edges counts: a soft photo on a sharp sheet is no blur. */
  private static final double SHARPEST = 0.25;

  /**
   * From here a picture is not sharp, pixels. Five photos of paper and generated sheets in cameras
   * of 640 and 1280: sharp ones have 0.8 to 1.0, blurred with a sigma of 1 at most 1.3, of 2 at
   * least 1.44.
   */
  static final double BLURRED = 1.4;

  /** Pixels of a picture that is judged at most: finer than that no print is. */
  private static final double LONG_SIDE = 1600;

  /** Pixels around a page within which its outline shows. */
  private static final int RIM = 6;

  /** How finely the widths of edges are counted, per pixel. */
  private static final int BINS = 20;

  private Focus() {}

  /**
   * Whether a page in a picture is out of focus, by its outline and by what stands on it: a blank
   * page has an outline too, and text that is blurred enough leaves nothing else.
   */
  static boolean soft(Mat picture, Quad quad) {
    try (var mats = new Mats()) {
      var corners = Quads.corners(quad);
      var left = corners.stream().mapToDouble(Point::x).min().orElse(0) - RIM;
      var right = corners.stream().mapToDouble(Point::x).max().orElse(0) + RIM;
      var top = corners.stream().mapToDouble(Point::y).min().orElse(0) - RIM;
      var bottom = corners.stream().mapToDouble(Point::y).max().orElse(0) + RIM;
      var x = Math.clamp((long) left, 0, picture.cols() - 1);
      var y = Math.clamp((long) top, 0, picture.rows() - 1);
      var width = Math.clamp((long) right, x + 1, picture.cols()) - x;
      var height = Math.clamp((long) bottom, y + 1, picture.rows()) - y;
      var grey = mats.mat();
      var part = mats.keep(picture.submat(new Rect(x, y, width, height)));
      Imgproc.cvtColor(part, grey, Imgproc.COLOR_BGR2GRAY);
      var factor = LONG_SIDE / Math.max(picture.cols(), picture.rows());
      if (factor < 1) {
        Imgproc.resize(grey, grey, Picture.times(grey, factor), 0, 0, Imgproc.INTER_AREA);
      }
      return blur(grey) >= BLURRED;
    }
  }

  /**
   * The blur of whatever has an edge, as a Gaussian's sigma, pixels; 0 without edges.
   *
   * @param grey 8 bit, one channel
   */
  static double blur(Mat grey) {
    try (var mats = new Mats()) {
      var kernel =
          mats.keep(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(AROUND, AROUND)));
      var range = mats.mat();
      Imgproc.morphologyEx(grey, range, Imgproc.MORPH_GRADIENT, kernel);
      var x = mats.mat();
      var y = mats.mat();
      var slope = mats.mat();
      Imgproc.Scharr(grey, x, CvType.CV_32F, 1, 0, 1 / 32.0);
      Imgproc.Scharr(grey, y, CvType.CV_32F, 0, 1, 1 / 32.0);
      Core.magnitude(x, y, slope);
      var steepest = mats.mat();
      Imgproc.dilate(slope, steepest, kernel);
      var ranges = new byte[(int) range.total()];
      var slopes = new float[ranges.length];
      var peaks = new float[ranges.length];
      range.get(0, 0, ranges);
      slope.get(0, 0, slopes);
      steepest.get(0, 0, peaks);
      var bins = new int[AROUND * BINS + 1];
      var all = 0;
      for (var i = 0; i < ranges.length; i++) {
        var whole = ranges[i] & 0xFF;
        if (whole >= STEP && slopes[i] >= peaks[i]) {
          bins[(int) Math.min(whole / slopes[i] * BINS, bins.length - 1)]++;
          all++;
        }
      }
      var bin = 0;
      for (var seen = bins[0]; bin < bins.length - 1 && seen < all * SHARPEST; ) {
        bin++;
        seen += bins[bin];
      }
      return (double) bin / BINS / PER_SIGMA;
    }
  }
}
