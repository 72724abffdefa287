package io.yichuang.vision.page;

import java.util.List;
import org.opencv.core.Size;

/**
 * How long a page is for its width, though it is seen askew: the near edge of a sheet looks longer
 * than the far one, and a sheet that leans back looks short. From the four corners and the middle
 * of the picture, with the camera's focal length found on the way: Zhang, He, <i>Whiteboard
 * scanning and image enhancement</i>, Digital Signal Processing 17 (2007), section 3.2.
 *
 * @param ratio long side by short side, at least 1
 */
record Aspect(double ratio) {
  /** ISO 216. */
  static final double A4 = Math.sqrt(2);

  /** ISO/IEC 7810 ID-1: 85.60 x 53.98 mm. */
  static final double CARD = 85.60 / 53.98;

  static final double A4_LONG_INCHES = 297 / 25.4;
  static final double CARD_LONG_INCHES = 85.60 / 25.4;

  /** Half way between the two, and a little less: nearer to one of them it is that one. */
  private static final double NEAR = 0.055;

  /** More is no page. */
  private static final double MOST = 10;

  /** Focal lengths of document cameras and telephones, in long sides of the picture. */
  private static final double SHORTEST_FOCUS = 0.6;

  private static final double LONGEST_FOCUS = 3;

  /** Where the picture does not tell: about 53° across, as most have. */
  private static final double USUAL_FOCUS = 1;

  /** Sides so parallel (parts of the whole) do not tell where they meet. */
  private static final double PARALLEL = 0.02;

  private record Ray(double x, double y, double z) {
    Ray cross(Ray o) {
      return new Ray(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
    }

    double dot(Ray o) {
      return x * o.x + y * o.y + z * o.z;
    }

    /** This one so many times, less the other. */
    Ray times(double k, Ray less) {
      return new Ray(k * x - less.x, k * y - less.y, k * z - less.z);
    }

    double length(double focus) {
      return Math.sqrt((x * x + y * y) / (focus * focus) + z * z);
    }
  }

  /**
   * Of a quad in a picture of that size.
   *
   * @param quad in pixels of the picture
   */
  static Aspect of(Quad quad, Size picture) {
    double whole = Math.max(picture.width, picture.height);
    List<Ray> rays =
        List.of(quad.topLeft(), quad.topRight(), quad.bottomLeft(), quad.bottomRight()).stream()
            .map(corner -> ray(corner, picture, whole))
            .toList();
    Ray first = rays.get(0);
    Ray last = rays.get(3);
    Ray diagonal = first.cross(last);
    double k2 = diagonal.dot(rays.get(2)) / rays.get(1).cross(last).dot(rays.get(2));
    double k3 = diagonal.dot(rays.get(1)) / rays.get(2).cross(last).dot(rays.get(1));
    Ray across = rays.get(1).times(k2, first);
    Ray down = rays.get(2).times(k3, first);
    double focus = focus(across, down);
    double ratio = across.length(focus) / down.length(focus);
    return new Aspect(Math.clamp(Math.max(ratio, 1 / ratio), 1, MOST));
  }

  /** In long sides of the picture, from its middle, where the lens looks. */
  private static Ray ray(Point corner, Size picture, double whole) {
    return new Ray(
        (corner.x() - picture.width / 2) / whole, (corner.y() - picture.height / 2) / whole, 1);
  }

  private static double focus(Ray across, Ray down) {
    if (Math.abs(across.z()) < PARALLEL || Math.abs(down.z()) < PARALLEL) {
      return USUAL_FOCUS;
    }
    double square = -(across.x() * down.x() + across.y() * down.y()) / (across.z() * down.z());
    double focus = Math.sqrt(Math.max(0, square));
    return focus < SHORTEST_FOCUS || focus > LONGEST_FOCUS ? USUAL_FOCUS : focus;
  }

  /** A4 or a card where it is nearly one of them, else as it is. */
  Aspect known() {
    return near(A4) ? new Aspect(A4) : near(CARD) ? new Aspect(CARD) : this;
  }

  private boolean near(double other) {
    return Math.abs(Math.log(ratio / other)) < NEAR;
  }

  /** Of the long side; only a card is known not to be as long as A4. */
  double longInches() {
    return ratio == CARD ? CARD_LONG_INCHES : A4_LONG_INCHES;
  }
}
