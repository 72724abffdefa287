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
 * hue hardly differs. On a table of that colour, as wood is, a finger is what goes on beyond the
 * edge as if there were none.
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

  /** Pixels by which a side may lie wrong: what is left of the table there is no finger. */
  private static final int SLACK = 3;

  /** Of its box. */
  private static final double FULL = 0.45;

  /** Of 255: a finger goes on beyond the edge, a picture on the sheet ends there. */
  private static final double STEP = 24;

  /**
   * On a table of skin's colour: drawn thumbs had 6 at most, pictures up to the edge 13 and more.
   */
  private static final double STEP_ON_WOOD = 10;

  private static final int SIDES = 4;

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
      // Each side comes to lie on the left once.
      for (int side = 0; side < SIDES; side++) {
        if (overLeft(small, skin, sheet, mats)) {
          return true;
        }
        Core.rotate(small, small, Core.ROTATE_90_CLOCKWISE);
        Core.rotate(skin, skin, Core.ROTATE_90_CLOCKWISE);
        sheet = new Rect(sheet.y, sheet.x, sheet.height, sheet.width);
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

  /** Whether a finger comes over the left side. */
  private static boolean overLeft(Mat small, Mat skin, Rect sheet, Mats mats) {
    var inside =
        mats.keep(
            skin.submat(new Rect(sheet.x + SLACK, sheet.y, sheet.width - SLACK, sheet.height)));
    var stats = mats.mat();
    var count =
        Imgproc.connectedComponentsWithStats(
            inside, mats.mat(), stats, mats.mat(), 8, CvType.CV_32S);
    var values = new int[count * stats.cols()];
    stats.get(0, 0, values);
    for (var i = 1; i < count; i++) {
      var at = i * stats.cols();
      if (finger(Arrays.copyOfRange(values, at, at + stats.cols()), small, skin, sheet, mats)) {
        return true;
      }
    }
    return false;
  }

  private static boolean finger(int[] patch, Mat small, Mat skin, Rect sheet, Mats mats) {
    var reach = patch[Imgproc.CC_STAT_LEFT] + patch[Imgproc.CC_STAT_WIDTH] + SLACK;
    var top = patch[Imgproc.CC_STAT_TOP];
    var high = patch[Imgproc.CC_STAT_HEIGHT];
    var box = patch[Imgproc.CC_STAT_WIDTH] * (double) high;
    if (patch[Imgproc.CC_STAT_LEFT] + SLACK >= RIM
        || reach < LEAST_REACH * Math.min(sheet.width, sheet.height)
        || reach >= sheet.width / 2
        || high < STROKE
        || high >= MOST_WIDE * sheet.height
        // A finger is full, the rim of a stamp is not.
        || patch[Imgproc.CC_STAT_AREA] <= FULL * box) {
      return false;
    }
    var y = sheet.y + top + high / 4;
    var over = Math.max(1, high / 2);
    var beyond = new Rect(2, y, sheet.x - 3, over);
    if (share(skin, beyond, mats) < FROM_OUTSIDE) {
      return false;
    }
    var step = step(small, new Rect(sheet.x + SLACK, y, RIM, over), beyond, mats);
    var side = new Rect(2, sheet.y, sheet.x - 3, sheet.height);
    if (share(skin, side, mats) < FROM_OUTSIDE) {
      return step < STEP;
    }
    // On wood all is of that colour, and a corner that is missing shows it too.
    return top > 0 && top + high < sheet.height && step < STEP_ON_WOOD;
  }

  /** How much the colour changes from one place to the other, of 255. */
  private static double step(Mat small, Rect one, Rect other, Mats mats) {
    var a = Core.mean(mats.keep(small.submat(one))).val;
    var b = Core.mean(mats.keep(small.submat(other))).val;
    return Math.max(Math.abs(a[0] - b[0]), Math.max(Math.abs(a[1] - b[1]), Math.abs(a[2] - b[2])));
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
