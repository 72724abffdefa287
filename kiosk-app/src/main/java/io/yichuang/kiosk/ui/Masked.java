package io.yichuang.kiosk.ui;

/** How personal values are shown when they are not asked for in full. */
public final class Masked {
  private static final String WIDE_STAR = "＊";

  private Masked() {}

  /** 王小英 → 王＊英, 周强 → 周＊, 欧阳文山 → 欧＊＊山. Counts code points. */
  public static String name(String name) {
    int[] points = name.strip().codePoints().toArray();
    if (points.length < 2) {
      return points.length == 0 ? "" : WIDE_STAR;
    }
    var out = new StringBuilder().appendCodePoint(points[0]);
    out.append(WIDE_STAR.repeat(Math.max(1, points.length - 2)));
    if (points.length > 2) {
      out.appendCodePoint(points[points.length - 1]);
    }
    return out.toString();
  }

  /** First three and last four characters of an identity number, stars between. */
  public static String id(String number) {
    return middle(number, 3, 4);
  }

  /** 13812345678 → 138****5678. */
  public static String phone(String number) {
    return middle(number, 3, 4);
  }

  /** Keeps the ends; a value too short to hide anything between becomes stars whole. */
  private static String middle(String value, int head, int tail) {
    String bare = value.strip();
    if (bare.length() <= head + tail) {
      return "*".repeat(bare.length());
    }
    return bare.substring(0, head)
        + "*".repeat(bare.length() - head - tail)
        + bare.substring(bare.length() - tail);
  }
}
