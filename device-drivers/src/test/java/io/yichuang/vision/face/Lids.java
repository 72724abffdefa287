package io.yichuang.vision.face;

import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.page.Point;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.opencv.photo.Photo;

/**
 * Closes the eyes of a photographed face: skin grows over them from around, and a line of lashes is
 * drawn below. There are no photos of one person with open and with closed eyes to test with.
 */
final class Lids {

  private Lids() {}

  static Mat closed(Mat frame, Landmarks marks, Mats mats) {
    var p = marks.points();
    var mask = mats.keep(Mat.zeros(frame.size(), CvType.CV_8U));
    var left = eye(marks.leftEye(), p[36], p[39]);
    var right = eye(marks.rightEye(), p[42], p[45]);
    Imgproc.ellipse(mask, left.middle, left.half, left.angle, 0, 360, Scalar.all(255), -1);
    Imgproc.ellipse(mask, right.middle, right.half, right.angle, 0, 360, Scalar.all(255), -1);
    var out = mats.mat();
    Photo.inpaint(frame, mask, out, 0.3 * left.half.width, Photo.INPAINT_TELEA);
    for (var eye : new Eye[] {left, right}) {
      var thick = (int) Math.max(1, Math.round(eye.half.width / 10));
      var arc = new Size(0.85 * eye.half.width, 0.45 * eye.half.height);
      Imgproc.ellipse(
          out, eye.middle, arc, eye.angle, 15, 165, new Scalar(40, 45, 60), thick, Imgproc.LINE_AA);
    }
    return out;
  }

  private record Eye(org.opencv.core.Point middle, Size half, double angle) {}

  private static Eye eye(Point middle, Point from, Point to) {
    var width = Math.hypot(to.x() - from.x(), to.y() - from.y());
    return new Eye(
        new org.opencv.core.Point(middle.x(), middle.y()),
        new Size(0.68 * width, 0.36 * width),
        Math.toDegrees(Math.atan2(to.y() - from.y(), to.x() - from.x())));
  }
}
