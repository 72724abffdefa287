package io.yichuang.vision.face;

import io.yichuang.vision.mat.Mats;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Whether a frame shows one face well enough to be measured. */
final class FaceView {

  /** A second face this large beside the first could be the one that is meant. */
  private static final double SECOND_SHARE = 0.2;

  /** Of the frame's height: at arm's length before a kiosk's camera it is some 35 %. */
  private static final double NEAR_ENOUGH = 0.18;

  private static final int LEAST_PIXELS = 80;

  /** How far from the middle, as a share of the frame's side. */
  private static final double MIDDLE = 0.28;

  /** Mean lightness, of 255. */
  private static final double DARK = 45;

  /** Variance of the Laplacian of the face at 112 px; sharp sample faces have several 100. */
  private static final double SHARP = 25;

  private FaceView() {}

  static FaceHint judge(Mat frame, List<Box> faces) {
    if (faces.isEmpty()) {
      return FaceHint.NO_FACE;
    }
    var face = faces.getFirst();
    if (severalFaces(faces)) {
      return FaceHint.SEVERAL_FACES;
    }
    if (face.height() < Math.max(LEAST_PIXELS, NEAR_ENOUGH * frame.rows())) {
      return FaceHint.TOO_FAR;
    }
    if (Math.abs(face.middleX() / frame.cols() - 0.5) > MIDDLE
        || Math.abs(face.middleY() / frame.rows() - 0.5) > MIDDLE) {
      return FaceHint.OFF_CENTRE;
    }
    try (var mats = new Mats()) {
      var grey = grey(frame, face, mats);
      if (Core.mean(grey).val[0] < DARK) {
        return FaceHint.TOO_DARK;
      }
      return sharpness(grey, mats) < SHARP ? FaceHint.BLURRED : FaceHint.GOOD;
    }
  }

  /** The same, with its figures; the largest face is measured, whatever the hint is. */
  static FaceQuality measure(Mat frame, List<Box> faces) {
    if (faces.isEmpty()) {
      return new FaceQuality(0, FaceHint.NO_FACE, 0, 0, 0, 0);
    }
    var face = faces.getFirst();
    try (var mats = new Mats()) {
      var grey = grey(frame, face, mats);
      return new FaceQuality(
          faces.size(),
          judge(frame, faces),
          face.height(),
          face.height() / frame.rows(),
          Core.mean(grey).val[0],
          sharpness(grey, mats));
    }
  }

  private static Mat grey(Mat frame, Box face, Mats mats) {
    var rect = FaceEngine.within(face.left(), face.top(), face.width(), face.height(), frame);
    var grey = mats.mat();
    Imgproc.cvtColor(mats.keep(frame.submat(rect)), grey, Imgproc.COLOR_BGR2GRAY);
    Imgproc.resize(grey, grey, new Size(112, 112), 0, 0, Imgproc.INTER_AREA);
    return grey;
  }

  static boolean severalFaces(List<Box> faces) {
    return faces.size() > 1 && faces.get(1).area() > SECOND_SHARE * faces.getFirst().area();
  }

  private static double sharpness(Mat grey, Mats mats) {
    var edges = mats.mat();
    Imgproc.Laplacian(grey, edges, CvType.CV_32F);
    var mean = mats.keep(new MatOfDouble());
    var spread = mats.keep(new MatOfDouble());
    Core.meanStdDev(edges, mean, spread);
    var deviation = spread.get(0, 0)[0];
    return deviation * deviation;
  }
}
