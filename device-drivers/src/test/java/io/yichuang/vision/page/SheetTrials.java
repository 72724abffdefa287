package io.yichuang.vision.page;

import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** What is made of drawn sheets, as rows of a table. */
public final class SheetTrials {

  public static final long SEED = 1000;

  /** IoU from which a page counts as found. */
  private static final double FOUND = 0.9;

  private SheetTrials() {}

  /** One row: what, and a figure. */
  public record Row(String what, double figure, String text) {
    @Override
    public String toString() {
      return "| " + what + " | " + text + " |";
    }
  }

  /** Mean IoU and how many are found, by table and how hard the photo is, 0 to 1. */
  public static List<Row> corners(int count, double... hardnesses) throws UnreadableImageException {
    var pages = pages();
    var rows = new ArrayList<Row>();
    for (var table : Table.values()) {
      var all = 0.0;
      var text = new StringBuilder();
      for (var hardness : hardnesses) {
        var sum = 0.0;
        var good = 0;
        for (var i = 0; i < count; i++) {
          var scene = Scene.of(pages.get(i % pages.size()), table, hardness, SEED + i);
          var iou =
              PageFinder.find(scene.jpeg()).map(q -> Overlap.iou(scene.truth(), q)).orElse(0.0);
          sum += iou;
          good += iou > FOUND ? 1 : 0;
        }
        all += sum / count / hardnesses.length;
        text.append(text.isEmpty() ? "" : " | ");
        text.append("%.3f (%d/%d)".formatted(sum / count, good, count));
      }
      rows.add(new Row(table.name().toLowerCase(java.util.Locale.ROOT), all, text.toString()));
    }
    return rows;
  }

  private static List<BufferedImage> pages() {
    return List.of(
        Printed.text(110, 0, 0).image(),
        Printed.text(110, 20, 1).image(),
        Printed.text(110, 30, 2).sealed(0.7, 0.8).image(),
        Printed.text(110, 5, 3).ruled().image());
  }

  /** The greatest and the mean error of scans gone askew, degrees. */
  public static List<Row> deskew(int count) throws UnreadableImageException {
    var random = new Random(SEED);
    var worst = 0.0;
    var sum = 0.0;
    for (var i = 0; i < count; i++) {
      var degrees = random.nextDouble() * 10 - 5;
      var page = turned(Printed.text(120, 12 + random.nextInt(25), i).image(), degrees);
      try (var mats = new Mats()) {
        var found = Deskew.angle(Picture.decode(Printed.bytes(page, "jpg"), mats));
        var error = Math.abs(found - degrees);
        worst = Math.max(worst, error);
        sum += error;
      }
    }
    return List.of(
        new Row("deskew, mean error", sum / count, "%.3f degrees".formatted(sum / count)),
        new Row("deskew, greatest error", worst, "%.3f degrees".formatted(worst)));
  }

  static BufferedImage turned(BufferedImage image, double degrees) {
    var turn =
        AffineTransform.getRotateInstance(
            Math.toRadians(degrees), image.getWidth() / 2.0, image.getHeight() / 2.0);
    var out = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    var g = out.createGraphics();
    g.setColor(java.awt.Color.WHITE);
    g.fillRect(0, 0, out.getWidth(), out.getHeight());
    g.drawImage(image, new AffineTransformOp(turn, AffineTransformOp.TYPE_BICUBIC), 0, 0);
    g.dispose();
    return out;
  }

  /** A page laid on a table and photographed. */
  public static byte[] photo(Printed printed, double hardness, int number) {
    return Scene.of(printed.image(), Table.DARK_WOOD, hardness, SEED + number).jpeg();
  }

  /** A page laid on a table, photographed, found again and cleaned. */
  public static byte[] photographed(Printed printed, double hardness, int number)
      throws UnreadableImageException {
    var photo = photo(printed, hardness, number);
    return PageCleaner.clean(photo, PageFinder.find(photo)).jpeg();
  }

  private interface Spoil {
    void on(Mat photo, Quad truth, Mats mats);
  }

  /** How often each finding is told where it is so, and where it is not. */
  public static List<Row> decisions(int count) throws UnreadableImageException {
    var rows = new ArrayList<Row>();
    rows.add(decision("good page", Optional.empty(), count, 24, (photo, truth, mats) -> {}));
    rows.add(decision("blank", Optional.of(Finding.BLANK), count, 0, (photo, truth, mats) -> {}));
    rows.add(
        decision(
            "blurred",
            Optional.of(Finding.BLURRED),
            count,
            24,
            (photo, truth, mats) -> Imgproc.GaussianBlur(photo, photo, new Size(0, 0), 3)));
    rows.add(
        decision(
            "too dark",
            Optional.of(Finding.TOO_DARK),
            count,
            24,
            (photo, truth, mats) -> photo.convertTo(photo, -1, 0.15)));
    rows.add(decision("glare", Optional.of(Finding.GLARE), count, 24, SheetTrials::lamp));
    rows.add(cut(count, 0.3));
    rows.add(cut(count, 0.08));
    for (var table : new Table[] {Table.GREY, Table.DARK_WOOD, Table.LIGHT_WOOD, Table.CARPET}) {
      var side = table.ordinal() % 4;
      rows.add(
          decision(
              "hand on " + table.name().toLowerCase(java.util.Locale.ROOT),
              Optional.of(Finding.HAND),
              count,
              24,
              table,
              (photo, truth, mats) -> thumb(photo, truth, side, 1, mats)));
    }
    return rows;
  }

  /** A part of the sheet, as a share of its extent, lies outside: over each side in turn. */
  private static Row cut(int count, double share) throws UnreadableImageException {
    var right = 0;
    for (var i = 0; i < 4 * count; i++) {
      var page = Printed.text(110, 24, i).image();
      var scene = Scene.of(page, i % 8 < 4 ? Table.DARK_WOOD : Table.BLUE, 0.2, SEED + i);
      try (var mats = new Mats()) {
        var photo = Picture.decode(scene.jpeg(), mats);
        var part = mats.keep(photo.submat(rest(photo, scene.truth(), i % 4, share)));
        var spoilt = Picture.jpeg(part, 92);
        var clean = PageCleaner.clean(spoilt, PageFinder.find(spoilt));
        right += clean.findings().contains(Finding.CUT_EDGE) ? 1 : 0;
      }
    }
    return new Row(
        "cut edge, %.0f %%".formatted(share * 100),
        right / (4.0 * count),
        "%d/%d".formatted(right, 4 * count));
  }

  /** What is left of the photo: without its left (0), upper, right or lower part (3). */
  private static Rect rest(Mat photo, Quad truth, int side, double share) {
    var box = box(truth);
    var x = (int) (box.x + share * box.width);
    var y = (int) (box.y + share * box.height);
    return switch (side) {
      case 0 -> new Rect(x, 0, photo.cols() - x, photo.rows());
      case 1 -> new Rect(0, y, photo.cols(), photo.rows() - y);
      case 2 -> new Rect(0, 0, (int) (box.x + (1 - share) * box.width), photo.rows());
      default -> new Rect(0, 0, photo.cols(), (int) (box.y + (1 - share) * box.height));
    };
  }

  static Rect box(Quad quad) {
    try (var mats = new Mats()) {
      var points = mats.keep(new MatOfPoint());
      points.fromList(Quads.corners(quad).stream().map(SheetTrials::at).toList());
      return Imgproc.boundingRect(points);
    }
  }

  /**
   * A thumb over a side, and some of the hand beside the sheet.
   *
   * @param side 0 upper, 1 right, 2 lower, 3 left
   * @param tone 1 light skin, 0.5 dark
   */
  static void thumb(Mat photo, Quad truth, int side, double tone, Mats mats) {
    var c = Quads.corners(truth);
    var from = between(c.get(side), c.get((side + 1) % 4), 0.4);
    var to = between(c.get((side + 3) % 4), c.get((side + 2) % 4), 0.4);
    var shortSide =
        Math.min(Quads.distance(c.get(0), c.get(1)), Quads.distance(c.get(0), c.get(3)));
    var share = shortSide / Quads.distance(from, to);
    var wide = (int) (0.09 * shortSide);
    var tip = at(between(from, to, 0.12 * share));
    var root = at(between(from, to, -0.25 * share));
    var line = Imgproc.LINE_AA;
    Imgproc.line(photo, root, tip, skin(96, 132, 196, tone), wide, line);
    Imgproc.line(photo, root, tip, skin(128, 160, 222, tone), wide / 2, line);
    Imgproc.circle(photo, root, 2 * wide, skin(104, 140, 205, tone), -1, line);
    Imgproc.GaussianBlur(photo, photo, new Size(0, 0), 0.6);
  }

  private static Scalar skin(int blue, int green, int red, double tone) {
    return new Scalar(blue * tone, green * tone, red * tone);
  }

  private static Point between(Point a, Point b, double share) {
    return new Point(a.x() + share * (b.x() - a.x()), a.y() + share * (b.y() - a.y()));
  }

  private static org.opencv.core.Point at(Point p) {
    return new org.opencv.core.Point(p.x(), p.y());
  }

  /** A lamp's mirror image: white in the middle, fading. */
  private static void lamp(Mat photo, Quad truth, Mats mats) {
    photo.convertTo(photo, -1, 0.72);
    var light = mats.keep(Mat.zeros(photo.size(), CvType.CV_8UC3));
    var middle = new org.opencv.core.Point(photo.cols() / 2.0, photo.rows() / 2.0);
    Imgproc.circle(light, middle, photo.cols() / 7, Scalar.all(255), -1);
    Imgproc.GaussianBlur(light, light, new Size(0, 0), 20);
    Core.add(photo, light, photo);
    Core.add(photo, light, photo);
  }

  private static Row decision(
      String what, Optional<Finding> wanted, int count, int lines, Spoil spoil)
      throws UnreadableImageException {
    return decision(what, wanted, count, lines, Table.DARK_WOOD, spoil);
  }

  private static Row decision(
      String what, Optional<Finding> wanted, int count, int lines, Table table, Spoil spoil)
      throws UnreadableImageException {
    var right = 0;
    for (var i = 0; i < count; i++) {
      var page = Printed.text(110, lines, i).image();
      var scene = Scene.of(page, i % 2 == 0 ? table : Table.BLUE, 0.2, SEED + i);
      try (var mats = new Mats()) {
        var photo = Picture.decode(scene.jpeg(), mats);
        spoil.on(photo, scene.truth(), mats);
        var spoilt = Picture.jpeg(photo, 92);
        var clean = PageCleaner.clean(spoilt, PageFinder.find(spoilt));
        right += wanted.map(clean.findings()::contains).orElse(clean.findings().isEmpty()) ? 1 : 0;
      }
    }
    return new Row(what, right / (double) count, "%d/%d".formatted(right, count));
  }
}
