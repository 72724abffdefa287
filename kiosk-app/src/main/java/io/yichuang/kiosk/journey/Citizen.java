package io.yichuang.kiosk.journey;

import java.time.LocalDate;

/**
 * The person at the screen. Personal: {@code toString} is mute.
 *
 * @param sex code of GB/T 2261.1
 * @param phone registered mobile number, empty while unknown
 */
public record Citizen(
    String name, String idNumber, String address, LocalDate birth, String sex, String phone) {
  @Override
  public String toString() {
    return "Citizen";
  }
}
