package io.yichuang.vision.page;

import io.yichuang.vision.mat.Mats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfInt;
import org.opencv.core.MatOfPoint;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Every four-sided thing in a small picture that could be the page. */
final class Candidates {

  /**
   * Share of the picture that a sheet takes at least. In the 640 pixels that are looked at, it has
   * some 155 x 155 then: less is a printed box, a photograph on a sheet or a tile as often as a
   * sheet, and A4 would be seen at 50 dpi by a camera of 2 megapixels, which nobody can read.
   */
  static final double MIN_AREA = 0.08;

  /** What evenly lit ground becomes. */
  private static final double FAINT_GAIN = 1000;

  private final int width;
  private final int height;
  private final List<Quad> quads = new ArrayList<>();

  private Candidates(Mat first) {
    width = first.cols();
    height = first.rows();
  }

  /** From channels that are smoothed and of one size. */
  static List<Quad> of(List<Mat> channels) {
    var found = new Candidates(channels.getFirst());
    try (var mats = new Mats()) {
      var all = mats.keep(Mat.zeros(channels.getFirst().size(), channels.getFirst().type()));
      var five = mats.keep(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(5, 5)));
      for (var channel : channels) {
        var edges = mats.mat();
        var mask = mats.mat();
        var otsu =
            Imgproc.threshold(channel, mask, 0, 255, Imgproc.THRESH_BINARY + Imgproc.THRESH_OTSU);
        var high = Math.clamp(otsu * 0.5, 20, 100);
        Imgproc.Canny(channel, edges, high / 2.5, high, 3, true);
        Core.bitwise_or(all, edges, all);
        Imgproc.morphologyEx(edges, edges, Imgproc.MORPH_CLOSE, five);
        found.outlines(edges);
        found.outlines(mask);
        Core.bitwise_not(mask, mask);
        found.outlines(mask);
      }
      found.calm(all, mats);
      new Lines(all, found).cross();
    }
    return found.quads;
  }

  /** Pixels within which a pattern shows itself. */
  private static final int PATTERN = 21;

  /** On a cloth with a pattern the sheet is where nothing changes, whatever the colours are. */
  private void calm(Mat edges, Mats mats) {
    var busy = mats.mat();
    Imgproc.blur(edges, busy, new Size(PATTERN, PATTERN));
    for (var most : new double[] {12, 40}) {
      var calm = mats.mat();
      Imgproc.threshold(busy, calm, most, 255, Imgproc.THRESH_BINARY_INV);
      // The sheet's own edge made a rim of half a window busy.
      var grow =
          mats.keep(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(PATTERN, PATTERN)));
      Imgproc.erode(calm, calm, mats.keep(Imgproc.getStructuringElement(0, new Size(9, 9))));
      Imgproc.dilate(calm, calm, grow);
      outlines(calm);
    }
  }

  /** Shares of all pixels that count as edges in a picture without strong ones. */
  private static final double[] FAINT_SHARES = {0.03, 0.06};

  /** From lightness alone, smoothed more, with thresholds that follow what contrast there is. */
  static List<Quad> faint(Mat lightness) {
    var found = new Candidates(lightness);
    try (var mats = new Mats()) {
      var smooth = mats.mat();
      var ground = mats.mat();
      Imgproc.GaussianBlur(lightness, smooth, new Size(0, 0), 1.6);
      // What is lit unevenly has no edge there.
      smooth.convertTo(smooth, CvType.CV_32F);
      Imgproc.blur(smooth, ground, new Size(61, 61), new org.opencv.core.Point(-1, -1));
      Core.divide(smooth, ground, smooth, FAINT_GAIN);
      var x = mats.mat();
      var y = mats.mat();
      Imgproc.Sobel(smooth, x, CvType.CV_16S, 1, 0);
      Imgproc.Sobel(smooth, y, CvType.CV_16S, 0, 1);
      var five = mats.keep(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(5, 5)));
      for (var share : FAINT_SHARES) {
        var high = strongest(x, y, share);
        var edges = mats.mat();
        Imgproc.Canny(x, y, edges, high * 0.5, high, true);
        new Lines(edges, found).cross();
        Imgproc.morphologyEx(edges, edges, Imgproc.MORPH_CLOSE, five);
        found.outlines(edges);
      }
    }
    return found.quads;
  }

  /** The gradient that so large a share of all pixels exceeds. */
  private static double strongest(Mat x, Mat y, double share) {
    var dx = new short[(int) x.total()];
    var dy = new short[dx.length];
    x.get(0, 0, dx);
    y.get(0, 0, dy);
    var bins = new int[4096];
    for (var i = 0; i < dx.length; i++) {
      bins[(int) Math.min(Math.hypot(dx[i], dy[i]), bins.length - 1)]++;
    }
    var left = share * dx.length;
    var at = bins.length - 1;
    while (at > 1 && (left -= bins[at]) > 0) {
      at--;
    }
    return at;
  }

  private void outlines(Mat mask) {
    try (var mats = new Mats()) {
      var contours = new ArrayList<MatOfPoint>();
      Imgproc.findContours(
          mask, contours, mats.mat(), Imgproc.RETR_LIST, Imgproc.CHAIN_APPROX_SIMPLE);
      contours.forEach(mats::keep);
      for (var contour : contours) {
        var box = Imgproc.boundingRect(contour);
        if (box.area() >= MIN_AREA * width * height) {
          outline(contour, mats);
        }
      }
    }
  }

  private void outline(MatOfPoint contour, Mats mats) {
    var at = mats.keep(new MatOfInt());
    Imgproc.convexHull(contour, at);
    var points = contour.toArray();
    var hull = new ArrayList<org.opencv.core.Point>();
    for (var i : at.toArray()) {
      hull.add(points[i]);
    }
    var line = mats.keep(new MatOfPoint2f());
    line.fromList(hull);
    var around = Imgproc.arcLength(line, true);
    var corners = mats.keep(new MatOfPoint2f());
    // From fine to coarse: a dog-ear wants a coarse eye, a perspective a fine one.
    for (var eye = 0.01; eye <= 0.08; eye += 0.01) {
      Imgproc.approxPolyDP(line, corners, eye * around, true);
      if (corners.rows() == 4) {
        add(corners.toArray());
        break;
      }
      if (corners.rows() < 4) {
        break;
      }
    }
    var four = new org.opencv.core.Point[4];
    Imgproc.minAreaRect(line).points(four);
    add(four);
  }

  private void add(org.opencv.core.Point[] four) {
    var points = new ArrayList<Point>();
    for (var p : four) {
      points.add(new Point(p.x, p.y));
    }
    add(points);
  }

  /** Keeps four points when they make a page that is large enough and within the picture. */
  void add(List<Point> four) {
    var slack = 0.04 * Math.max(width, height);
    for (var p : four) {
      if (!(p.x() >= -slack
          && p.y() >= -slack
          && p.x() <= width + slack
          && p.y() <= height + slack)) {
        return;
      }
    }
    Optional<Quad> quad = Quads.of(four);
    if (quad.isPresent() && Quads.area(quad.get()) >= MIN_AREA * width * height) {
      quads.add(quad.get());
    }
  }
}
