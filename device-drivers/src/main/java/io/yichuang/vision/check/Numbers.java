package io.yichuang.vision.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Numbers with a check digit, found in text that may be misread: O for 0, I for 1. */
final class Numbers {

  private static final int LENGTH = 18;

  /** GB 11643-1999: weights are powers of 2 modulo 11. */
  private static final String ID_CHECK = "10X98765432";

  /** GB 32100-2015: 31 signs, weights are powers of 3 modulo 31. */
  private static final String CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private Numbers() {}

  /** Resident ID numbers that are right in themselves. */
  static List<String> ids(List<String> lines) {
    return find(lines, Numbers::isId, "OQDIL|ZSB", "000111258");
  }

  /** Unified social credit codes that are right in themselves. */
  static List<String> creditCodes(List<String> lines) {
    return find(lines, Numbers::isCreditCode, "OI|ZSV", "01125U");
  }

  private static List<String> find(
      List<String> lines, Predicate<String> right, String misread, String meant) {
    var found = new ArrayList<String>();
    for (var line : lines) {
      var plain = Print.plain(line).toUpperCase(Locale.ROOT);
      for (var at = 0; at + LENGTH <= plain.length(); at++) {
        var piece = plain.substring(at, at + LENGTH);
        if (!piece.chars().allMatch(c -> c < 128)) {
          continue;
        }
        if (right.test(piece)) {
          found.add(piece);
        } else {
          var mended = mended(piece, misread, meant);
          if (right.test(mended)) {
            found.add(mended);
          }
        }
      }
    }
    return found.stream().distinct().toList();
  }

  private static String mended(String piece, String misread, String meant) {
    var out = new StringBuilder();
    for (var i = 0; i < piece.length(); i++) {
      var at = misread.indexOf(piece.charAt(i));
      out.append(at < 0 ? piece.charAt(i) : meant.charAt(at));
    }
    return out.toString();
  }

  static boolean isId(String text) {
    if (text.length() != LENGTH || !text.substring(0, 17).chars().allMatch(Numbers::digit)) {
      return false;
    }
    var month = Integer.parseInt(text.substring(10, 12));
    var day = Integer.parseInt(text.substring(12, 14));
    if (month < 1 || month > 12 || day < 1 || day > 31) {
      return false;
    }
    var sum = 0;
    for (var i = 0; i < 17; i++) {
      sum += (text.charAt(i) - '0') * ((1 << (17 - i)) % 11);
    }
    return ID_CHECK.charAt(sum % 11) == text.charAt(17);
  }

  static boolean isCreditCode(String text) {
    if (text.length() != LENGTH || !text.substring(2, 8).chars().allMatch(Numbers::digit)) {
      return false;
    }
    var sum = 0;
    var weight = 1;
    for (var i = 0; i < 17; i++) {
      var sign = CREDIT_SIGNS.indexOf(text.charAt(i));
      if (sign < 0) {
        return false;
      }
      sum += sign * weight;
      weight = weight * 3 % 31;
    }
    return CREDIT_SIGNS.charAt((31 - sum % 31) % 31) == text.charAt(17);
  }

  private static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }
}
