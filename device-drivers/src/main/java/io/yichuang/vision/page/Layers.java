package io.yichuang.vision.page;

import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A cleaned page in two layers, as small as each can be: black ink as a mask of one bit a dot at
 * full sharpness, and under it what has colour or shades (stamps, signatures, photos) as a coarse
 * picture. A page of text has the first only.
 *
 * @param ink black where ink is; null where there is none
 * @param ground a JPEG of the whole page without that ink; null where it would be white
 * @param width of the page it was made of, pixels
 * @param height of that page, pixels
 */
record Layers(@Nullable BufferedImage ink, byte @Nullable [] ground, int width, int height) {

  /** Ink at fewer dots than this, long side of A4, is drawn twice as fine: else it has steps. */
  private static final int FINE = 2400;

  /** Ink is told from paper within so large a share of the long side: some lines of print. */
  private static final double AROUND = 0.02;

  /** How far below its surroundings ink is, for Sauvola's rule (2000), and its full contrast. */
  private static final double BELOW = 0.13;

  private static final double FULL_CONTRAST = 128;

  /** Steps between the colours of a dot that is neither black nor white. */
  private static final double COLOURED = 42;

  /** Share of all dots from which colour is there on purpose; less is the lens's fringe. */
  private static final double LEAST_COLOUR = 0.0002;

  /** Shades over so wide a patch are no stroke, as a share of the long side. */
  private static final double PATCH = 0.012;

  private static final double LEAST_SHADES = 0.004;

  /** Long side of the ground: a stamp at 120 dpi shows each letter. */
  private static final int GROUND_SIDE = 1400;

  private static final int GROUND_QUALITY = 50;

  static Layers of(byte[] jpeg) throws UnreadableImageException {
    try (var mats = new Mats()) {
      var page = Picture.decode(jpeg, mats);
      var grey = mats.mat();
      Imgproc.cvtColor(page, grey, Imgproc.COLOR_BGR2GRAY);
      var coloured = coloured(page, mats);
      var shades = shades(grey, mats);
      var aside = mats.mat();
      Core.bitwise_or(coloured, shades, aside);
      var ink = ink(grey, aside, mats);
      var ground =
          Core.countNonZero(coloured) > LEAST_COLOUR * grey.total()
                  || Core.countNonZero(shades) > LEAST_SHADES * grey.total()
              ? Optional.of(ground(page, grey, aside, mats))
              : Optional.<byte[]>empty();
      return new Layers(ink, ground.orElse(null), page.cols(), page.rows());
    }
  }

  /** Where the three colours differ, but for the fringe of black strokes. */
  private static Mat coloured(Mat page, Mats mats) {
    var soft = mats.mat();
    Imgproc.blur(page, soft, new Size(3, 3));
    var channels = new java.util.ArrayList<Mat>();
    Core.split(soft, channels);
    channels.forEach(mats::keep);
    var most = mats.mat();
    var least = mats.mat();
    Core.max(channels.get(0), channels.get(1), most);
    Core.max(most, channels.get(2), most);
    Core.min(channels.get(0), channels.get(1), least);
    Core.min(least, channels.get(2), least);
    var coloured = mats.mat();
    Core.subtract(most, least, coloured);
    Imgproc.threshold(coloured, coloured, COLOURED, 255, Imgproc.THRESH_BINARY);
    var three = mats.keep(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(3, 3)));
    Imgproc.morphologyEx(coloured, coloured, Imgproc.MORPH_OPEN, three);
    Imgproc.dilate(coloured, coloured, three);
    return coloured;
  }

  /** Where it is neither white nor a stroke: photos, shaded boxes. */
  private static Mat shades(Mat grey, Mats mats) {
    var side = (int) Math.max(5, PATCH * Math.max(grey.cols(), grey.rows())) | 1;
    var kernel = mats.keep(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(side, side)));
    var shades = mats.mat();
    Imgproc.threshold(grey, shades, 225, 255, Imgproc.THRESH_BINARY_INV);
    Imgproc.morphologyEx(shades, shades, Imgproc.MORPH_OPEN, kernel);
    Imgproc.dilate(shades, shades, kernel);
    return shades;
  }

  private static @Nullable BufferedImage ink(Mat grey, Mat aside, Mats mats) {
    var black = mats.mat();
    var fine = Math.max(grey.cols(), grey.rows()) < FINE;
    if (fine) {
      Imgproc.resize(grey, black, new Size(), 2, 2, Imgproc.INTER_CUBIC);
    } else {
      grey.copyTo(black);
    }
    var elsewhere = mats.mat();
    Imgproc.resize(aside, elsewhere, black.size(), 0, 0, Imgproc.INTER_NEAREST);
    black.setTo(Scalar.all(255), elsewhere);
    Core.compare(black, limit(black, mats), black, Core.CMP_GT);
    withoutSpecks(black, fine ? 2 : 1, mats);
    if (Core.countNonZero(black) == black.total()) {
      return null;
    }
    var image = new BufferedImage(black.cols(), black.rows(), BufferedImage.TYPE_BYTE_BINARY);
    var bits = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    var row = new byte[black.cols()];
    var stride = (black.cols() + 7) / 8;
    for (var y = 0; y < black.rows(); y++) {
      black.get(y, 0, row);
      for (var x = 0; x < row.length; x++) {
        if (row[x] != 0) {
          bits[y * stride + x / 8] |= (byte) (0x80 >> x % 8);
        }
      }
    }
    return image;
  }

  /**
   * Below which each place is ink, so that a pencil's stroke beside bold print is kept: mean * (1 +
   * k * (deviation / 128 - 1)). Found on a copy of a quarter: floats of a whole page take 140 MB.
   */
  private static Mat limit(Mat grey, Mats mats) {
    var small = mats.mat();
    Imgproc.resize(grey, small, Picture.times(grey, 0.25), 0, 0, Imgproc.INTER_AREA);
    small.convertTo(small, CvType.CV_32F);
    var window = new Size(1, 1);
    window.width = Math.max(5, AROUND * Math.max(small.cols(), small.rows()));
    window.height = window.width;
    var mean = mats.mat();
    var square = mats.mat();
    Imgproc.blur(small, mean, window);
    Imgproc.sqrBoxFilter(small, square, CvType.CV_32F, window);
    var limit = mats.mat();
    Core.multiply(mean, mean, limit);
    Core.subtract(square, limit, square);
    Core.max(square, Scalar.all(0), square);
    Core.sqrt(square, square);
    square.convertTo(square, CvType.CV_32F, BELOW / FULL_CONTRAST, 1 - BELOW);
    Core.multiply(mean, square, limit);
    limit.convertTo(limit, CvType.CV_8U);
    Imgproc.resize(limit, limit, grey.size(), 0, 0, Imgproc.INTER_LINEAR);
    return limit;
  }

  /** Single dots are dust and noise; each of them would cost some bytes. */
  private static void withoutSpecks(Mat black, int size, Mats mats) {
    var ink = mats.mat();
    Core.bitwise_not(black, ink);
    var labels = mats.mat();
    var stats = mats.mat();
    var count =
        Imgproc.connectedComponentsWithStats(ink, labels, stats, mats.mat(), 8, CvType.CV_32S);
    var columns = stats.cols();
    var values = new int[count * columns];
    stats.get(0, 0, values);
    var row = new int[labels.cols()];
    var dots = new byte[labels.cols()];
    for (var y = 0; y < labels.rows(); y++) {
      labels.get(y, 0, row);
      for (var x = 0; x < row.length; x++) {
        var area = values[row[x] * columns + Imgproc.CC_STAT_AREA];
        dots[x] = (byte) (row[x] != 0 && area > 4 * size * size ? 0 : 255);
      }
      black.put(y, 0, dots);
    }
  }

  private static byte[] ground(Mat page, Mat grey, Mat aside, Mats mats) {
    var ground = mats.mat();
    page.copyTo(ground);
    var gone = mats.mat();
    Core.bitwise_not(aside, gone);
    ground.setTo(Scalar.all(255), gone);
    var factor = Math.min(1, GROUND_SIDE / (double) Math.max(grey.cols(), grey.rows()));
    Imgproc.resize(ground, ground, Picture.times(ground, factor), 0, 0, Imgproc.INTER_AREA);
    return Picture.jpeg(ground, GROUND_QUALITY);
  }
}
