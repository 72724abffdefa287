package io.yichuang.vision.page;

import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/** Finds how far a scanned sheet went askew through the feeder: lines of text stand in rows. */
final class Deskew {

  private static final int LONG_SIDE = 900;

  /** A feeder's guides allow no more; beyond, the sheet lies so on purpose. */
  private static final double MOST_DEGREES = 6;

  /** Rows must stand out by this much more than they do unturned, or the page stays. */
  private static final double GAIN = 1.1;

  private Deskew() {}

  /** The angle to turn the page by, degrees, counter-clockwise as OpenCV has it; 0 if unsure. */
  static double angle(Mat page) {
    try (var mats = new Mats()) {
      var grey = mats.mat();
      Imgproc.cvtColor(page, grey, Imgproc.COLOR_BGR2GRAY);
      var factor = Math.min(1, LONG_SIDE / (double) Math.max(grey.cols(), grey.rows()));
      Imgproc.resize(grey, grey, Picture.times(grey, factor), 0, 0, Imgproc.INTER_AREA);
      var ink = mats.mat();
      Core.subtract(PageJudge.paper(grey, mats), grey, ink);
      Imgproc.threshold(ink, ink, 40, 255, Imgproc.THRESH_BINARY);
      var found = mats.mat();
      Core.findNonZero(ink, found);
      if (found.rows() < 200) {
        return 0;
      }
      var places = new int[found.rows() * 2];
      found.get(0, 0, places);
      var rows = Math.max(grey.cols(), grey.rows()) * 2;
      var upright = best(places, rows);
      // A sheet fed sideways has its lines of text in columns; they lean by the same angle.
      var sideways = best(quarter(places, grey.rows()), rows);
      return (sideways.sharpness() > upright.sharpness() ? sideways : upright).degrees();
    }
  }

  /**
   * How far the rows lean.
   *
   * @param degrees 0 if unsure
   * @param sharpness of rows under the best angle, whether sure or not
   */
  private record Lean(double degrees, double sharpness) {}

  private static Lean best(int[] places, int rows) {
    var best = search(places, rows, 0, MOST_DEGREES, 0.5);
    best = search(places, rows, best, 0.5, 0.1);
    best = search(places, rows, best, 0.1, 0.02);
    var sharpness = sharpness(places, rows, best);
    var sure = sharpness > GAIN * sharpness(places, rows, 0) && Math.abs(best) < MOST_DEGREES;
    return new Lean(sure ? best : 0, sharpness);
  }

  /** The places after a quarter turn clockwise. */
  private static int[] quarter(int[] places, int height) {
    var turned = new int[places.length];
    for (var i = 0; i < places.length; i += 2) {
      turned[i] = height - 1 - places[i + 1];
      turned[i + 1] = places[i];
    }
    return turned;
  }

  private static double search(int[] places, int rows, double around, double reach, double step) {
    var best = around;
    var most = -1.0;
    var steps = (int) Math.round(reach / step);
    for (var i = -steps; i <= steps; i++) {
      var sharpness = sharpness(places, rows, around + i * step);
      if (sharpness > most) {
        most = sharpness;
        best = around + i * step;
      }
    }
    return best;
  }

  /** How abruptly ink begins and ends from row to row when lines run under this angle. */
  private static double sharpness(int[] places, int rows, double degrees) {
    var slope = Math.tan(Math.toRadians(degrees));
    var counts = new int[rows];
    for (var i = 0; i < places.length; i += 2) {
      var row = (int) Math.round(places[i + 1] - places[i] * slope) + rows / 4;
      counts[Math.clamp(row, 0, rows - 1)]++;
    }
    var sum = 0.0;
    for (var i = 1; i < rows; i++) {
      var change = (double) counts[i] - counts[i - 1];
      sum += change * change;
    }
    return sum;
  }

  /** Turns the page about its middle; what comes in at the corners is white. */
  static void turn(Mat page, double degrees) {
    try (var mats = new Mats()) {
      var middle = new org.opencv.core.Point(page.cols() / 2.0, page.rows() / 2.0);
      var turn = mats.keep(Imgproc.getRotationMatrix2D(middle, degrees, 1));
      var turned = mats.mat();
      Imgproc.warpAffine(
          page,
          turned,
          turn,
          page.size(),
          Imgproc.INTER_CUBIC,
          Core.BORDER_CONSTANT,
          Scalar.all(255));
      turned.copyTo(page);
    }
  }
}
