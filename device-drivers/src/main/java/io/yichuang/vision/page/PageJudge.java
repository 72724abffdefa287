package io.yichuang.vision.page;

import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import java.util.EnumSet;
import java.util.Set;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Judges a straightened page by its own pixels. All measures are taken on a copy of a fixed long
 * side, so that they mean the same for a camera of any size.
 */
final class PageJudge {

  private static final int LONG_SIDE = 1200;

  /** Paper darker than this (of 255) drowns in the sensor's noise. */
  private static final double DARK_PAPER = 60;

  /** Share of pixels that are ink below which nothing was written; a dusty sheet has less. */
  private static final double BLANK_INK = 0.0004;

  /** A piece of a crease: so thin and so long, pixels of the copy that is looked at. */
  private static final int THIN = 8;

  private static final int LONG_STROKE = 60;

  /** Crumbs of a faint crease; no letter is so low, and none of its strokes stands alone. */
  private static final int HAIR = 2;

  /** A mirrored lamp saturates all channels over a patch; clean paper is not lit that evenly. */
  private static final double GLARE_SHARE = 0.015;

  private PageJudge() {}

  static Set<Finding> judge(Mat page) {
    var findings = EnumSet.noneOf(Finding.class);
    try (var mats = new Mats()) {
      var grey = grey(page, mats);
      var paper = paper(grey, mats);
      var level = Core.mean(paper).val[0];
      if (level < DARK_PAPER) {
        findings.add(Finding.TOO_DARK);
      }
      if (glare(grey, level, mats)) {
        findings.add(Finding.GLARE);
      }
      var ink = mats.mat();
      Core.subtract(paper, grey, ink);
      if (inkShare(ink, level, mats) < BLANK_INK) {
        findings.add(Finding.BLANK);
      } else if (Focus.blur(grey) >= Focus.BLURRED) {
        findings.add(Finding.BLURRED);
      }
    }
    return findings;
  }

  private static Mat grey(Mat page, Mats mats) {
    var grey = mats.mat();
    Imgproc.cvtColor(page, grey, Imgproc.COLOR_BGR2GRAY);
    var factor = LONG_SIDE / (double) Math.max(grey.cols(), grey.rows());
    if (factor < 1) {
      Imgproc.resize(grey, grey, Picture.times(grey, factor), 0, 0, Imgproc.INTER_AREA);
    }
    // The rim of a warp shows the table; it says nothing of the page.
    var rim = (int) (0.02 * Math.min(grey.cols(), grey.rows()));
    return mats.keep(grey.submat(rim, grey.rows() - rim, rim, grey.cols() - rim));
  }

  /** What the sheet would look like without ink. */
  static Mat paper(Mat grey, Mats mats) {
    var paper = mats.mat();
    var kernel = mats.keep(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(21, 21)));
    Imgproc.morphologyEx(grey, paper, Imgproc.MORPH_CLOSE, kernel);
    Imgproc.blur(paper, paper, new Size(21, 21));
    return paper;
  }

  private static boolean glare(Mat grey, double level, Mats mats) {
    var white = mats.mat();
    Imgproc.threshold(grey, white, 252, 255, Imgproc.THRESH_BINARY);
    var kernel = mats.keep(Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(9, 9)));
    Imgproc.morphologyEx(white, white, Imgproc.MORPH_OPEN, kernel);
    var share = Core.countNonZero(white) / (double) grey.total();
    // A scan of white paper is white all over: that is no glare.
    return level < 225 && share > GLARE_SHARE;
  }

  /** Without thin straight strokes and what runs across half of the sheet: a crease is no ink. */
  private static double inkShare(Mat ink, double level, Mats mats) {
    var strong = mats.mat();
    Imgproc.threshold(ink, strong, Math.max(20, level * 0.18), 255, Imgproc.THRESH_BINARY);
    var stats = mats.mat();
    var count =
        Imgproc.connectedComponentsWithStats(
            strong, mats.mat(), stats, mats.mat(), 8, CvType.CV_32S);
    var values = new int[count * stats.cols()];
    stats.get(0, 0, values);
    var print = 0L;
    for (var i = 1; i < count; i++) {
      var at = i * stats.cols();
      var width = values[at + Imgproc.CC_STAT_WIDTH];
      var height = values[at + Imgproc.CC_STAT_HEIGHT];
      var least = Math.min(width, height);
      var thin = least <= HAIR || (least <= THIN && Math.max(width, height) >= LONG_STROKE);
      if (!thin && width < ink.cols() / 2 && height < ink.rows() / 2) {
        print += values[at + Imgproc.CC_STAT_AREA];
      }
    }
    return print / (double) ink.total();
  }
}
