package io.yichuang.vision.page;

import io.yichuang.vision.mat.Mats;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;
import java.util.Random;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/**
 * A photo of a sheet on a table that never was: camera, light, noise and folds are drawn by chance.
 *
 * @param jpeg the photo
 * @param truth where the sheet's corners are
 */
record Scene(byte[] jpeg, Quad truth) {

  static final int WIDTH = 960;
  static final int HEIGHT = 1280;

  /** How hard the scene is: 0 for a good photo, 1 for a bad one. */
  static Scene of(BufferedImage page, Table table, double hardness, long seed) {
    var random = new Random(seed);
    try (var mats = new Mats()) {
      var photo = mats.keep(mat(table.draw(WIDTH, HEIGHT, random)));
      var width = page.getWidth() / (double) page.getHeight();
      var truth = seen(width, hardness, random);
      if (table == Table.PAPERS) {
        for (var i = 0; i < 3; i++) {
          lay(photo, mats.keep(mat(page)), seen(width, hardness, random), random, mats);
        }
      }
      if (table == Table.CLIPBOARD) {
        board(photo, truth, mats);
      }
      var sheet = mats.keep(mat(page));
      fold(sheet, hardness, random, mats);
      lay(photo, sheet, truth, random, mats);
      light(photo, hardness, random, mats);
      var blur = 0.3 + hardness * random.nextDouble() * 0.9;
      Imgproc.GaussianBlur(photo, photo, new Size(0, 0), blur);
      var noise = mats.keep(new Mat(photo.size(), CvType.CV_16SC3));
      Core.setRNGSeed((int) seed);
      Core.randn(noise, 0, 1 + 6 * hardness * random.nextDouble());
      Core.add(photo, noise, photo, mats.mat(), CvType.CV_8U);
      var out = mats.keep(new MatOfByte());
      var quality =
          mats.keep(new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, 70 + random.nextInt(25)));
      Imgcodecs.imencode(".jpg", photo, out, quality);
      return new Scene(out.toArray(), truth);
    }
  }

  static Mat mat(BufferedImage image) {
    var mat = new Mat(image.getHeight(), image.getWidth(), CvType.CV_8UC3);
    mat.put(0, 0, ((DataBufferByte) image.getRaster().getDataBuffer()).getData());
    return mat;
  }

  /** A camera above the sheet, tilted and turned; drawn again until the sheet is well in view. */
  private static Quad seen(double width, double hardness, Random random) {
    while (true) {
      var tiltX = Math.toRadians((10 + 25 * hardness) * (random.nextDouble() * 2 - 1));
      var tiltY = Math.toRadians((10 + 25 * hardness) * (random.nextDouble() * 2 - 1));
      var turn = Math.toRadians((8 + 30 * hardness) * (random.nextDouble() * 2 - 1));
      var scale = 0.55 + 0.4 * random.nextDouble();
      var dx = (random.nextDouble() - 0.5) * 0.3 * WIDTH;
      var dy = (random.nextDouble() - 0.5) * 0.3 * HEIGHT;
      var points = new Point[4];
      var corners = new double[][] {{-width, -1}, {width, -1}, {width, 1}, {-width, 1}};
      var inside = true;
      for (var i = 0; i < 4; i++) {
        var x = corners[i][0] * Math.cos(turn) - corners[i][1] * Math.sin(turn);
        var y = corners[i][0] * Math.sin(turn) + corners[i][1] * Math.cos(turn);
        var z = x * Math.sin(tiltY) + y * Math.sin(tiltX);
        var away = 3.2 + z;
        points[i] =
            new Point(
                WIDTH / 2.0 + dx + x * Math.cos(tiltY) / away * 3.2 * scale * HEIGHT / 2,
                HEIGHT / 2.0 + dy + y * Math.cos(tiltX) / away * 3.2 * scale * HEIGHT / 2);
        inside &=
            points[i].x() > 12
                && points[i].y() > 12
                && points[i].x() < WIDTH - 12
                && points[i].y() < HEIGHT - 12;
      }
      if (inside) {
        return new Quad(points[0], points[1], points[2], points[3]);
      }
    }
  }

  /** A board a little larger than the sheet, with a clip above. */
  private static void board(Mat photo, Quad truth, Mats mats) {
    var middle = new Point(0, 0);
    for (var p : Quads.corners(truth)) {
      middle = new Point(middle.x() + p.x() / 4, middle.y() + p.y() / 4);
    }
    var around = new org.opencv.core.Point[4];
    for (var i = 0; i < 4; i++) {
      var p = Quads.corners(truth).get(i);
      var y = p.y() < middle.y() ? 1.18 : 1.07;
      around[i] =
          new org.opencv.core.Point(
              middle.x() + (p.x() - middle.x()) * 1.09, middle.y() + (p.y() - middle.y()) * y);
    }
    var outline = mats.keep(new org.opencv.core.MatOfPoint(around));
    Imgproc.fillConvexPoly(photo, outline, new Scalar(45, 70, 110), Imgproc.LINE_AA);
  }

  private static void lay(Mat photo, Mat sheet, Quad where, Random random, Mats mats) {
    var from =
        mats.keep(
            new MatOfPoint2f(
                new org.opencv.core.Point(0, 0),
                new org.opencv.core.Point(sheet.cols(), 0),
                new org.opencv.core.Point(sheet.cols(), sheet.rows()),
                new org.opencv.core.Point(0, sheet.rows())));
    var corners =
        Quads.corners(where).stream().map(p -> new org.opencv.core.Point(p.x(), p.y())).toList();
    var to = mats.keep(new MatOfPoint2f());
    to.fromList(corners);
    var warp = mats.keep(Imgproc.getPerspectiveTransform(from, to));
    var small = mats.mat();
    Imgproc.GaussianBlur(sheet, small, new Size(0, 0), 0.6);
    var laid = mats.mat();
    Imgproc.warpPerspective(small, laid, warp, photo.size(), Imgproc.INTER_AREA);
    var outline = mats.keep(new org.opencv.core.MatOfPoint());
    outline.fromList(corners);
    var mask = mats.keep(Mat.zeros(photo.size(), CvType.CV_8U));
    Imgproc.fillConvexPoly(mask, outline, Scalar.all(255), Imgproc.LINE_AA);
    shade(photo, mask, random, mats);
    blend(photo, laid, mask, mats);
  }

  /** A sheet throws a soft shadow, to one side. */
  private static void shade(Mat photo, Mat mask, Random random, Mats mats) {
    var move = mats.keep(Mat.eye(2, 3, CvType.CV_32F));
    move.put(0, 2, 2 + random.nextInt(5));
    move.put(1, 2, random.nextInt(7) - 3);
    var shadow = mats.mat();
    Imgproc.warpAffine(mask, shadow, move, mask.size());
    Imgproc.GaussianBlur(shadow, shadow, new Size(0, 0), 3);
    var dark = mats.mat();
    photo.convertTo(dark, -1, 0.75 - 0.2 * random.nextDouble());
    blend(photo, dark, shadow, mats);
  }

  private static void blend(Mat under, Mat over, Mat mask, Mats mats) {
    var share = mats.mat();
    Imgproc.cvtColor(mask, share, Imgproc.COLOR_GRAY2BGR);
    share.convertTo(share, CvType.CV_32F, 1 / 255.0);
    var a = mats.mat();
    var b = mats.mat();
    under.convertTo(a, CvType.CV_32F);
    over.convertTo(b, CvType.CV_32F);
    Core.subtract(b, a, b);
    Core.multiply(b, share, b);
    Core.add(a, b, a);
    a.convertTo(under, CvType.CV_8U);
  }

  /** Creases: from each to the next the sheet takes the light differently. */
  private static void fold(Mat sheet, double hardness, Random random, Mats mats) {
    if (random.nextDouble() > hardness) {
      return;
    }
    var parts = 2 + random.nextInt(2);
    var across = random.nextBoolean();
    for (var i = 0; i < parts; i++) {
      var from = (across ? sheet.rows() : sheet.cols()) * i / parts;
      var to = (across ? sheet.rows() : sheet.cols()) * (i + 1) / parts;
      var part =
          mats.keep(
              across
                  ? sheet.submat(from, to, 0, sheet.cols())
                  : sheet.submat(0, sheet.rows(), from, to));
      part.convertTo(part, -1, 0.82 + 0.18 * random.nextDouble());
      var at = Math.max(1, from);
      var a = across ? new org.opencv.core.Point(0, at) : new org.opencv.core.Point(at, 0);
      var b =
          across
              ? new org.opencv.core.Point(sheet.cols(), at)
              : new org.opencv.core.Point(at, sheet.rows());
      Imgproc.line(sheet, a, b, Scalar.all(i == 0 ? 245 : 190), 2, Imgproc.LINE_AA);
    }
  }

  /** A gradient, an arm's shadow, a lamp's colour. */
  private static void light(Mat photo, double hardness, Random random, Mats mats) {
    var grid = mats.keep(new Mat(4, 3, CvType.CV_32FC3));
    var base = 1 - 0.45 * hardness * random.nextDouble();
    var warm = 1 - 0.25 * hardness * random.nextDouble();
    for (var i = 0; i < 12; i++) {
      var each = base * (1 - 0.5 * hardness * random.nextDouble());
      grid.put(i / 3, i % 3, each * warm, each, each);
    }
    var gain = mats.mat();
    Imgproc.resize(grid, gain, photo.size(), 0, 0, Imgproc.INTER_CUBIC);
    var value = mats.mat();
    photo.convertTo(value, CvType.CV_32F);
    Core.multiply(value, gain, value);
    value.convertTo(photo, CvType.CV_8U);
    if (random.nextDouble() < hardness * 0.6) {
      var shadow = mats.keep(Mat.zeros(photo.size(), CvType.CV_8U));
      var x = random.nextInt(WIDTH);
      var arm =
          mats.keep(
              new org.opencv.core.MatOfPoint(
                  new org.opencv.core.Point(x, 0),
                  new org.opencv.core.Point(x + 220, 0),
                  new org.opencv.core.Point(x - 100, HEIGHT),
                  new org.opencv.core.Point(x - 330, HEIGHT)));
      Imgproc.fillConvexPoly(shadow, arm, Scalar.all(255), Imgproc.LINE_AA);
      Imgproc.GaussianBlur(shadow, shadow, new Size(0, 0), 18);
      var dark = mats.mat();
      photo.convertTo(dark, -1, 0.55);
      blend(photo, dark, shadow, mats);
    }
  }

  List<Point> corners() {
    return Quads.corners(truth);
  }
}
