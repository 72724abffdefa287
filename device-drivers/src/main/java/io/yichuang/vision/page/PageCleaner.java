package io.yichuang.vision.page;

import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Makes a page straight and its paper white; stamps and ink keep their colour. Any thread. */
public final class PageCleaner {

  private static final double A4_LONG_INCHES = 297 / 25.4;

  private static final int QUALITY = 85;

  private PageCleaner() {}

  /**
   * Cleans a photo.
   *
   * @param image JPEG or PNG
   * @param quad the page in it; empty for the whole picture
   * @throws UnreadableImageException when it cannot be decoded
   * @throws IllegalStateException when vision is missing
   */
  public static CleanPage clean(byte[] image, Optional<Quad> quad) throws UnreadableImageException {
    try (var mats = new Mats()) {
      var picture = Picture.decode(image, mats);
      var paper = quad.map(q -> Paper.of(q, picture.size()));
      var page =
          quad.isPresent() && paper.isPresent()
              ? straighten(picture, quad.get(), paper.get().size(), mats)
              : picture;
      var findings = PageJudge.judge(page);
      if (quad.isPresent() && Cut.cut(quad.get(), picture)) {
        findings.add(Finding.CUT_EDGE);
      }
      if (quad.isPresent() && Hands.cover(picture, quad.get())) {
        findings.add(Finding.HAND);
      }
      if (quad.isPresent() && Focus.soft(picture, quad.get())) {
        findings.add(Finding.BLURRED);
      }
      Flatten.flatten(page);
      var whole = (int) Math.round(Math.max(page.cols(), page.rows()) / A4_LONG_INCHES);
      return result(page, paper.map(Paper::dpi).orElse(whole), findings);
    }
  }

  /**
   * Cleans a page that a feeder or a flatbed scanned.
   *
   * @param jpeg JPEG or PNG
   * @param dpi what it was scanned at
   * @throws UnreadableImageException when it cannot be decoded
   * @throws IllegalStateException when vision is missing
   */
  public static CleanPage cleanScan(byte[] jpeg, int dpi) throws UnreadableImageException {
    try (var mats = new Mats()) {
      var page = Picture.decode(jpeg, mats);
      var findings = PageJudge.judge(page);
      // A scanner brings its own light: what looks dark or shiny is so on the sheet.
      findings.retainAll(EnumSet.of(Finding.BLANK, Finding.BLURRED));
      var angle = Deskew.angle(page);
      Flatten.flatten(page);
      if (Math.abs(angle) > 0.05) {
        Deskew.turn(page, angle);
      }
      return result(page, dpi, findings);
    }
  }

  /**
   * A scanned page as it is, neither cleaned nor judged: for machines without the libraries.
   *
   * @param dpi what it was scanned at
   * @throws UnreadableImageException when its form is wrong
   */
  public static CleanPage asScanned(byte[] jpeg, int dpi) throws UnreadableImageException {
    var size = Picture.size(jpeg);
    return new CleanPage(jpeg, size.width(), size.height(), dpi, Set.of());
  }

  /**
   * The page turned clockwise.
   *
   * @param quarters of a full turn, 0 to 3
   * @throws UnreadableImageException when its picture cannot be decoded
   */
  public static CleanPage turned(CleanPage page, int quarters) throws UnreadableImageException {
    if (quarters == 0) {
      return page;
    }
    try (var mats = new Mats()) {
      var turned = mats.mat();
      Core.rotate(
          Picture.decode(page.jpeg(), mats),
          turned,
          switch (quarters) {
            case 1 -> Core.ROTATE_90_CLOCKWISE;
            case 2 -> Core.ROTATE_180;
            case 3 -> Core.ROTATE_90_COUNTERCLOCKWISE;
            default -> throw new IllegalArgumentException("quarters: " + quarters);
          });
      return result(turned, page.dpi(), page.findings());
    }
  }

  private static CleanPage result(Mat page, int dpi, Set<Finding> findings) {
    return new CleanPage(Picture.jpeg(page, QUALITY), page.cols(), page.rows(), dpi, findings);
  }

  static Mat straighten(Mat picture, Quad quad, Mats mats) {
    return straighten(picture, quad, Paper.of(quad, picture.size()).size(), mats);
  }

  private static Mat straighten(Mat picture, Quad quad, Size size, Mats mats) {
    var corners =
        Quads.corners(quad).stream()
            .map(p -> new org.opencv.core.Point(p.x(), p.y()))
            .toArray(org.opencv.core.Point[]::new);
    var from = mats.keep(new MatOfPoint2f(corners));
    var to =
        mats.keep(
            new MatOfPoint2f(
                new org.opencv.core.Point(0, 0),
                new org.opencv.core.Point(size.width, 0),
                new org.opencv.core.Point(size.width, size.height),
                new org.opencv.core.Point(0, size.height)));
    var warp = mats.keep(Imgproc.getPerspectiveTransform(from, to));
    var page = mats.mat();
    Imgproc.warpPerspective(picture, page, warp, size, Imgproc.INTER_LINEAR);
    return page;
  }
}
