package io.yichuang.kiosk.platform;

/** Of whom a record is asked. Personal. */
public record Subject(String idNumber, String name) {
  @Override
  public String toString() {
    return "Subject";
  }
}
