package io.yichuang.kiosk.input;

/** What is typed into a field. */
public enum KeyboardLayout {
  /** Chinese by pinyin, letters, digits and signs. */
  TEXT,
  /** As {@link #TEXT}; of all that sounds alike people's names come first. */
  NAME,
  /** Digits and a point. */
  DIGITS,
  /** Digits and the X of an identity number (GB 11643). */
  ID_NUMBER,
  /** Capital letters and digits: what stands on a receipt. */
  CODE
}
