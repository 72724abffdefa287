package io.yichuang.simulator.platform;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Texts of answers in both languages, and personal data half hidden. */
final class Words {
  private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);
  private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

  private Words() {}

  static ObjectNode of(String zh, String en) {
    return JsonMapper.shared().createObjectNode().put("zh", zh).put("en", en);
  }

  /** Two texts with a date where {@code %s} stands. */
  static ObjectNode dated(String zh, String en, LocalDate date) {
    return of(zh.formatted(ZH.format(date)), en.formatted(EN.format(date)));
  }

  static String zh(LocalDate date) {
    return ZH.format(date);
  }

  /** 王＊英, 陈＊: first and last character of three and more, the first of two. */
  static String maskedName(String name) {
    int[] points = name.codePoints().toArray();
    if (points.length < 2) {
      return "＊";
    }
    String first = Character.toString(points[0]);
    return points.length == 2
        ? first + "＊"
        : first
            + "＊".repeat(Math.min(3, points.length - 2))
            + Character.toString(points[points.length - 1]);
  }

  /** 199****0001. */
  static String maskedPhone(String phone) {
    return phone.length() < 8
        ? "****"
        : phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
  }

  /** Region and last character stay. */
  static String maskedNumber(String number) {
    return number.length() < 15
        ? "****"
        : number.substring(0, 6)
            + "*".repeat(number.length() - 7)
            + number.substring(number.length() - 1);
  }
}
