package io.yichuang.kiosk.input;

/** What is most likely typed next: by what the field asks for, and by what stands there already. */
enum Expected {
  ANYTHING,
  /** Behind a digit: 3栋. */
  UNIT,
  /** A person's whole name. */
  NAME,
  /** A person's given name; the surname stands there already. */
  GIVEN_NAME;

  /** A surname takes no more characters (欧阳); what is longer is no surname alone. */
  private static final int LONGEST_SURNAME = 2;

  boolean named() {
    return this == NAME || this == GIVEN_NAME;
  }

  /**
   * What fits behind a text.
   *
   * @param name whether the field asks for a person's name
   */
  static Expected behind(String before, boolean name) {
    if (!before.isEmpty() && Character.isDigit(before.charAt(before.length() - 1))) {
      return UNIT;
    }
    if (!name) {
      return ANYTHING;
    }
    int length = before.codePointCount(0, before.length());
    if (length == 0) {
      return NAME;
    }
    return length <= LONGEST_SURNAME ? GIVEN_NAME : ANYTHING;
  }
}
