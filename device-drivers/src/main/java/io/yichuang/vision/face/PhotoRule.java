package io.yichuang.vision.face;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a photo for a certificate must be like, in millimetres on paper. The figures are those that
 * photo shops quote from the standards named; a deployer checks them against the text in force.
 */
public enum PhotoRule {
  /** GA/T 461, resident ID card and residence permit: 358 x 441 pixels. */
  ID_CARD(26, 32, 350, 15.0, 0.5, 1.5, 15.0),
  /** GA 482, driving licence (one inch narrow): 260 x 378 pixels at 300 dpi. */
  DRIVING_LICENCE(22, 32, 300, 14.5, 2.0, 4.0, 0),
  /** National Immigration Administration, passport and permits: 390 x 567 pixels at 300 dpi. */
  EXIT_ENTRY(33, 48, 300, 18.5, 3.0, 5.0, 0);

  private static final double MM_PER_INCH = 25.4;

  private final double widthMm;
  private final double heightMm;
  private final int dpi;
  final double faceMm;
  final double leastAboveMm;
  final double mostAboveMm;
  final double leastEyesMm;

  /**
   * A rule.
   *
   * @param faceMm width of the face from ear to ear; the photo is scaled until it has just this
   * @param leastAboveMm from the crown to the upper edge, at least
   * @param mostAboveMm the same, at most
   * @param leastEyesMm from the eyes to the lower edge, at least; 0: nothing is said
   */
  PhotoRule(
      double widthMm,
      double heightMm,
      int dpi,
      double faceMm,
      double leastAboveMm,
      double mostAboveMm,
      double leastEyesMm) {
    this.widthMm = widthMm;
    this.heightMm = heightMm;
    this.dpi = dpi;
    this.faceMm = faceMm;
    this.leastAboveMm = leastAboveMm;
    this.mostAboveMm = mostAboveMm;
    this.leastEyesMm = leastEyesMm;
  }

  /** Of the finished photo, pixels. */
  public int width() {
    return (int) Math.round(pixels(widthMm));
  }

  /** Of the finished photo, pixels. */
  public int height() {
    return (int) Math.round(pixels(heightMm));
  }

  /** On paper, millimetres. */
  public double widthMm() {
    return widthMm;
  }

  /** On paper, millimetres. */
  public double heightMm() {
    return heightMm;
  }

  /** Pixels per inch on paper. */
  int dpi() {
    return dpi;
  }

  double pixels(double mm) {
    return mm / MM_PER_INCH * dpi;
  }

  /** By its name in small letters with hyphens, such as {@code id-card}. */
  public static Optional<PhotoRule> named(String name) {
    return Arrays.stream(values()).filter(rule -> rule.id().equals(name)).findFirst();
  }

  /** Such as {@code id-card}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
