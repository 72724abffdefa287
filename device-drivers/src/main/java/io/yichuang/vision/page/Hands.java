package io.yichuang.vision.page;

import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import java.util.Arrays;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Fingers that hold a sheet and cover a part of it, on a straightened page: patches of the colour
 * of skin that come in over a side. Skin is darker or lighter, but its hue hardly differs.
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

  private Hands() {}

  static boolean cover(Mat page) {
    try (var mats = new Mats()) {
      var small = mats.mat();
      var factor = Math.min(1, LONG_SIDE / (double) Math.max(page.cols(), page.rows()));
      Imgproc.resize(page, small, Picture.times(page, factor), 0, 0, Imgproc.INTER_AREA);
      Core.multiply(small, white(small), small);
      var colours = mats.mat();
      Imgproc.cvtColor(small, colours, Imgproc.COLOR_BGR2YCrCb);
      var skin = mats.mat();
      Core.inRange(colours, LEAST, MOST, skin);
      var kernel =
          mats.keep(Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(STROKE, STROKE)));
      // Outside the page nothing is known: it must not eat into what comes over the side.
      Imgproc.morphologyEx(skin, skin, Imgproc.MORPH_OPEN, kernel);
      var stats = mats.mat();
      var count =
          Imgproc.connectedComponentsWithStats(
              skin, mats.mat(), stats, mats.mat(), 8, CvType.CV_32S);
      var values = new int[count * stats.cols()];
      stats.get(0, 0, values);
      for (var i = 1; i < count; i++) {
        var at = i * stats.cols();
        if (finger(Arrays.copyOfRange(values, at, at + stats.cols()), small)) {
          return true;
        }
      }
      return false;
    }
  }

  private static boolean finger(int[] patch, Mat page) {
    var left = patch[Imgproc.CC_STAT_LEFT];
    var top = patch[Imgproc.CC_STAT_TOP];
    var wide = patch[Imgproc.CC_STAT_WIDTH];
    var high = patch[Imgproc.CC_STAT_HEIGHT];
    var least = LEAST_REACH * Math.min(page.cols(), page.rows());
    var across = left < RIM || left + wide > page.cols() - RIM;
    var along = top < RIM || top + high > page.rows() - RIM;
    // A finger is full, the rim of a stamp is not.
    var full = patch[Imgproc.CC_STAT_AREA] > 0.45 * wide * high;
    return full
        && ((across && wide >= least && high < MOST_WIDE * page.rows() && wide < page.cols() / 2)
            || (along
                && high >= least
                && wide < MOST_WIDE * page.cols()
                && high < page.rows() / 2));
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
