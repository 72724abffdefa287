package io.yichuang.simulator.platform;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * 统一服务监管码: region 6, date 8, serial 4, two check digits such that the whole number is 1 modulo 97
 * (ISO/IEC 7064 MOD 97-10).
 */
final class SupervisionCode {
  /** Cases of one region on one day: the serial has four digits. */
  static final int MOST_SERIALS = 9999;

  private static final BigInteger MODULUS = BigInteger.valueOf(97);

  private SupervisionCode() {}

  /**
   * @param region six digits
   * @param serial from 1 to {@link #MOST_SERIALS}
   */
  static String of(String region, LocalDate date, int serial) {
    if (!region.matches("[0-9]{6}") || serial < 1 || serial > MOST_SERIALS) {
      throw new IllegalArgumentException("no region or serial of a supervision code");
    }
    return withCheck(
        region + date.format(DateTimeFormatter.BASIC_ISO_DATE) + "%04d".formatted(serial));
  }

  static String withCheck(String digits) {
    int remainder = new BigInteger(digits + "00").mod(MODULUS).intValue();
    return digits + "%02d".formatted(98 - remainder);
  }

  static boolean isValid(String code) {
    return code.matches("[0-9]{20}") && new BigInteger(code).mod(MODULUS).equals(BigInteger.ONE);
  }
}
