package io.yichuang.kiosk.material;

import io.yichuang.kiosk.journey.Collected;
import io.yichuang.vision.face.PhotoDoubt;
import io.yichuang.vision.face.PhotoRule;
import java.util.Arrays;
import java.util.Set;

/**
 * A photo for a certificate that was taken just now. Personal; in memory only.
 *
 * @param jpeg cut as the rule says
 * @param doubts why the office might send it back
 */
record Shot(byte[] jpeg, Set<PhotoDoubt> doubts) {
  private static final double POINTS_PER_MM = 72 / 25.4;

  Shot {
    doubts = Set.copyOf(doubts);
  }

  /** As the basket holds it: as large on paper as the rule says. */
  Collected.Photo as(PhotoRule rule) {
    return new Collected.Photo(
        new Collected.Page(
            jpeg,
            (float) (rule.widthMm() * POINTS_PER_MM),
            (float) (rule.heightMm() * POINTS_PER_MM),
            null),
        doubts);
  }

  /** Nobody wants it: overwritten, not only forgotten. */
  void wipe() {
    Arrays.fill(jpeg, (byte) 0);
  }

  @Override
  public String toString() {
    return "Shot" + doubts;
  }
}
