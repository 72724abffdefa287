package io.yichuang.kiosk.material;

import io.yichuang.kiosk.ui.LivePicture.Point;
import io.yichuang.vision.face.PhotoRule;
import java.util.ArrayList;
import java.util.List;

/**
 * Where head and shoulders should be in the live picture: the photo of the rule, drawn as large as
 * it fits, with a person of usual measures in it.
 */
final class HeadOutline {
  /** Share of the picture's height that the photo takes; the rest lets a person move. */
  private static final double PHOTO = 0.9;

  /** Shares of the photo's width and height: a head with its hair, the neck, the shoulders. */
  private static final double HEAD_WIDE = 0.66;

  private static final double HEAD_HIGH = 0.69;
  private static final double ABOVE = 0.04;
  private static final double NECK_WIDE = 0.34;
  private static final double SHOULDERS = 0.83;
  private static final int STEPS = 48;

  private HeadOutline() {}

  /**
   * The line, as shares of the picture.
   *
   * @param shape width of the live picture to its height
   */
  static List<Point> of(PhotoRule rule, double shape) {
    double wide = PHOTO * rule.widthMm() / rule.heightMm() / shape;
    double top = (1 - PHOTO) / 2;
    double across = HEAD_WIDE * wide / 2;
    double down = HEAD_HIGH * PHOTO / 2;
    double middle = top + ABOVE * PHOTO + down;
    double neck = NECK_WIDE * wide / 2;
    double throat = top + SHOULDERS * PHOTO;
    double foot = top + PHOTO;
    // Where the neck leaves the oval of the head, from straight down.
    double out = Math.asin(neck / across);
    var left = new ArrayList<Point>();
    for (int i = 0; i <= STEPS; i++) {
      double turn = i * (Math.PI - out) / STEPS;
      left.add(new Point(0.5 - across * Math.sin(turn), middle - down * Math.cos(turn)));
    }
    // A shoulder falls as a quarter of an oval does.
    for (int i = 0; i <= STEPS; i++) {
      double turn = i * Math.PI / 2 / STEPS;
      left.add(
          new Point(
              0.5 - neck - (wide / 2 - neck) * Math.sin(turn),
              foot - (foot - throat) * Math.cos(turn)));
    }
    var line = new ArrayList<>(left);
    left.reversed().forEach(point -> line.add(new Point(1 - point.x(), point.y())));
    return line;
  }
}
