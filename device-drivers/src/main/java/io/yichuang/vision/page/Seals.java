package io.yichuang.vision.page;

import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Finds round red stamps on a page: an official seal (国发〔1999〕25号) is a red ring of 40 to 50 mm
 * with a star within and letters along it. Presence is told, not whether it is genuine.
 */
public final class Seals {

  private static final int LONG_SIDE = 1000;

  /** Of the page's long side, A4: 25 mm to 70 mm. */
  private static final double LEAST = 0.085;

  private static final double MOST = 0.25;

  /** Of a ring's turn, how much must be seen: print over it and a faint side are usual. */
  private static final double LEAST_RING = 0.6;

  /** A box has corners beyond the ellipse within it; a stamp has only what else is red there. */
  private static final double MOST_BEYOND = 0.12;

  private static final int DIRECTIONS = 90;

  /**
   * A stamp.
   *
   * @param x of its middle, 0 to 1 of the page's width
   * @param y of its middle, 0 to 1 of the page's height
   * @param diameter as a share of the page's long side
   */
  public record Seal(double x, double y, double diameter) {}

  private Seals() {}

  /**
   * The seals on a straightened page.
   *
   * @param image JPEG or PNG, in colour
   * @throws UnreadableImageException when it cannot be decoded
   */
  public static List<Seal> find(byte[] image) throws UnreadableImageException {
    try (var mats = new Mats()) {
      return find(Picture.decode(image, mats));
    }
  }

  static List<Seal> find(Mat page) {
    try (var mats = new Mats()) {
      var small = mats.mat();
      var factor = Math.min(1, LONG_SIDE / (double) Math.max(page.cols(), page.rows()));
      Imgproc.resize(page, small, Picture.times(page, factor), 0, 0, Imgproc.INTER_AREA);
      var red = red(small, mats);
      // Letters, star and ring become one patch.
      var patch = mats.mat();
      var reach = (int) (0.02 * Math.max(small.cols(), small.rows())) | 1;
      var kernel =
          mats.keep(Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(reach, reach)));
      Imgproc.morphologyEx(red, patch, Imgproc.MORPH_CLOSE, kernel);
      var contours = new ArrayList<MatOfPoint>();
      Imgproc.findContours(
          patch, contours, mats.mat(), Imgproc.RETR_EXTERNAL, Imgproc.CHAIN_APPROX_SIMPLE);
      contours.forEach(mats::keep);
      var seals = new ArrayList<Seal>();
      for (var contour : contours) {
        var box = Imgproc.boundingRect(contour);
        var diameter = (box.width + box.height) / 2.0;
        var share = diameter / Math.max(small.cols(), small.rows());
        var long1 = Math.max(box.width, box.height);
        var short1 = Math.min(box.width, box.height);
        if (share >= LEAST
            && share <= MOST
            && short1 > 0.8 * long1
            && ring(red, box, 0.86, 1.02) >= LEAST_RING
            && ring(red, box, 1.12, 1.42) <= MOST_BEYOND) {
          seals.add(
              new Seal(
                  (box.x + box.width / 2.0) / small.cols(),
                  (box.y + box.height / 2.0) / small.rows(),
                  share));
        }
      }
      return List.copyOf(seals);
    }
  }

  /** Hue within 20 degrees of red, and clearly coloured. */
  private static Mat red(Mat small, Mats mats) {
    var hsv = mats.mat();
    Imgproc.cvtColor(small, hsv, Imgproc.COLOR_BGR2HSV);
    var red = mats.mat();
    var violet = mats.mat();
    Core.inRange(hsv, new Scalar(0, 60, 70), new Scalar(12, 255, 255), red);
    Core.inRange(hsv, new Scalar(165, 60, 70), new Scalar(180, 255, 255), violet);
    Core.bitwise_or(red, violet, red);
    return red;
  }

  /** The share of directions in which red stands so far out, 1 being the rim of the ellipse. */
  private static double ring(Mat red, org.opencv.core.Rect box, double from, double to) {
    var pixels = new byte[(int) red.total()];
    red.get(0, 0, pixels);
    var seen = 0;
    for (var i = 0; i < DIRECTIONS; i++) {
      var angle = 2 * Math.PI * i / DIRECTIONS;
      for (var reach = from; reach <= to; reach += 0.02) {
        var x = (int) Math.round(box.x + box.width / 2.0 * (1 + reach * Math.cos(angle)));
        var y = (int) Math.round(box.y + box.height / 2.0 * (1 + reach * Math.sin(angle)));
        if (x >= 0
            && y >= 0
            && x < red.cols()
            && y < red.rows()
            && pixels[y * red.cols() + x] != 0) {
          seen++;
          break;
        }
      }
    }
    return seen / (double) DIRECTIONS;
  }
}
