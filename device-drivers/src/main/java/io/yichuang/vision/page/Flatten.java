package io.yichuang.vision.page;

import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import java.util.ArrayList;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Divides each colour by the paper's own, so that shadows and yellow light go while ink and the red
 * of a stamp stay: a stamp dips in green and blue only.
 */
final class Flatten {

  /** Light changes slowly: the paper is estimated on a copy of this long side. */
  private static final int LONG_SIDE = 256;

  /** Wider than a photo glued to a form (35 mm of 297), which else would pass for paper. */
  private static final int KERNEL = LONG_SIDE / 7;

  /** Nothing is lightened more than this: a dark area is an area, not a shadow. */
  private static final double MOST_GAIN = 2.2;

  /** Paper comes out a little above white, so that its grain goes too. */
  private static final double WHITE = 262;

  private Flatten() {}

  static void flatten(Mat page) {
    try (var mats = new Mats()) {
      var small = mats.mat();
      var factor = Math.min(1, LONG_SIDE / (double) Math.max(page.cols(), page.rows()));
      Imgproc.resize(page, small, Picture.times(page, factor), 0, 0, Imgproc.INTER_AREA);
      var kernel =
          mats.keep(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(KERNEL, KERNEL)));
      Imgproc.morphologyEx(small, small, Imgproc.MORPH_CLOSE, kernel);
      Imgproc.blur(small, small, new Size(KERNEL | 1, KERNEL | 1));
      var paper = mats.mat();
      small.convertTo(paper, CvType.CV_32F);
      var lowest = 255 / MOST_GAIN;
      var brightest = brightest(paper, mats);
      if (brightest < 120) {
        // A dim picture as a whole: let the gain follow the light there is.
        lowest = brightest / MOST_GAIN;
      }
      Core.max(paper, Scalar.all(Math.max(8, lowest)), paper);
      divide(page, paper, mats);
    }
  }

  private static double brightest(Mat paper, Mats mats) {
    var grey = mats.mat();
    Imgproc.cvtColor(paper, grey, Imgproc.COLOR_BGR2GRAY);
    return Core.minMaxLoc(grey).maxVal;
  }

  /** In strips: as floats, a whole A4 page of 300 dpi would take 200 MB. */
  private static void divide(Mat page, Mat paper, Mats mats) {
    var strips = new ArrayList<int[]>();
    for (var row = 0; row < page.rows(); row += 256) {
      strips.add(new int[] {row, Math.min(page.rows(), row + 256)});
    }
    var large = mats.mat();
    paper.convertTo(paper, CvType.CV_8U);
    Imgproc.resize(paper, large, page.size(), 0, 0, Imgproc.INTER_LINEAR);
    for (var strip : strips) {
      try (var inner = new Mats()) {
        var rows = inner.keep(page.rowRange(strip[0], strip[1]));
        var below = inner.keep(large.rowRange(strip[0], strip[1]));
        Core.divide(rows, below, rows, WHITE);
      }
    }
  }
}
