package io.yichuang.vision.face;

import io.yichuang.vision.mat.Mats;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Turns and scales a face so that eyes, nose and mouth come where the model expects them. */
final class Alignment {

  static final int SIDE = 112;

  /** ArcFace's reference: eyes, tip of the nose, corners of the mouth, in pixels of 112 x 112. */
  private static final double[][] REFERENCE = {
    {38.2946, 51.6963},
    {73.5318, 51.5014},
    {56.0252, 71.7366},
    {41.5493, 92.3655},
    {70.7299, 92.2041}
  };

  /** Which of the 68 landmarks (iBUG 300-W order) make each of the five: first and last. */
  private static final int[][] FIVE = {{36, 41}, {42, 47}, {30, 30}, {48, 48}, {54, 54}};

  private Alignment() {}

  /** The best similarity in the sense of Umeyama (1991), closed form in the plane. */
  static Mat straighten(Mat frame, Rect face, float[] landmarks) {
    var from = new double[5][2];
    var centre = new double[2];
    var target = new double[2];
    for (var i = 0; i < 5; i++) {
      var count = FIVE[i][1] - FIVE[i][0] + 1;
      for (var j = FIVE[i][0]; j <= FIVE[i][1]; j++) {
        from[i][0] += (face.x + landmarks[2 * j] * face.width) / count;
        from[i][1] += (face.y + landmarks[2 * j + 1] * face.height) / count;
      }
      for (var axis = 0; axis < 2; axis++) {
        centre[axis] += from[i][axis] / 5;
        target[axis] += REFERENCE[i][axis] / 5;
      }
    }
    var along = 0.0;
    var across = 0.0;
    var spread = 1e-9;
    for (var i = 0; i < 5; i++) {
      var x = from[i][0] - centre[0];
      var y = from[i][1] - centre[1];
      var u = REFERENCE[i][0] - target[0];
      var w = REFERENCE[i][1] - target[1];
      along += x * u + y * w;
      across += x * w - y * u;
      spread += x * x + y * y;
    }
    var a = along / spread;
    var b = across / spread;
    try (var mats = new Mats()) {
      var move = mats.keep(new Mat(2, 3, CvType.CV_64F));
      move.put(
          0,
          0,
          a,
          -b,
          target[0] - a * centre[0] + b * centre[1],
          b,
          a,
          target[1] - b * centre[0] - a * centre[1]);
      var straight = new Mat();
      Imgproc.warpAffine(frame, straight, move, new Size(SIDE, SIDE), Imgproc.INTER_LINEAR);
      return straight;
    }
  }
}
