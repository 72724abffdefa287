package io.yichuang.vision.page;

import io.yichuang.vision.mat.Mats;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/** Where and in which direction the picture changes, over all its channels. */
final class Edges {

  /** How far from a side an edge still supports it: paper curls. Pixels of the small picture. */
  private static final int REACH = 3;

  private static final int SAMPLES = 48;

  /** Gradients below this share of all are no edges. */
  private static final double STRONG_SHARE = 0.97;

  /** What Scharr's kernel makes of one grey step a pixel. */
  private static final double SCHARR = 32;

  /** Grey steps a pixel between which a full edge is looked for, and how finely. */
  private static final double LEAST_FULL = 4;

  private static final double MOST_FULL = 24;
  private static final double BIN = 0.05;

  private final int width;
  private final int height;
  private final short[] gx;
  private final short[] gy;
  private final double full;

  /** The strongest gradient of any channel counts at each place. */
  Edges(List<Mat> channels) {
    width = channels.getFirst().cols();
    height = channels.getFirst().rows();
    gx = new short[width * height];
    gy = new short[width * height];
    var x = new short[gx.length];
    var y = new short[gx.length];
    try (var mats = new Mats()) {
      var dx = mats.mat();
      var dy = mats.mat();
      for (var channel : channels) {
        Imgproc.Scharr(channel, dx, CvType.CV_16S, 1, 0, 1, 0, Core.BORDER_REPLICATE);
        Imgproc.Scharr(channel, dy, CvType.CV_16S, 0, 1, 1, 0, Core.BORDER_REPLICATE);
        dx.get(0, 0, x);
        dy.get(0, 0, y);
        for (var i = 0; i < gx.length; i++) {
          if (x[i] * x[i] + y[i] * y[i] > gx[i] * gx[i] + gy[i] * gy[i]) {
            gx[i] = x[i];
            gy[i] = y[i];
          }
        }
      }
    }
    full = strong();
  }

  /** What counts as a full edge: a dim picture of white on white has faint ones only. */
  private double strong() {
    // Counted in bins rather than sorted: sorting 400,000 numbers took a third of the whole search.
    var bins = new int[(int) (MOST_FULL / BIN) + 1];
    for (var i = 0; i < gx.length; i++) {
      var size = Math.sqrt(gx[i] * gx[i] + gy[i] * gy[i]);
      bins[(int) Math.min(size / (SCHARR * BIN), bins.length - 1)]++;
    }
    var seen = 0;
    var bin = 0;
    while (bin < bins.length - 1 && seen + bins[bin] <= gx.length * STRONG_SHARE) {
      seen += bins[bin++];
    }
    return Math.clamp(bin * BIN, LEAST_FULL, MOST_FULL);
  }

  /** How much of the side lies on an edge that runs along it, 0 to 1. */
  double support(Point from, Point to) {
    return support(from, to, REACH);
  }

  /** The same, with so many pixels to each side. */
  double support(Point from, Point to, int reach) {
    var length = Quads.distance(from, to);
    var nx = (from.y() - to.y()) / length;
    var ny = (to.x() - from.x()) / length;
    var total = 0.0;
    for (var i = 0; i < SAMPLES; i++) {
      var t = (i + 0.5) / SAMPLES;
      var x = from.x() + t * (to.x() - from.x());
      var y = from.y() + t * (to.y() - from.y());
      var best = 0.0;
      for (var r = -reach; r <= reach; r++) {
        var px = (int) Math.round(x + r * nx);
        var py = (int) Math.round(y + r * ny);
        if (px >= 0 && py >= 0 && px < width && py < height) {
          var at = py * width + px;
          var value = Math.abs(gx[at] * nx + gy[at] * ny) * (1 - 0.1 * Math.abs(r));
          best = Math.max(best, value);
        }
      }
      total += Math.min(1, best / (SCHARR * full));
    }
    return total / SAMPLES;
  }
}
