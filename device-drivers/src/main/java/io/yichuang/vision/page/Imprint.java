package io.yichuang.vision.page;

import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import java.util.Arrays;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Where a page has ink, too coarse to be read: enough to know a sheet again that was photographed a
 * moment ago, wherever it lies now.
 */
final class Imprint {

  private static final int SIDE = 40;

  /** Ink is told from paper at this size; a larger picture only costs more. */
  private static final double LONG_SIDE = 500;

  /**
   * From here two imprints are of one sheet: five photos of paper reach 0.74 to 1.0 with themselves
   * and at most 0.53 with each other, but two full pages of one text 0.9: those are told by
   * lifting.
   */
  private static final double SAME = 0.72;

  /** Grey steps, the mean of all places; below, the page is as good as empty. */
  private static final double EMPTY = 0.5;

  private final double[] ink;
  private final boolean empty;

  private Imprint(double[] ink, boolean empty) {
    this.ink = ink;
    this.empty = empty;
  }

  /** Of a straightened page in colour. */
  static Imprint of(Mat page) {
    try (var mats = new Mats()) {
      var grey = mats.mat();
      Imgproc.cvtColor(page, grey, Imgproc.COLOR_BGR2GRAY);
      var factor = Math.min(1, LONG_SIDE / Math.max(grey.cols(), grey.rows()));
      Imgproc.resize(grey, grey, Picture.times(grey, factor), 0, 0, Imgproc.INTER_AREA);
      var ink = mats.mat();
      Core.subtract(PageJudge.paper(grey, mats), grey, ink);
      Imgproc.resize(ink, ink, new Size(SIDE, SIDE), 0, 0, Imgproc.INTER_AREA);
      // Half a line up or down is the same sheet, found a little differently.
      Imgproc.GaussianBlur(ink, ink, new Size(0, 0), 1);
      var bytes = new byte[SIDE * SIDE];
      ink.get(0, 0, bytes);
      var values = new double[bytes.length];
      Arrays.setAll(values, i -> bytes[i] & 0xFF);
      var mean = Arrays.stream(values).average().orElse(0);
      for (var i = 0; i < values.length; i++) {
        values[i] -= mean;
      }
      return new Imprint(values, mean < EMPTY);
    }
  }

  boolean same(Imprint other) {
    if (empty || other.empty) {
      return empty && other.empty;
    }
    return likeness(other) >= SAME;
  }

  /** Correlation, -1 to 1. */
  double likeness(Imprint other) {
    var both = 0.0;
    var one = 0.0;
    var two = 0.0;
    for (var i = 0; i < ink.length; i++) {
      both += ink[i] * other.ink[i];
      one += ink[i] * ink[i];
      two += other.ink[i] * other.ink[i];
    }
    return both / Math.sqrt(Math.max(1e-9, one * two));
  }
}
