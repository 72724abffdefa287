package io.yichuang.vision.page;

import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Sheets that lie apart: one is found, painted over with the ground around it, then the next. */
final class Apart {

  /** More on one platen are no sheets any more. */
  private static final int MOST = 6;

  /** As {@link PageFinder} looks at a picture. */
  private static final int LONG_SIDE = 640;

  /** Pixels around a sheet that its edge and its shadow take. */
  private static final int RIM = 9;

  /** Two quads that share so much of the smaller one are one sheet, or a sheet and its half. */
  private static final double SHARED = 0.2;

  /**
   * Of the first one's lightness: what is darker is the table between or beside the sheets, whose
   * rest may be four-sided too.
   */
  private static final double PAPER = 0.72;

  /**
   * Of the first one's area: squares and tiles of a table's pattern had 0.2 to 0.4 of a sheet's.
   * For what is smaller {@link Slips} asks more.
   */
  private static final double LEAST_BESIDE = 0.35;

  private Apart() {}

  static List<Quad> findAll(Mat picture) {
    try (var mats = new Mats()) {
      var factor = Math.min(1, LONG_SIDE / (double) Math.max(picture.cols(), picture.rows()));
      var ground = mats.mat();
      Imgproc.resize(picture, ground, Picture.times(picture, factor), 0, 0, Imgproc.INTER_AREA);
      var whole = mats.keep(ground.clone());
      var first = PageFinder.find(ground);
      if (first.isEmpty()) {
        return List.of();
      }
      var sheets = new ArrayList<Quad>();
      var light = lightness(ground, first.get(), mats);
      var area = Quads.area(first.get());
      var taken = mats.keep(Mat.zeros(ground.size(), CvType.CV_8U));
      var next = first;
      for (var i = 0; i < MOST && next.isPresent(); i++) {
        var quad = next.get();
        if (shared(quad, taken, mats) > SHARED) {
          break;
        }
        if (lightness(ground, quad, mats) >= PAPER * light
            && Quads.area(quad) >= LEAST_BESIDE * area) {
          sheets.add(Quads.scaled(quad, 1 / factor));
        }
        paintOver(ground, taken, quad, mats);
        next = PageFinder.find(ground);
      }
      var all = mats.keep(Mat.zeros(ground.size(), CvType.CV_8U));
      for (var sheet : sheets) {
        Core.bitwise_or(all, mask(Quads.scaled(sheet, factor), all.size(), mats), all);
      }
      for (var slip : Slips.beside(whole, first.get(), all)) {
        sheets.add(Quads.scaled(slip, 1 / factor));
      }
      return List.copyOf(sheets);
    }
  }

  private static double lightness(Mat ground, Quad quad, Mats mats) {
    var mean = Core.mean(ground, mask(quad, ground.size(), mats));
    return mean.val[0] + mean.val[1] + mean.val[2];
  }

  private static double shared(Quad quad, Mat taken, Mats mats) {
    var area = mask(quad, taken.size(), mats);
    var all = Math.max(1, Core.countNonZero(area));
    Core.bitwise_and(area, taken, area);
    return Core.countNonZero(area) / (double) all;
  }

  /** With the mean of a ring around it, which is what it lies on. */
  private static void paintOver(Mat ground, Mat taken, Quad quad, Mats mats) {
    var sheet = mask(quad, taken.size(), mats);
    var rim = mats.keep(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(RIM, RIM)));
    var grown = mats.mat();
    Imgproc.dilate(sheet, grown, rim);
    var ring = mats.mat();
    Imgproc.dilate(grown, ring, rim);
    Core.subtract(ring, grown, ring);
    Core.subtract(ring, taken, ring);
    ground.setTo(Core.mean(ground, ring), grown);
    Core.bitwise_or(taken, sheet, taken);
  }

  private static Mat mask(Quad quad, Size size, Mats mats) {
    var mask = mats.keep(Mat.zeros(size, CvType.CV_8U));
    var corners =
        Quads.corners(quad).stream()
            .map(p -> new org.opencv.core.Point(p.x(), p.y()))
            .toArray(org.opencv.core.Point[]::new);
    Imgproc.fillConvexPoly(mask, mats.keep(new MatOfPoint(corners)), Scalar.all(255));
    return mask;
  }
}
