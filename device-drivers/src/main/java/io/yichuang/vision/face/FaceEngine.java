package io.yichuang.vision.face;

import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.Vision;
import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.model.Model;
import io.yichuang.vision.page.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * The models, loaded once for the process (9 MB). Any thread. Each model wants its pictures in its
 * own way, found by trial: what stands here is what worked.
 */
public final class FaceEngine implements AutoCloseable {

  private static final int DETECT_WIDTH = 320;
  private static final int DETECT_HEIGHT = 240;
  private static final double DETECT_SCORE = 0.7;
  private static final double DETECT_OVERLAP = 0.3;
  private static final int LANDMARK_SIDE = 64;
  private static final int LIVE_SIDE = 128;
  private static final int EYE_SIDE = 24;

  /** How much around an eye, from corner to corner, its model was trained to see. */
  private static final double EYE_AROUND = 1.6;

  /** How much around the face the liveness model was trained to see. */
  private static final double LIVE_AROUND = 2.7;

  private final Model detect = new Model(FaceEngine.class, "fr_detect.onnx");
  private final Model landmark = new Model(FaceEngine.class, "fr_landmark.onnx");
  private final Model feature = new Model(FaceEngine.class, "fr_feature.onnx");
  private final Model eye = new Model(FaceEngine.class, "fr_eye.onnx");
  private final Model liveness = new Model(FaceEngine.class, "fr_liveness.onnx");
  private final Optional<Liveness> instead;

  private FaceEngine(Optional<Liveness> instead) {
    this.instead = instead;
  }

  /**
   * Loads the models (some 100 ms).
   *
   * @throws IllegalStateException when vision or a model is missing
   */
  public static FaceEngine load() {
    // Not by the thread's loader: a virtual thread may have one that knows no engines' folder.
    var loader = FaceEngine.class.getClassLoader();
    return load(ServiceLoader.load(Liveness.class, loader).findFirst());
  }

  /** With this judge of life, if there is one, instead of the model. It is closed with the rest. */
  static FaceEngine load(Optional<Liveness> instead) {
    Vision.require();
    return new FaceEngine(instead);
  }

  /** All faces, the largest first. */
  List<Box> faces(Mat frame) {
    try (var mats = new Mats()) {
      // Letterboxed to 4:3 at the right or below, so that a box only has to be multiplied.
      var width = Math.max(frame.cols(), (int) Math.ceil(frame.rows() * 4 / 3.0));
      var height = Math.max(frame.rows(), (int) Math.ceil(width * 3 / 4.0));
      var boxed = mats.mat();
      Core.copyMakeBorder(
          frame,
          boxed,
          0,
          height - frame.rows(),
          0,
          width - frame.cols(),
          Core.BORDER_CONSTANT,
          Scalar.all(0));
      Imgproc.resize(boxed, boxed, new Size(DETECT_WIDTH, DETECT_HEIGHT), 0, 0, Imgproc.INTER_AREA);
      Imgproc.cvtColor(boxed, boxed, Imgproc.COLOR_BGR2RGB);
      var blocks =
          detect.run(
              planes(boxed, 127, 1 / 128f),
              new long[] {1, 3, DETECT_HEIGHT, DETECT_WIDTH},
              new int[] {2, 4});
      var out = new float[][] {blocks[0].values(), blocks[1].values()};
      var found = new ArrayList<Box>();
      for (var i = 0; i * 2 < out[0].length; i++) {
        var score = out[0][i * 2 + 1];
        if (score >= DETECT_SCORE) {
          found.add(
              new Box(
                  out[1][i * 4] * width,
                  out[1][i * 4 + 1] * height,
                  out[1][i * 4 + 2] * width,
                  out[1][i * 4 + 3] * height,
                  score));
        }
      }
      return distinct(found);
    }
  }

  private static List<Box> distinct(List<Box> found) {
    found.sort(Comparator.comparingDouble(Box::score).reversed());
    var faces = new ArrayList<Box>();
    for (var box : found) {
      if (faces.stream().noneMatch(face -> face.overlap(box) > DETECT_OVERLAP)) {
        faces.add(box);
      }
    }
    faces.sort(Comparator.comparingDouble(Box::area).reversed());
    return faces;
  }

  /** 512 numbers of length 1 that say whose face it is. The caller zeroes them after use. */
  float[] features(Mat frame, Box face) {
    try (var mats = new Mats()) {
      var rect = within(face.left(), face.top(), face.width(), face.height(), frame);
      var points = points(frame, rect);
      var straight = mats.keep(Alignment.straighten(frame, rect, points));
      Imgproc.cvtColor(straight, straight, Imgproc.COLOR_BGR2RGB);
      var features =
          feature
              .run(planes(straight, 127, 1 / 128f), 1, 3, Alignment.SIDE, Alignment.SIDE)
              .values();
      var sum = 0.0;
      for (var value : features) {
        sum += value * value;
      }
      var length = (float) Math.sqrt(Math.max(sum, 1e-12));
      for (var i = 0; i < features.length; i++) {
        features[i] /= length;
      }
      return features;
    }
  }

  /** Where eyes, nose, mouth and chin are. */
  Landmarks landmarks(Mat frame, Box face) {
    var rect = within(face.left(), face.top(), face.width(), face.height(), frame);
    return Landmarks.of(rect, points(frame, rect));
  }

  private float[] points(Mat frame, Rect rect) {
    try (var mats = new Mats()) {
      var crop = mats.mat();
      Imgproc.cvtColor(mats.keep(frame.submat(rect)), crop, Imgproc.COLOR_BGR2GRAY);
      Imgproc.resize(crop, crop, new Size(LANDMARK_SIDE, LANDMARK_SIDE));
      return landmark.run(planes(crop, 0, 1 / 256f), 1, 1, LANDMARK_SIDE, LANDMARK_SIDE).values();
    }
  }

  /** How sure the model is that the better opened eye is open, 0 to 1. */
  double eyesOpen(Mat frame, Landmarks marks) {
    var p = marks.points();
    return Math.max(
        eyeOpen(frame, marks.leftEye(), Math.hypot(p[39].x() - p[36].x(), p[39].y() - p[36].y())),
        eyeOpen(frame, marks.rightEye(), Math.hypot(p[45].x() - p[42].x(), p[45].y() - p[42].y())));
  }

  private double eyeOpen(Mat frame, Point middle, double width) {
    var side = Math.max(4, width * EYE_AROUND);
    var rect = within(middle.x() - side / 2, middle.y() - side / 2, side, side, frame);
    try (var mats = new Mats()) {
      var crop = mats.mat();
      Imgproc.cvtColor(mats.keep(frame.submat(rect)), crop, Imgproc.COLOR_BGR2GRAY);
      Imgproc.resize(crop, crop, new Size(EYE_SIDE, EYE_SIDE));
      var logits = eye.run(planes(crop, 0, 1 / 255f), 1, 1, EYE_SIDE, EYE_SIDE).values();
      return 1 / (1 + Math.exp(logits[0] - logits[1]));
    }
  }

  /** How sure the judge of life is, 0 to 1: the one that was put in, or the model. */
  double live(byte[] jpeg, Mat frame, Box face) throws UnreadableImageException {
    if (instead.isEmpty()) {
      return live(frame, face);
    }
    double width = frame.cols();
    double height = frame.rows();
    return instead
        .get()
        .live(
            jpeg,
            new Liveness.Face(
                face.left() / width,
                face.top() / height,
                face.right() / width,
                face.bottom() / height));
  }

  /** How sure the model is that a living face is before the camera, 0 to 1. */
  private double live(Mat frame, Box face) {
    try (var mats = new Mats()) {
      var most = Math.min((frame.cols() - 1) / face.width(), (frame.rows() - 1) / face.height());
      var around = Math.min(LIVE_AROUND, most);
      var width = face.width() * around;
      var height = face.height() * around;
      // Shifted into the frame rather than cut, so that the face keeps its share of the crop.
      var left = Math.clamp(face.middleX() - width / 2, 0, Math.max(0, frame.cols() - width));
      var top = Math.clamp(face.middleY() - height / 2, 0, Math.max(0, frame.rows() - height));
      var crop = mats.mat();
      var rect = within(left, top, width, height, frame);
      Imgproc.resize(mats.keep(frame.submat(rect)), crop, new Size(LIVE_SIDE, LIVE_SIDE));
      var logits = liveness.run(planes(crop, 0, 1), 1, 3, LIVE_SIDE, LIVE_SIDE).values();
      var highest = Math.max(logits[0], Math.max(logits[1], logits[2]));
      var sum = 0.0;
      for (var logit : logits) {
        sum += Math.exp(logit - highest);
      }
      return Math.exp(logits[0] - highest) / sum;
    }
  }

  static Rect within(double left, double top, double width, double height, Mat frame) {
    var x = Math.clamp(Math.round(left), 0, frame.cols() - 1);
    var y = Math.clamp(Math.round(top), 0, frame.rows() - 1);
    var x2 = Math.clamp(Math.round(left + width), x + 1, frame.cols());
    var y2 = Math.clamp(Math.round(top + height), y + 1, frame.rows());
    return new Rect(x, y, x2 - x, y2 - y);
  }

  /** Channel after channel, as (value - middle) * factor. */
  private static float[] planes(Mat picture, int middle, float factor) {
    var channels = picture.channels();
    var pixels = (int) picture.total();
    var bytes = new byte[pixels * channels];
    try (var mats = new Mats()) {
      var copy = mats.mat();
      picture.convertTo(copy, CvType.CV_8U);
      copy.get(0, 0, bytes);
    }
    var values = new float[bytes.length];
    for (var i = 0; i < bytes.length; i++) {
      values[i % channels * pixels + i / channels] = ((bytes[i] & 0xFF) - middle) * factor;
    }
    return values;
  }

  @Override
  public void close() {
    detect.close();
    landmark.close();
    feature.close();
    eye.close();
    liveness.close();
    instead.ifPresent(Liveness::close);
  }
}
