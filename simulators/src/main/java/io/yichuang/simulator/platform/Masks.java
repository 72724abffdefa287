package io.yichuang.simulator.platform;

/** What others may see of a person: 王＊英, 138****5678. */
final class Masks {
  private Masks() {}

  /** The first and, from three characters on, the last character stay. */
  static String name(String name) {
    int[] all = name.codePoints().toArray();
    StringBuilder masked = new StringBuilder();
    for (int i = 0; i < all.length; i++) {
      boolean shown = i == 0 || (i == all.length - 1 && all.length > 2);
      masked.appendCodePoint(shown ? all[i] : '＊');
    }
    return masked.toString();
  }

  static String phone(String phone) {
    return phone.length() < 8
        ? "****"
        : phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
  }
}
