package io.yichuang.vision.page;

import io.yichuang.vision.mat.Mats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfInt;
import org.opencv.core.MatOfPoint;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Every four-sided thing in a small picture that could be the page. */
final class Candidates {

  /** A page smaller than this share of the picture could not be read anyway. */
  static final double MIN_AREA = 0.08;

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
      new Lines(all, found).cross();
    }
    return found.quads;
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
