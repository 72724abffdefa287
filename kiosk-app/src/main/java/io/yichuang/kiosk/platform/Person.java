package io.yichuang.kiosk.platform;

import java.time.LocalDate;

/**
 * A person as the platform knows them. Personal: {@code toString} is mute.
 *
 * @param sex code of GB/T 2261.1
 * @param phone registered mobile number, empty if none
 */
public record Person(
    String name, String idNumber, String address, LocalDate birth, String sex, String phone) {
  @Override
  public String toString() {
    return "Person";
  }
}
