package io.yichuang.kiosk.submission;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/**
 * The number a terminal gives a submission before any network is there: terminal id, counter of
 * eight digits, two check digits by ISO 7064 MOD 97-10 over all before them (letters count 10 to
 * 35, hyphens are left out). It is the idempotency key and finds the case for ever.
 */
public final class TerminalNumber {
  private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

  private TerminalNumber() {}

  /**
   * Makes the number, such as {@code NC-0107-00000042-39}.
   *
   * @param counter 1 to 99,999,999
   */
  static String of(String terminal, long counter) {
    if (counter < 1 || counter > 99_999_999) {
      throw new IllegalArgumentException("counter out of range: " + counter);
    }
    String stem = terminal + "-" + String.format(Locale.ROOT, "%08d", counter);
    BigInteger rest = digits(stem + "00").mod(NINETY_SEVEN);
    return stem + "-" + String.format(Locale.ROOT, "%02d", 98 - rest.intValueExact());
  }

  /**
   * The number without its hyphens, as it is searched for: who types it from a receipt need not
   * know where they stand. Empty if the form or the check digits do not fit. Never passes: a wrong
   * digit in place of a digit, a wrong letter in place of a letter, two neighbours swapped. May
   * pass, as it shifts all that stands before it: a letter in place of a digit or the other way
   * round, one in 97; of neighbours, 1B, 2M and 3X for B1, M2 and X3, always.
   */
  public static Optional<String> bare(String typed) {
    String bare = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    return bare.matches("[A-Z0-9]+[0-9]{10}") && digits(bare).mod(NINETY_SEVEN).intValueExact() == 1
        ? Optional.of(bare)
        : Optional.empty();
  }

  private static BigInteger digits(String text) {
    var digits = new StringBuilder();
    text.chars().filter(c -> c != '-').forEach(c -> digits.append(Character.digit(c, 36)));
    return new BigInteger(digits.toString());
  }
}
