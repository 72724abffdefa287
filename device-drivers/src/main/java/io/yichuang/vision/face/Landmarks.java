package io.yichuang.vision.face;

import io.yichuang.vision.page.Point;
import org.opencv.core.Rect;

/**
 * The 68 points of a face (iBUG 300-W order), pixels of its frame. How the head is turned is read
 * off five of them: the tip of the nose stands out before eyes and mouth, and so wanders.
 */
record Landmarks(Point[] points) {

  /** How far the tip of the nose stands out, in distances of the eyes (35 of 63 mm). */
  private static final double NOSE = 0.55;

  /** Where the tip is between eyes (0) and mouth (1) when somebody looks straight ahead. */
  private static final double STRAIGHT = 0.62;

  /** From the eyes down to the mouth, in distances of the eyes. */
  private static final double EYES_TO_MOUTH = 1.05;

  static Landmarks of(Rect face, float[] values) {
    var points = new Point[values.length / 2];
    for (var i = 0; i < points.length; i++) {
      points[i] =
          new Point(
              face.x + values[2 * i] * (double) face.width,
              face.y + values[2 * i + 1] * (double) face.height);
    }
    return new Landmarks(points);
  }

  Point leftEye() {
    return middle(36, 41);
  }

  Point rightEye() {
    return middle(42, 47);
  }

  Point eyes() {
    return between(leftEye(), rightEye());
  }

  Point nose() {
    return points[30];
  }

  Point mouth() {
    return between(points[48], points[54]);
  }

  Point chin() {
    return points[8];
  }

  /** From temple to temple, along the jaw's ends. */
  double width() {
    return Math.hypot(points[16].x() - points[0].x(), points[16].y() - points[0].y());
  }

  /** Between the middles of the eyes. */
  double eyeDistance() {
    return Math.max(
        1e-6, Math.hypot(rightEye().x() - leftEye().x(), rightEye().y() - leftEye().y()));
  }

  /** The head leans to a shoulder: degrees, positive clockwise as seen. */
  double roll() {
    return Math.toDegrees(
        Math.atan2(rightEye().y() - leftEye().y(), rightEye().x() - leftEye().x()));
  }

  /** The face looks aside: degrees, positive to the right of the picture. */
  double yaw() {
    var axis = between(eyes(), mouth());
    return Math.toDegrees(Math.atan(along(axis, nose()) / eyeDistance() / NOSE));
  }

  /** The face looks up or down: degrees, positive downwards. */
  double pitch() {
    var whole = Math.max(1e-6, down(eyes(), mouth()));
    var share = down(eyes(), nose()) / whole;
    return Math.toDegrees(Math.atan((share - STRAIGHT) * EYES_TO_MOUTH / NOSE));
  }

  /** How far it is from one point to another in the direction from eye to eye, pixels. */
  private double along(Point from, Point to) {
    var angle = Math.toRadians(roll());
    return (to.x() - from.x()) * Math.cos(angle) + (to.y() - from.y()) * Math.sin(angle);
  }

  private double down(Point from, Point to) {
    var angle = Math.toRadians(roll());
    return (to.y() - from.y()) * Math.cos(angle) - (to.x() - from.x()) * Math.sin(angle);
  }

  private Point middle(int first, int last) {
    var x = 0.0;
    var y = 0.0;
    for (var i = first; i <= last; i++) {
      x += points[i].x();
      y += points[i].y();
    }
    var count = last - first + 1;
    return new Point(x / count, y / count);
  }

  private static Point between(Point a, Point b) {
    return new Point((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
  }

  /** Without the points: they are a person's. */
  @Override
  public String toString() {
    return "Landmarks[" + points.length + "]";
  }
}
