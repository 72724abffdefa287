package io.yichuang.vision.page;

import java.util.List;
import org.opencv.core.Size;

/**
 * The true shape of a sheet seen aslant (Zhang and He, 2007: the focal length from the four
 * corners, the optical axis through the picture's middle), and what paper that is.
 *
 * @param size of the straight page, pixels
 * @param dpi dots per inch of it; of paper that is not known, as if its long side were A4's
 */
record Paper(Size size, int dpi) {

  /** ISO 216. */
  private static final double A4_RATIO = Math.sqrt(2);

  private static final double A4_LONG_INCHES = 297 / 25.4;

  /** ISO/IEC 7810 ID-1, 85.60 x 53.98 mm: identity cards and bank cards. */
  private static final double CARD_RATIO = 85.60 / 53.98;

  private static final double CARD_LONG_INCHES = 85.60 / 25.4;

  /**
   * So near to a known ratio it is that: half the way between A4 (1.414) and a card (1.586), and
   * less than from A4 to letter (1.294). A passport's page (125 x 88 mm, 1.42) has A4's ratio and
   * cannot be told from it by its shape.
   */
  private static final double NEAR = 0.055;

  /** 300 dpi of A4: more than that only grows the file. */
  private static final int MOST_LONG_SIDE = 3508;

  private static final int LEAST_SIDE = 16;

  private static final double MOST_RATIO = 10;

  /** Focal lengths of document cameras and phones, in long sides of the picture. */
  private static final double SHORTEST_FOCUS = 0.6;

  private static final double LONGEST_FOCUS = 3;

  /** Taken where the corners do not tell: a sheet seen aslant about one axis only. */
  private static final double USUAL_FOCUS = 1;

  /** Sides so parallel (parts of the whole) do not tell where they meet. */
  private static final double PARALLEL = 0.02;

  /** Paper whose corners stand there in a picture of that size. */
  static Paper of(Quad quad, Size picture) {
    var width =
        Math.max(
            Quads.distance(quad.topLeft(), quad.topRight()),
            Quads.distance(quad.bottomLeft(), quad.bottomRight()));
    var height =
        Math.max(
            Quads.distance(quad.topLeft(), quad.bottomLeft()),
            Quads.distance(quad.topRight(), quad.bottomRight()));
    var seenAcross = ratio(quad, picture);
    var across = Double.isFinite(seenAcross) && seenAcross > 0 ? seenAcross : width / height;
    var lying = across > 1;
    var ratio = Math.clamp(lying ? across : 1 / across, 1, MOST_RATIO);
    var inches = A4_LONG_INCHES;
    if (near(ratio, CARD_RATIO)) {
      ratio = CARD_RATIO;
      inches = CARD_LONG_INCHES;
    } else if (near(ratio, A4_RATIO)) {
      ratio = A4_RATIO;
    }
    // The side that is seen more squarely gives the scale: nothing of the print is lost.
    var scaled = lying ? Math.max(width, height * ratio) : Math.max(height, width * ratio);
    var longer = Math.round(Math.clamp(scaled, LEAST_SIDE, MOST_LONG_SIDE));
    var shorter = Math.max(LEAST_SIDE, Math.round(longer / ratio));
    var size = lying ? new Size(longer, shorter) : new Size(shorter, longer);
    return new Paper(size, (int) Math.round(longer / inches));
  }

  /** Width by height of the sheet itself. */
  static double ratio(Quad quad, Size picture) {
    var unit = Math.max(picture.width, picture.height);
    var m =
        List.of(quad.topLeft(), quad.topRight(), quad.bottomLeft(), quad.bottomRight()).stream()
            .map(p ->
                new double[] {
                  (p.x() - picture.width / 2) / unit, (p.y() - picture.height / 2) / unit, 1
                })
            .toList();
    var k2 = triple(m.get(0), m.get(3), m.get(2)) / triple(m.get(1), m.get(3), m.get(2));
    var k3 = triple(m.get(0), m.get(3), m.get(1)) / triple(m.get(2), m.get(3), m.get(1));
    var across = less(k2, m.get(1), m.get(0));
    var down = less(k3, m.get(2), m.get(0));
    var focus = focus(across, down);
    return length(across, focus) / length(down, focus);
  }

  private static double focus(double[] across, double[] down) {
    if (Math.abs(across[2]) < PARALLEL || Math.abs(down[2]) < PARALLEL) {
      return USUAL_FOCUS;
    }
    var square = -(across[0] * down[0] + across[1] * down[1]) / (across[2] * down[2]);
    var focus = Math.sqrt(Math.max(0, square));
    return focus < SHORTEST_FOCUS || focus > LONGEST_FOCUS ? USUAL_FOCUS : focus;
  }

  private static boolean near(double ratio, double known) {
    return Math.abs(Math.log(ratio / known)) < NEAR;
  }

  private static double triple(double[] a, double[] b, double[] c) {
    return (a[1] * b[2] - a[2] * b[1]) * c[0]
        + (a[2] * b[0] - a[0] * b[2]) * c[1]
        + (a[0] * b[1] - a[1] * b[0]) * c[2];
  }

  private static double[] less(double factor, double[] a, double[] b) {
    return new double[] {factor * a[0] - b[0], factor * a[1] - b[1], factor * a[2] - b[2]};
  }

  private static double length(double[] n, double focus) {
    return Math.hypot(Math.hypot(n[0], n[1]) / focus, n[2]);
  }
}
