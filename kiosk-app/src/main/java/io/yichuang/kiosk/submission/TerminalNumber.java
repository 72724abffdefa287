package io.yichuang.kiosk.submission;

import java.math.BigInteger;
import java.util.Locale;

/**
 * The number a terminal gives a submission before any network is there: terminal id, counter of
 * eight digits, two check digits by ISO 7064 MOD 97-10 over all before them (letters count 10 to
 * 35, hyphens are left out). It is the idempotency key and finds the case for ever.
 */
final class TerminalNumber {
  private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

  private TerminalNumber() {}

  /**
   * Makes the number, such as {@code NC-0107-00000042-71}.
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

  /** Whether the check digits fit: a typing error of one character never passes. */
  static boolean valid(String number) {
    return number.matches("[A-Z0-9-]+-[0-9]{8}-[0-9]{2}")
        && digits(number).mod(NINETY_SEVEN).intValueExact() == 1;
  }

  private static BigInteger digits(String text) {
    var digits = new StringBuilder();
    text.chars().filter(c -> c != '-').forEach(c -> digits.append(Character.digit(c, 36)));
    return new BigInteger(digits.toString());
  }
}
