package io.yichuang.vision.face;

import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import java.util.EnumSet;
import java.util.Set;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A photo for a certificate, cut out of a camera's picture as the rule says. Nothing is retouched.
 *
 * @param jpeg the finished photo; empty without a face
 * @param doubts why it would be sent back; empty when nothing is wrong
 */
public record EnrolmentPhoto(byte[] jpeg, Set<PhotoDoubt> doubts) {

  /** The largest side that is looked at, pixels: four finished photos. */
  private static final int LONG_SIDE = 1600;

  private static final int QUALITY = 95;

  /** Degrees: a photo is held straighter than a live face. */
  private static final double MOST_YAW = 15;

  private static final double MOST_ROLL = 6;

  /** Larger than it was taken: pixels are made up. */
  private static final double MOST_ENLARGED = 1.5;

  /** The eyes are half way down a head (DIN 33402): so far above them is its crown. */
  private static final double CROWN = 1.05;

  public EnrolmentPhoto {
    doubts = Set.copyOf(doubts);
  }

  /**
   * Cuts and judges.
   *
   * @param image JPEG or PNG from the camera
   * @throws UnreadableImageException when it cannot be decoded
   */
  public static EnrolmentPhoto of(FaceEngine engine, byte[] image, PhotoRule rule)
      throws UnreadableImageException {
    try (var mats = new Mats()) {
      var picture = Picture.decodeSmall(image, LONG_SIDE, mats);
      var faces = engine.faces(picture);
      if (faces.isEmpty()) {
        return new EnrolmentPhoto(new byte[0], Set.of(PhotoDoubt.NO_FACE));
      }
      var face = faces.getFirst();
      var marks = engine.landmarks(picture, face);
      var doubts = EnumSet.noneOf(PhotoDoubt.class);
      if (faces.size() > 1) {
        doubts.add(PhotoDoubt.SEVERAL_FACES);
      }
      held(picture, face, marks, doubts);
      if (engine.eyesOpen(picture, marks) < FaceView.EYES_CLOSED) {
        doubts.add(PhotoDoubt.EYES_CLOSED);
      }
      var scale = rule.pixels(rule.faceMm) / marks.width();
      if (scale > MOST_ENLARGED) {
        doubts.add(PhotoDoubt.TOO_FAR);
      }
      var crown = crown(picture, marks);
      var above = rule.pixels((rule.leastAboveMm + rule.mostAboveMm) / 2);
      var photo = cut(picture, marks, crown, scale, above, rule, doubts, mats);
      proportions(marks, crown, scale, above, rule, doubts);
      doubts.addAll(PhotoLight.judge(photo, eyesIn(photo, marks, crown, scale, above)));
      return new EnrolmentPhoto(Picture.jpeg(photo, QUALITY, rule.dpi()), doubts);
    }
  }

  private static void held(Mat picture, Box face, Landmarks marks, Set<PhotoDoubt> doubts) {
    if (Math.abs(marks.yaw()) > MOST_YAW || Math.abs(marks.roll()) > MOST_ROLL) {
      doubts.add(PhotoDoubt.LOOK_HERE);
    }
    if (Covered.covered(picture, marks)) {
      doubts.add(PhotoDoubt.MASK);
    }
    var quality = FaceView.figures(picture, face);
    if (quality.dark()) {
      doubts.add(PhotoDoubt.TOO_DARK);
    }
    if (quality.blurred()) {
      doubts.add(PhotoDoubt.BLURRED);
    }
  }

  /** The row where hair begins: the first that differs from what is above the head. */
  private static double crown(Mat picture, Landmarks marks) {
    var eyes = marks.eyes();
    var half = Math.max(1, marks.chin().y() - eyes.y());
    var usual = eyes.y() - CROWN * half;
    try (var mats = new Mats()) {
      var lab = mats.mat();
      Imgproc.cvtColor(picture, lab, Imgproc.COLOR_BGR2Lab);
      var left = (int) Math.clamp(eyes.x() - marks.width() / 4, 0, picture.cols() - 1);
      var right = (int) Math.clamp(eyes.x() + marks.width() / 4, left + 1, picture.cols());
      var from = (int) Math.clamp(eyes.y() - 1.9 * half, 0, picture.rows() - 1);
      var ground = lab.get(from, (left + right) / 2);
      for (var y = from; y < usual + 0.4 * half && y < picture.rows(); y++) {
        var other = 0;
        for (var x = left; x < right; x += 2) {
          other += differs(lab.get(y, x), ground) ? 1 : 0;
        }
        if (other > (right - left) / 2.0 * 0.3) {
          return y;
        }
      }
      return usual;
    }
  }

  private static boolean differs(double[] a, double[] b) {
    return Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) + Math.abs(a[2] - b[2]) > 40;
  }

  private static Mat cut(
      Mat picture,
      Landmarks marks,
      double crown,
      double scale,
      double above,
      PhotoRule rule,
      Set<PhotoDoubt> doubts,
      Mats mats) {
    var left = marks.eyes().x() - rule.width() / scale / 2;
    var top = crown - above / scale;
    if (left < 0
        || top < 0
        || left + rule.width() / scale > picture.cols()
        || top + rule.height() / scale > picture.rows()) {
      doubts.add(PhotoDoubt.MORE_ROOM);
    }
    var from = picture;
    var rest = scale;
    if (scale < 1) {
      // warpAffine takes AREA for LINEAR, which looks at 4 pixels only: cloth would show moire.
      from = mats.mat();
      var size = Picture.times(picture, scale);
      Imgproc.resize(picture, from, size, 0, 0, Imgproc.INTER_AREA);
      rest = 1;
    }
    var move = mats.keep(new Mat(2, 3, CvType.CV_64F));
    move.put(0, 0, rest, 0, -left * scale, 0, rest, -top * scale);
    var photo = mats.mat();
    Imgproc.warpAffine(
        from,
        photo,
        move,
        new Size(rule.width(), rule.height()),
        scale < 1 ? Imgproc.INTER_LINEAR : Imgproc.INTER_CUBIC,
        Core.BORDER_REPLICATE);
    return photo;
  }

  private static void proportions(
      Landmarks marks,
      double crown,
      double scale,
      double above,
      PhotoRule rule,
      Set<PhotoDoubt> doubts) {
    var eyes = above + (marks.eyes().y() - crown) * scale;
    var chin = above + (marks.chin().y() - crown) * scale;
    if (rule.height() - eyes < rule.pixels(rule.leastEyesMm) || chin > 0.95 * rule.height()) {
      doubts.add(PhotoDoubt.HEAD_SIZE);
    }
  }

  private static double eyesIn(
      Mat photo, Landmarks marks, double crown, double scale, double above) {
    return Math.clamp(above + (marks.eyes().y() - crown) * scale, 1, photo.rows() - 1);
  }

  /** Without the picture. */
  @Override
  public String toString() {
    return "EnrolmentPhoto[" + doubts + "]";
  }
}
