package io.yichuang.simulator.platform;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * 统一服务监管码: region 6, date 8, serial 4, check digits 2 by ISO 7064 MOD 97-10 (the whole number is 1
 * modulo 97).
 */
final class SupervisionCode {
  private static final int MODULUS = 97;

  /** Serial numbers a region has in a day. */
  static final int MOST_SERIALS = 9999;

  private SupervisionCode() {}

  static String of(String region, LocalDate day, int serial) {
    String digits =
        region + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "%04d".formatted(serial);
    return digits + checkDigits(digits);
  }

  static String checkDigits(String digits) {
    return "%02d".formatted(MODULUS + 1 - remainder(digits + "00"));
  }

  static boolean valid(String code) {
    return code.matches("[0-9]{20}") && remainder(code) == 1;
  }

  private static int remainder(String digits) {
    int remainder = 0;
    for (int i = 0; i < digits.length(); i++) {
      remainder = (remainder * 10 + digits.charAt(i) - '0') % MODULUS;
    }
    return remainder;
  }
}
