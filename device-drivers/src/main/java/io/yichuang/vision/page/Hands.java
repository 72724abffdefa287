package io.yichuang.vision.page;

import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import java.util.Arrays;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Fingers that hold a sheet and cover a part of it: patches of the colour of skin that come in over
 * a side from beyond it, as a printed face at the edge does not. Skin is darker or lighter, but its
 * hue hardly differs. On a table of that colour nothing is told.
 */
final class Hands {

  private static final int LONG_SIDE = 400;

  /** After the paper was made white, of 255: ITU-R BT.601's two colour axes. */
  private static final Scalar LEAST = new Scalar(40, 138, 77);

  private static final Scalar MOST = new Scalar(240, 180, 124);

  /** What is lighter than four fifths of a page is its paper. */
  private static final double PAPER = 0.8;

  private static final double WHITE = 235;

  /** A finger is 15 mm wide: the strokes of a seal across the edge are not. */
  private static final int STROKE = 7;

  /** Of the short side: how far in a finger reaches before it may hide something. */
  private static final double LEAST_REACH = 0.05;

  /** Of the side that it comes over: more is a strip of the table beside a page found too large. */
  private static final double MOST_WIDE = 0.35;

  /** Pixels from a side within which something comes over it. */
  private static final int RIM = 6;

  /**
   * Looked at so much beyond the sheet on each side, as a share of it: a finger comes from there.
   */
  private static final double BEYOND = 0.06;

  private static final double FROM_OUTSIDE = 0.5;

  private Hands() {}

  /** Whether something of the colour of skin reaches in from beyond the sheet. */
  static boolean cover(Mat picture, Quad quad) {
    try (var mats = new Mats()) {
      var wide = PageCleaner.straighten(picture, larger(quad), mats);
      var small = mats.mat();
      var factor = Math.min(1, LONG_SIDE / (double) Math.max(wide.cols(), wide.rows()));
      Imgproc.resize(wide, small, Picture.times(wide, factor), 0, 0, Imgproc.INTER_AREA);
      var x = (int) Math.round(small.cols() * BEYOND / (1 + 2 * BEYOND));
      var y = (int) Math.round(small.rows() * BEYOND / (1 + 2 * BEYOND));
      var sheet = new Rect(x, y, small.cols() - 2 * x, small.rows() - 2 * y);
      if (x < 4 || y < 4) {
        return false;
      }
      Core.multiply(small, white(mats.keep(mats.keep(small.submat(sheet)).clone())), small);
      var colours = mats.mat();
      Imgproc.cvtColor(small, colours, Imgproc.COLOR_BGR2YCrCb);
      var skin = mats.mat();
      Core.inRange(colours, LEAST, MOST, skin);
      var kernel =
          mats.keep(Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(STROKE, STROKE)));
      Imgproc.morphologyEx(skin, skin, Imgproc.MORPH_OPEN, kernel);
      var inside = mats.keep(skin.submat(sheet));
      var stats = mats.mat();
      var count =
          Imgproc.connectedComponentsWithStats(
              inside, mats.mat(), stats, mats.mat(), 8, CvType.CV_32S);
      var values = new int[count * stats.cols()];
      stats.get(0, 0, values);
      for (var i = 1; i < count; i++) {
        var at = i * stats.cols();
        if (finger(Arrays.copyOfRange(values, at, at + stats.cols()), skin, sheet, mats)) {
          return true;
        }
      }
      return false;
    }
  }

  private static Quad larger(Quad quad) {
    var c = Quads.corners(quad);
    var mx = c.stream().mapToDouble(Point::x).average().orElse(0);
    var my = c.stream().mapToDouble(Point::y).average().orElse(0);
    var by = 1 + 2 * BEYOND;
    var far =
        c.stream().map(p -> new Point(mx + (p.x() - mx) * by, my + (p.y() - my) * by)).toList();
    return new Quad(far.get(0), far.get(1), far.get(2), far.get(3));
  }

  private static boolean finger(int[] patch, Mat skin, Rect sheet, Mats mats) {
    var left = patch[Imgproc.CC_STAT_LEFT];
    var top = patch[Imgproc.CC_STAT_TOP];
    var wide = patch[Imgproc.CC_STAT_WIDTH];
    var high = patch[Imgproc.CC_STAT_HEIGHT];
    // A finger is full, the rim of a stamp is not.
    if (patch[Imgproc.CC_STAT_AREA] <= 0.45 * wide * high) {
      return false;
    }
    var least = LEAST_REACH * Math.min(sheet.width, sheet.height);
    if (wide >= least && wide < sheet.width / 2 && high < MOST_WIDE * sheet.height) {
      var rows = new int[] {sheet.y + top + high / 4, Math.max(1, high / 2)};
      return (left < RIM && comes(skin, beside(0, sheet.x, rows), column(0, sheet), mats))
          || (left + wide > sheet.width - RIM
              && comes(
                  skin,
                  beside(sheet.x + sheet.width, sheet.x, rows),
                  column(sheet.x + sheet.width, sheet),
                  mats));
    }
    if (high >= least && high < sheet.height / 2 && wide < MOST_WIDE * sheet.width) {
      var from = sheet.x + left + wide / 4;
      var over = Math.max(1, wide / 2);
      return (top < RIM
              && comes(
                  skin,
                  new Rect(from, 2, over, sheet.y - 3),
                  new Rect(sheet.x, 2, sheet.width, sheet.y - 3),
                  mats))
          || (top + high > sheet.height - RIM
              && comes(
                  skin,
                  new Rect(from, sheet.y + sheet.height + 1, over, sheet.y - 3),
                  new Rect(sheet.x, sheet.y + sheet.height + 1, sheet.width, sheet.y - 3),
                  mats));
    }
    return false;
  }

  private static Rect beside(int x, int width, int[] rows) {
    return new Rect(x + (x == 0 ? 2 : 1), rows[0], width - 3, rows[1]);
  }

  private static Rect column(int x, Rect sheet) {
    return beside(x, sheet.x, new int[] {sheet.y, sheet.height});
  }

  /** Skin beyond the patch, and not along the whole side: a picture on the sheet ends with it. */
  private static boolean comes(Mat skin, Rect beyond, Rect side, Mats mats) {
    return share(skin, beyond, mats) >= FROM_OUTSIDE && share(skin, side, mats) < FROM_OUTSIDE;
  }

  private static double share(Mat skin, Rect where, Mats mats) {
    return Core.countNonZero(mats.keep(skin.submat(where))) / Math.max(1, where.area());
  }

  /** By what each channel is to be multiplied so that the paper is white. */
  private static Scalar white(Mat small) {
    var pixels = new byte[(int) small.total() * 3];
    small.get(0, 0, pixels);
    var gains = new double[3];
    for (var channel = 0; channel < 3; channel++) {
      var values = new int[pixels.length / 3];
      for (var i = 0; i < values.length; i++) {
        values[i] = pixels[3 * i + channel] & 0xFF;
      }
      Arrays.sort(values);
      gains[channel] = WHITE / Math.max(1, values[(int) (PAPER * (values.length - 1))]);
    }
    return new Scalar(gains);
  }
}
