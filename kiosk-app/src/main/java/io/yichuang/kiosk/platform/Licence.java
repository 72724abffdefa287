package io.yichuang.kiosk.platform;

import io.yichuang.kiosk.catalogue.LocalText;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 电子证照: the result of a finished case, as data. Personal.
 *
 * @param verification what the verification QR holds
 * @param fields texts, or lists of rows for a table
 */
public record Licence(
    String number,
    String result,
    LocalText issuer,
    LocalDate issuedOn,
    @Nullable LocalDate validUntil,
    String verification,
    Map<String, Object> fields) {
  @Override
  public String toString() {
    return "Licence[" + result + "]";
  }
}
