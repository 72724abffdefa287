package io.yichuang.vision.page;

import io.yichuang.vision.mat.Mats;
import java.util.Arrays;
import java.util.stream.Stream;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Fingers that hold a sheet and cover a part of it: patches of the colour of skin that come in over
 * a side from beside the sheet. Skin is darker or lighter, but its hue hardly differs. What is
 * printed up to the edge ends there, or goes on as a table of another colour.
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

  /** What is looked at beside the page, as a share of its long side. */
  private static final double BESIDE = 0.08;

  /** Share of skin in that strip, level with the patch, from which it comes over the side. */
  private static final double GOES_ON = 0.4;

  /** Of 255: so near are two parts of one hand; a table of wood has the hue, but another light. */
  private static final double SAME_LIGHT = 45;

  private static final double SAME_HUE = 12;

  private Hands() {}

  static boolean over(Mat picture, Quad quad) {
    try (var mats = new Mats()) {
      double longest = Math.max(across(quad), along(quad));
      int wide = (int) Math.max(1, LONG_SIDE * across(quad) / longest);
      int high = (int) Math.max(1, LONG_SIDE * along(quad) / longest);
      int beside = (int) (BESIDE * LONG_SIDE);
      var page = new Rect(beside, beside, wide, high);
      var seen = around(picture, quad, page, mats);
      Core.multiply(seen, white(mats.keep(mats.keep(seen.submat(page)).clone())), seen);
      var colours = mats.mat();
      Imgproc.cvtColor(seen, colours, Imgproc.COLOR_BGR2YCrCb);
      var skin = skin(colours, mats);
      var inside = mats.keep(skin.submat(page));
      var stats = mats.mat();
      int count =
          Imgproc.connectedComponentsWithStats(
              inside, mats.mat(), stats, mats.mat(), 8, CvType.CV_32S);
      var values = new int[count * stats.cols()];
      stats.get(0, 0, values);
      for (int i = 1; i < count; i++) {
        int at = i * stats.cols();
        if (finger(Arrays.copyOfRange(values, at, at + stats.cols()), colours, skin, page, mats)) {
          return true;
        }
      }
      return false;
    }
  }

  private static double across(Quad quad) {
    return Math.max(
        Quads.distance(quad.topLeft(), quad.topRight()),
        Quads.distance(quad.bottomLeft(), quad.bottomRight()));
  }

  private static double along(Quad quad) {
    return Math.max(
        Quads.distance(quad.topLeft(), quad.bottomLeft()),
        Quads.distance(quad.topRight(), quad.bottomRight()));
  }

  /** The page made straight and small, with what lies beside it; black beyond the picture. */
  private static Mat around(Mat picture, Quad quad, Rect page, Mats mats) {
    var corners =
        Quads.corners(quad).stream().map(p -> new Point(p.x(), p.y())).toArray(Point[]::new);
    var right = page.x + page.width;
    var bottom = page.y + page.height;
    var to =
        mats.keep(
            new MatOfPoint2f(
                new Point(page.x, page.y),
                new Point(right, page.y),
                new Point(right, bottom),
                new Point(page.x, bottom)));
    var warp = mats.keep(Imgproc.getPerspectiveTransform(mats.keep(new MatOfPoint2f(corners)), to));
    var seen = mats.mat();
    var size = new Size(right + page.x, bottom + page.y);
    Imgproc.warpPerspective(picture, seen, warp, size, Imgproc.INTER_AREA);
    return seen;
  }

  private static Mat skin(Mat colours, Mats mats) {
    var skin = mats.mat();
    Core.inRange(colours, LEAST, MOST, skin);
    var kernel =
        mats.keep(Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(STROKE, STROKE)));
    // Outside the picture nothing is known: it must not eat into what comes over its side.
    Imgproc.morphologyEx(skin, skin, Imgproc.MORPH_OPEN, kernel);
    return skin;
  }

  private static boolean finger(int[] patch, Mat colours, Mat skin, Rect page, Mats mats) {
    var left = patch[Imgproc.CC_STAT_LEFT];
    var top = patch[Imgproc.CC_STAT_TOP];
    var wide = patch[Imgproc.CC_STAT_WIDTH];
    var high = patch[Imgproc.CC_STAT_HEIGHT];
    var least = LEAST_REACH * Math.min(page.width, page.height);
    // A finger is full, the rim of a stamp is not.
    if (patch[Imgproc.CC_STAT_AREA] <= 0.45 * wide * high) {
      return false;
    }
    var strips = Stream.<Strip>builder();
    if (wide >= least && high < MOST_WIDE * page.height && wide < page.width / 2) {
      if (left < RIM) {
        strips.add(Strip.upright(0, page.y + top, page.x, high, skin));
      }
      if (left + wide > page.width - RIM) {
        strips.add(Strip.upright(page.x + page.width, page.y + top, page.x, high, skin));
      }
    }
    if (high >= least && wide < MOST_WIDE * page.width && high < page.height / 2) {
      if (top < RIM) {
        strips.add(Strip.flat(page.x + left, 0, wide, page.y, skin));
      }
      if (top + high > page.height - RIM) {
        strips.add(Strip.flat(page.x + left, page.y + page.height, wide, page.y, skin));
      }
    }
    var self = new Rect(page.x + left, page.y + top, wide, high);
    return strips.build().anyMatch(strip -> goesOn(self, strip, colours, skin, mats));
  }

  /** What lies beside one side of the page: level with a patch, and all along the side. */
  private record Strip(Rect level, Rect whole) {
    static Strip upright(int x, int y, int wide, int high, Mat all) {
      return new Strip(new Rect(x, y, wide, high), new Rect(x, 0, wide, all.rows()));
    }

    static Strip flat(int x, int y, int wide, int high, Mat all) {
      return new Strip(new Rect(x, y, wide, high), new Rect(0, y, all.cols(), high));
    }
  }

  /** Whether what lies beside the page, level with a patch, is of the same hand, and no table. */
  private static boolean goesOn(Rect patch, Strip strip, Mat colours, Mat skin, Mats mats) {
    var beside = only(strip.level(), skin, mats);
    var rest = only(strip.whole(), skin, mats);
    mats.keep(rest.submat(strip.level())).setTo(new Scalar(0));
    var inside = only(patch, skin, mats);
    double others = strip.whole().area() - strip.level().area();
    return Core.countNonZero(beside) > GOES_ON * strip.level().area()
        && alike(colours, inside, beside)
        && !(Core.countNonZero(rest) > GOES_ON * others && alike(colours, inside, rest));
  }

  /** The skin within a part of the picture. */
  private static Mat only(Rect part, Mat skin, Mats mats) {
    var only = mats.keep(Mat.zeros(skin.size(), skin.type()));
    mats.keep(skin.submat(part)).copyTo(mats.keep(only.submat(part)));
    return only;
  }

  private static boolean alike(Mat colours, Mat one, Mat other) {
    var a = Core.mean(colours, one).val;
    var b = Core.mean(colours, other).val;
    return Math.abs(a[0] - b[0]) < SAME_LIGHT
        && Math.abs(a[1] - b[1]) < SAME_HUE
        && Math.abs(a[2] - b[2]) < SAME_HUE;
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
