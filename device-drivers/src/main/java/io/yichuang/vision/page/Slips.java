package io.yichuang.vision.page;

import io.yichuang.vision.mat.Mats;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Receipts, cards and slips beside a sheet that was found: too small for {@link PageFinder}, which
 * takes squares of a cloth for as good. Here the sheet tells how light paper is, and only what is
 * as light, four-sided, on darker ground and alone counts.
 */
final class Slips {

  /** Of the sheet's area: an identity card has 7 % of A4, a receipt of 80 x 150 mm 19 %. */
  private static final double LEAST = 0.05;

  /** Of the picture, some 60 x 60 of the pixels that are looked at. */
  private static final double LEAST_SEEN = 0.012;

  /** Between the table's lightness (0) and the sheet's (1). */
  private static final double PAPER = 0.5;

  /** Of the sheet's lightness: by how much it is lighter than what lies around it. */
  private static final double CONTRAST = 0.2;

  /** Of its lying rectangle: seen askew it is a trapezoid, and a cup is round. */
  private static final double FULL = 0.86;

  /** More light patches than this are a cloth's pattern, tiles, or a heap. */
  private static final int MOST = 3;

  /** Of the least size: a patch that counts for a pattern. */
  private static final double PATCH = 0.3;

  /** Pixels: strokes of print that are closed away. */
  private static final int STROKE = 9;

  private Slips() {}

  /**
   * The slips in a small picture.
   *
   * @param picture BGR, of the size that pages are looked for in
   * @param sheet that was found in it first
   * @param taken white where sheets lie that were found
   */
  static List<Quad> beside(Mat picture, Quad sheet, Mat taken) {
    try (var mats = new Mats()) {
      var grey = mats.mat();
      Imgproc.cvtColor(picture, grey, Imgproc.COLOR_BGR2GRAY);
      var kernel = kernel(STROKE, mats);
      Imgproc.morphologyEx(grey, grey, Imgproc.MORPH_CLOSE, kernel);
      var free = mats.mat();
      Imgproc.dilate(taken, free, kernel);
      var light = median(grey, taken);
      Core.bitwise_not(free, free);
      var dark = median(grey, free);
      var mask = mats.mat();
      var least = dark + PAPER * (light - dark);
      Imgproc.threshold(grey, mask, least, 255, Imgproc.THRESH_BINARY);
      // A shadow's rim and a grain are gone, and what touches a sheet is a part of it.
      Core.subtract(mask, taken, mask);
      Imgproc.morphologyEx(mask, mask, Imgproc.MORPH_OPEN, kernel);
      var contours = new ArrayList<MatOfPoint>();
      Imgproc.findContours(
          mask, contours, mats.mat(), Imgproc.RETR_EXTERNAL, Imgproc.CHAIN_APPROX_SIMPLE);
      contours.forEach(mats::keep);
      var size = Math.max(LEAST * Quads.area(sheet), LEAST_SEEN * picture.total());
      var slips = new ArrayList<Quad>();
      var patches = 0;
      for (var contour : contours) {
        var area = Imgproc.contourArea(contour);
        patches += area >= PATCH * size ? 1 : 0;
        if (area >= size) {
          slip(contour, area, mats)
              .filter(quad -> apart(quad, grey, free, CONTRAST * light))
              .ifPresent(slips::add);
        }
      }
      return patches <= MOST ? List.copyOf(slips) : List.of();
    }
  }

  private static Optional<Quad> slip(MatOfPoint contour, double area, Mats mats) {
    var outline = mats.keep(new MatOfPoint2f(contour.toArray()));
    if (area < FULL * Imgproc.minAreaRect(outline).size.area()) {
      return Optional.empty();
    }
    var corners = mats.keep(new MatOfPoint2f());
    Imgproc.approxPolyDP(outline, corners, 0.04 * Imgproc.arcLength(outline, true), true);
    return corners.rows() == 4
        ? Quads.of(Arrays.stream(corners.toArray()).map(p -> new Point(p.x, p.y)).toList())
        : Optional.empty();
  }

  /** Wholly seen, clear of the sheets, and lighter than the ground at each of its sides. */
  private static boolean apart(Quad quad, Mat grey, Mat free, double contrast) {
    try (var mats = new Mats()) {
      var inside = mats.keep(Mat.zeros(grey.size(), CvType.CV_8U));
      var corners =
          Quads.corners(quad).stream()
              .map(p -> new org.opencv.core.Point(p.x(), p.y()))
              .toArray(org.opencv.core.Point[]::new);
      Imgproc.fillConvexPoly(inside, mats.keep(new MatOfPoint(corners)), Scalar.all(255));
      var edge = mats.mat();
      Imgproc.dilate(inside, edge, kernel(STROKE, mats));
      var ring = mats.mat();
      Imgproc.dilate(edge, ring, kernel(STROKE, mats));
      Core.subtract(ring, edge, ring);
      var clear = mats.mat();
      Core.bitwise_and(ring, free, clear);
      var box = Imgproc.boundingRect(ring);
      return Core.countNonZero(clear) == Core.countNonZero(ring)
          && box.x > 0
          && box.y > 0
          && box.x + box.width < grey.cols()
          && box.y + box.height < grey.rows()
          && Core.mean(grey, inside).val[0] - Core.mean(grey, ring).val[0] >= contrast;
    }
  }

  private static Mat kernel(int side, Mats mats) {
    return mats.keep(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(side, side)));
  }

  private static double median(Mat grey, Mat where) {
    var values = new byte[(int) grey.total()];
    var mask = new byte[values.length];
    grey.get(0, 0, values);
    where.get(0, 0, mask);
    var bins = new int[256];
    var count = 0;
    for (var i = 0; i < values.length; i++) {
      if (mask[i] != 0) {
        bins[values[i] & 0xFF]++;
        count++;
      }
    }
    var seen = 0;
    for (var i = 0; i < bins.length; i++) {
      seen += bins[i];
      if (2 * seen >= count) {
        return i;
      }
    }
    return 0;
  }
}
