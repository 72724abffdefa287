package io.yichuang.device.permit;

/** ICAO 9303's check digit: weights 7, 3, 1, modulo 10. */
final class CheckDigit {
  private static final int[] WEIGHTS = {7, 3, 1};

  private CheckDigit() {}

  static boolean fits(String data, char digit) {
    return digit == '0' + of(data);
  }

  /** Digits count as they are, A to Z as 10 to 35, the filler as 0. */
  static int of(String data) {
    int sum = 0;
    for (int i = 0; i < data.length(); i++) {
      char c = data.charAt(i);
      int value = c == '<' ? 0 : c <= '9' ? c - '0' : c - 'A' + 10;
      sum += value * WEIGHTS[i % 3];
    }
    return sum % 10;
  }
}
