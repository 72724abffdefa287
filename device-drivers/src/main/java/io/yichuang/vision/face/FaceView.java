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

  /** Degrees: beyond, the measure of whose face it is suffers. */
  private static final double TURNED = 25;

  private static final double RAISED = 28;

  /** Variance of the Laplacian of the face at 112 px; sharp sample faces have several 100. */
  private static final double SHARP = 25;

  /**
   * How sure the model must be that no eye is open. Of five photos with open eyes, each in three
   * sizes, it was surest of a smiling face: 0.016; of the same with drawn lids 8 of 15 lie below.
   */
  static final double EYES_CLOSED = 0.01;

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

  /** The same, and whether the head is held straight and uncovered. */
  static FaceHint judge(Mat frame, List<Box> faces, FaceEngine engine) {
    var hint = judge(frame, faces);
    return hint == FaceHint.GOOD
        ? held(frame, engine.landmarks(frame, faces.getFirst()), engine)
        : hint;
  }

  private static FaceHint held(Mat frame, Landmarks marks, FaceEngine engine) {
    if (Math.abs(marks.yaw()) > TURNED
        || Math.abs(marks.roll()) > TURNED
        || Math.abs(marks.pitch()) > RAISED) {
      return FaceHint.LOOK_HERE;
    }
    if (Covered.covered(frame, marks)) {
      return FaceHint.MASK;
    }
    return engine.eyesOpen(frame, marks) < EYES_CLOSED ? FaceHint.EYES_CLOSED : FaceHint.GOOD;
  }

  /** The same, with its figures; the largest face is measured, whatever the hint is. */
  static FaceQuality measure(Mat frame, List<Box> faces, FaceEngine engine) {
    if (faces.isEmpty()) {
      return new FaceQuality(0, FaceHint.NO_FACE, 0, 0, 0, 0, 0, 0, 0, 0);
    }
    var face = faces.getFirst();
    var marks = engine.landmarks(frame, face);
    var hint = judge(frame, faces);
    try (var mats = new Mats()) {
      var grey = grey(frame, face, mats);
      return new FaceQuality(
          faces.size(),
          hint == FaceHint.GOOD ? held(frame, marks, engine) : hint,
          face.height(),
          face.height() / frame.rows(),
          Core.mean(grey).val[0],
          sharpness(grey, mats),
          marks.yaw(),
          marks.pitch(),
          marks.roll(),
          engine.eyesOpen(frame, marks));
    }
  }

  /** Light and sharpness alone. */
  record Figures(boolean dark, boolean blurred) {}

  static Figures figures(Mat frame, Box face) {
    try (var mats = new Mats()) {
      var grey = grey(frame, face, mats);
      return new Figures(Core.mean(grey).val[0] < DARK, sharpness(grey, mats) < SHARP);
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
