package io.yichuang.vision.text;

import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.model.Model;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.RotatedRect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Where lines of print stand: PP-OCRv4's differentiable binarisation (Liao et al. 2020). The model
 * gives for each pixel how sure it is that it lies within the shrunken core of a line.
 */
final class Detector implements AutoCloseable {

  /** The model halves its picture five times. */
  private static final int STEP = 32;

  /** As PaddleOCR has them: a core, a line, and how much a line is larger than its core. */
  private static final double CORE = 0.3;

  private static final double LINE = 0.55;
  private static final double UNCLIP = 1.6;

  /** Pixels of the model's picture; less is a speck. */
  private static final double LEAST = 3;

  /** A page of the smallest print has some 150 lines; a picture of noise must not make 10,000. */
  private static final int MOST_LINES = 1000;

  /** ImageNet's mean and deviation of each channel, in steps of 255. */
  private static final float[] MEAN = {0.485f, 0.456f, 0.406f};

  private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};

  private final Model model = new Model(Detector.class, "det.onnx");

  /**
   * The lines as rectangles, pixels of the picture.
   *
   * @param longSide of the copy that is looked at, pixels; print of less than 8 pixels there is
   *     lost
   */
  List<RotatedRect> lines(Mat picture, int longSide) {
    try (var mats = new Mats()) {
      var factor = Math.min(1, longSide / (double) Math.max(picture.cols(), picture.rows()));
      var width = stepped(picture.cols() * factor);
      var height = stepped(picture.rows() * factor);
      var small = mats.mat();
      Imgproc.resize(picture, small, new Size(width, height), 0, 0, Imgproc.INTER_AREA);
      var sure = model.run(planes(small), 1, 3, height, width).values();
      if (sure.length != width * height) {
        throw new IllegalStateException("not the model that was expected");
      }
      var map = mats.keep(new Mat(height, width, CvType.CV_32F));
      map.put(0, 0, sure);
      return lines(map, picture.cols() / (double) width, picture.rows() / (double) height);
    }
  }

  private static int stepped(double side) {
    return Math.max(STEP, (int) Math.round(side / STEP) * STEP);
  }

  private static List<RotatedRect> lines(Mat map, double timesX, double timesY) {
    var lines = new ArrayList<RotatedRect>();
    try (var mats = new Mats()) {
      var mask = mats.mat();
      Imgproc.threshold(map, mask, CORE, 255, Imgproc.THRESH_BINARY);
      mask.convertTo(mask, CvType.CV_8U);
      var contours = new ArrayList<MatOfPoint>();
      Imgproc.findContours(
          mask, contours, mats.mat(), Imgproc.RETR_LIST, Imgproc.CHAIN_APPROX_SIMPLE);
      contours.forEach(mats::keep);
      for (var contour : contours) {
        if (lines.size() == MOST_LINES) {
          break;
        }
        var outline = mats.keep(new MatOfPoint2f(contour.toArray()));
        var core = Imgproc.minAreaRect(outline);
        if (Math.min(core.size.width, core.size.height) < LEAST || mean(map, contour) < LINE) {
          continue;
        }
        var grown = core.size.area() * UNCLIP / (2 * (core.size.width + core.size.height));
        core.size.width += 2 * grown;
        core.size.height += 2 * grown;
        lines.add(scaled(core, timesX, timesY, mats));
      }
    }
    return lines;
  }

  /** Back to the picture, whose two sides were rounded differently. */
  private static RotatedRect scaled(RotatedRect rect, double timesX, double timesY, Mats mats) {
    var four = new Point[4];
    rect.points(four);
    for (var p : four) {
      p.x *= timesX;
      p.y *= timesY;
    }
    return Imgproc.minAreaRect(mats.keep(new MatOfPoint2f(four)));
  }

  private static double mean(Mat map, MatOfPoint contour) {
    try (var mats = new Mats()) {
      var box = Imgproc.boundingRect(contour);
      var inside = mats.keep(Mat.zeros(box.size(), CvType.CV_8U));
      Imgproc.drawContours(
          inside,
          List.of(contour),
          0,
          Scalar.all(255),
          -1,
          Imgproc.LINE_8,
          mats.mat(),
          0,
          new Point(-box.x, -box.y));
      return Core.mean(mats.keep(map.submat(box)), inside).val[0];
    }
  }

  private static float[] planes(Mat picture) {
    var pixels = (int) picture.total();
    var bytes = new byte[pixels * 3];
    picture.get(0, 0, bytes);
    var values = new float[bytes.length];
    for (var channel = 0; channel < 3; channel++) {
      for (var i = 0; i < pixels; i++) {
        var value = (bytes[i * 3 + channel] & 0xFF) / 255f;
        values[channel * pixels + i] = (value - MEAN[channel]) / DEVIATION[channel];
      }
    }
    return values;
  }

  @Override
  public void close() {
    model.close();
  }
}
