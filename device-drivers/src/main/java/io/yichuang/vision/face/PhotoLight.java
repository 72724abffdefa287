package io.yichuang.vision.face;

import io.yichuang.vision.mat.Mats;
import java.util.EnumSet;
import java.util.Set;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.core.Rect;
import org.opencv.imgproc.Imgproc;

/** The ground behind a person and the light on the face, in a finished photo. */
final class PhotoLight {

  /** Of 255: white paper in good light. */
  private static final double WHITE = 205;

  /** Steps of the two colour axes together. */
  private static final double TINT = 14;

  /** Deviation of the lightness within a patch: a plain wall has 2 to 5. */
  private static final double PLAIN = 14;

  /** Steps of lightness between the patches. */
  private static final double SHADOW = 18;

  /** Share of the lightness by which the halves of a face may differ. */
  private static final double UNEVEN = 0.22;

  private PhotoLight() {}

  /**
   * Judges.
   *
   * @param eyes row of the eyes
   */
  static Set<PhotoDoubt> judge(Mat photo, double eyes) {
    var doubts = EnumSet.noneOf(PhotoDoubt.class);
    try (var mats = new Mats()) {
      var lab = mats.mat();
      Imgproc.cvtColor(photo, lab, Imgproc.COLOR_BGR2Lab);
      var least = 255.0;
      var most = 0.0;
      // Beside the head, above the shoulders: two patches on either side.
      var wide = Math.max(4, photo.cols() / 13);
      var high = (int) Math.max(4, eyes / 2);
      for (var x : new int[] {0, photo.cols() - wide}) {
        for (var y : new int[] {0, high}) {
          var figures = figures(lab, new Rect(x, y, wide, high), mats);
          if (figures[0] < WHITE
              || Math.hypot(figures[1] - 128, figures[2] - 128) > TINT
              || figures[3] > PLAIN) {
            doubts.add(PhotoDoubt.BACKGROUND);
          }
          least = Math.min(least, figures[0]);
          most = Math.max(most, figures[0]);
        }
      }
      if (most - least > SHADOW) {
        doubts.add(PhotoDoubt.SHADOW);
      }
      if (uneven(lab, eyes, mats)) {
        doubts.add(PhotoDoubt.UNEVEN_LIGHT);
      }
    }
    return doubts;
  }

  /** The cheeks, below the eyes. */
  private static boolean uneven(Mat lab, double eyes, Mats mats) {
    var wide = lab.cols() / 7;
    var high = Math.max(4, lab.rows() / 9);
    var top = (int) Math.min(eyes + lab.rows() * 0.05, lab.rows() - high - 1.0);
    var left = figures(lab, new Rect(lab.cols() / 2 - 2 * wide + wide / 2, top, wide, high), mats);
    var right = figures(lab, new Rect(lab.cols() / 2 + wide / 2, top, wide, high), mats);
    return Math.abs(left[0] - right[0]) > UNEVEN * Math.max(left[0], right[0]);
  }

  /** Means of the three channels, and the deviation of the first. */
  private static double[] figures(Mat lab, Rect where, Mats mats) {
    var part = mats.keep(lab.submat(where));
    var mean = mats.keep(new MatOfDouble());
    var spread = mats.keep(new MatOfDouble());
    Core.meanStdDev(part, mean, spread);
    var means = mean.toArray();
    return new double[] {means[0], means[1], means[2], spread.toArray()[0]};
  }
}
