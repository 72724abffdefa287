package io.yichuang.kiosk.material;

import io.yichuang.kiosk.journey.Collected;
import io.yichuang.vision.page.CleanPage;
import io.yichuang.vision.page.Finding;
import java.util.List;
import java.util.Set;

/** Cleaned pages as the visit keeps them. */
final class Pages {
  private static final float POINTS_PER_INCH = 72;

  private Pages() {}

  static Collected.Page of(CleanPage page) {
    return new Collected.Page(
        page.jpeg(),
        page.width() * POINTS_PER_INCH / page.dpi(),
        page.height() * POINTS_PER_INCH / page.dpi(),
        null);
  }

  static List<Set<Finding>> findings(List<CleanPage> pages) {
    return pages.stream().map(CleanPage::findings).toList();
  }
}
