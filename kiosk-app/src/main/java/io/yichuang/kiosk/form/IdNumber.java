package io.yichuang.kiosk.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * 公民身份号码 of GB 11643: region 6, birth 8, serial 3, check digit ISO 7064 MOD 11-2. Permits of people
 * from Hong Kong, Macau and Taiwan have the same form; so has a foreigner's card of 2023, which
 * begins with 9, the issuing province and the nationality. A foreigner's card of 2017 has three
 * letters and twelve digits, and no check digit that was published.
 */
final class IdNumber {
  /** GB/T 2260, with 81 to 83 of the residence permits. */
  private static final Set<String> PROVINCES =
      Set.of(
          "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
          "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
          "65", "71", "81", "82", "83");

  /** The oldest person whose age was ever proven lived 122 years. */
  private static final int OLDEST_YEARS = 130;

  private static final DateTimeFormatter BIRTH =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  /** GB 11643-1999: weights of the first 17 digits. */
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  private static final String CHECK = "10X98765432";

  private IdNumber() {}

  /** The key of what is wrong, the easiest to see first; empty if nothing is. */
  static Optional<String> problem(String value, LocalDate today) {
    if (value.matches("[A-Z]{3}[0-9]{12}")) {
      return Optional.empty();
    }
    if (!value.matches("[0-9]{17}[0-9X]")) {
      return Optional.of("form.problem.id-number.length");
    }
    int province = value.charAt(0) == '9' ? 1 : 0;
    if (!PROVINCES.contains(value.substring(province, province + 2))) {
      return Optional.of("form.problem.id-number.region");
    }
    if (!born(value.substring(6, 14), today)) {
      return Optional.of("form.problem.id-number.birth");
    }
    return checks(value) ? Optional.empty() : Optional.of("form.problem.id-number.check");
  }

  private static boolean born(String digits, LocalDate today) {
    try {
      LocalDate birth = LocalDate.parse(digits, BIRTH);
      return !birth.isAfter(today) && birth.isAfter(today.minusYears(OLDEST_YEARS));
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean checks(String value) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (value.charAt(i) - '0');
    }
    return CHECK.charAt(sum % CHECK.length()) == value.charAt(17);
  }
}
