package io.yichuang.vision.page;

import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import java.util.EnumSet;
import java.util.Set;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A photo in which no sheet's border was found: judged as a whole, and asked whether paper runs out
 * of it on three sides or more. Not for scans, whose sheet fills the picture by nature.
 */
public final class FullFrame {

  /** Pixels: print of 12 points on A4 is five high then, and closed away. */
  private static final int LONG_SIDE = 320;

  /** Wider than the strokes and the gaps of a line of print. */
  private static final int PRINT = 9;

  /** Steps of Lab from a pixel to the next that light alone makes; a sheet's edge makes more. */
  private static final double LIGHT_ALONE = 2;

  /** Of the lightest place in the middle: what is darker there is no paper but ink or a table. */
  private static final double AS_LIGHT = 0.8;

  /** Places along each axis of the middle from which paper is followed. */
  private static final int PLACES = 7;

  /** Of the picture, on each side of which nothing is taken for the middle. */
  private static final double BESIDE = 0.2;

  /** Share of a border that paper has to reach; a corner of a table may show. */
  private static final double LEAST_SHARE = 0.5;

  /** Over one or two borders the finder sees the other edges, and {@link Cut} judges. */
  private static final int LEAST_BORDERS = 3;

  private FullFrame() {}

  /**
   * What is wrong with the photo.
   *
   * @param image JPEG or PNG, from a camera
   * @throws UnreadableImageException when it cannot be decoded
   * @throws IllegalStateException when vision is missing
   */
  public static Set<Finding> findings(byte[] image) throws UnreadableImageException {
    try (var mats = new Mats()) {
      var picture = Picture.decode(image, mats);
      var findings = EnumSet.copyOf(PageJudge.judge(picture));
      // A table alone goes on over all borders too, but bears no print.
      if (!findings.contains(Finding.BLANK) && borders(picture) >= LEAST_BORDERS) {
        findings.add(Finding.CUT_EDGE);
      }
      return findings;
    }
  }

  /** How many of the four borders the paper in the middle reaches. */
  static int borders(Mat picture) {
    try (var mats = new Mats()) {
      var small = mats.mat();
      var factor = Math.min(1, LONG_SIDE / (double) Math.max(picture.cols(), picture.rows()));
      Imgproc.resize(picture, small, Picture.times(picture, factor), 0, 0, Imgproc.INTER_AREA);
      var kernel =
          mats.keep(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(PRINT, PRINT)));
      Imgproc.morphologyEx(small, small, Imgproc.MORPH_CLOSE, kernel);
      Imgproc.GaussianBlur(small, small, new Size(5, 5), 0);
      Imgproc.cvtColor(small, small, Imgproc.COLOR_BGR2Lab);
      var paper = paper(small, mats);
      var width = small.cols();
      var height = small.rows();
      var reached = 0;
      // Two pixels within: the outermost are made up by the filters.
      for (var border :
          new Rect[] {
            new Rect(0, 2, width, 1),
            new Rect(0, height - 3, width, 1),
            new Rect(2, 0, 1, height),
            new Rect(width - 3, 0, 1, height)
          }) {
        var strip = mats.keep(paper.submat(border));
        reached += Core.countNonZero(strip) >= LEAST_SHARE * strip.total() ? 1 : 0;
      }
      return reached;
    }
  }

  /** Where paper goes on from the light places of the middle, as a mask. */
  private static Mat paper(Mat lab, Mats mats) {
    var mask = mats.keep(Mat.zeros(lab.rows() + 2, lab.cols() + 2, CvType.CV_8U));
    var lightest = 0.0;
    for (var i = 0; i < PLACES * PLACES; i++) {
      lightest = Math.max(lightest, light(lab, i));
    }
    var flags = 4 | (255 << 8) | Imgproc.FLOODFILL_MASK_ONLY;
    var steps = Scalar.all(LIGHT_ALONE);
    for (var i = 0; i < PLACES * PLACES; i++) {
      var at = place(lab, i);
      if (light(lab, i) >= AS_LIGHT * lightest
          && mask.get((int) at.y + 1, (int) at.x + 1)[0] == 0) {
        Imgproc.floodFill(lab, mask, at, Scalar.all(0), new Rect(), steps, steps, flags);
      }
    }
    return mats.keep(mask.submat(1, mask.rows() - 1, 1, mask.cols() - 1));
  }

  private static double light(Mat lab, int place) {
    var at = place(lab, place);
    return lab.get((int) at.y, (int) at.x)[0];
  }

  private static Point place(Mat lab, int place) {
    var step = (1 - 2 * BESIDE) / (PLACES - 1);
    var column = place % PLACES;
    var row = place / PLACES;
    return new Point(
        Math.floor((BESIDE + column * step) * (lab.cols() - 1)),
        Math.floor((BESIDE + row * step) * (lab.rows() - 1)));
  }
}
