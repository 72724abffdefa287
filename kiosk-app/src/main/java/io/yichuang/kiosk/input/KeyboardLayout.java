package io.yichuang.kiosk.input;

/** What is typed into a field. */
public enum KeyboardLayout {
  TEXT,
  DIGITS,
  ID_NUMBER
}
