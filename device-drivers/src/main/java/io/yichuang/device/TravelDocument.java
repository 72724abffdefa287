package io.yichuang.device;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the machine-readable zone of a passport or permit says. Personal.
 *
 * @param form how it is written
 * @param code document code, such as {@code P} or {@code CS}
 * @param issuer three letters, ICAO 9303 part 3; empty where the form has none
 * @param number of the document
 * @param surname in Latin letters, empty where the form has none
 * @param givenNames as surname
 * @param nationality as issuer
 * @param birth null where the document leaves parts of it open
 * @param sex {@code M}, {@code F} or {@code <} for not stated; {@code <} where the form has none
 * @param expiry the last valid day
 */
public record TravelDocument(
    Form form,
    String code,
    String issuer,
    String number,
    String surname,
    String givenNames,
    String nationality,
    @Nullable LocalDate birth,
    char sex,
    LocalDate expiry) {

  /** The sizes of ICAO 9303, and China's own card. */
  public enum Form {
    /** Cards, three lines of 30. */
    TD1,
    /** Two lines of 36. */
    TD2,
    /** Passports, two lines of 44. */
    TD3,
    /** The exit-entry permit for travelling to Hong Kong and Macau (card), one line of 30. */
    HK_MACAU_PERMIT
  }

  /** True when its last valid day is over. */
  public boolean expired(LocalDate today) {
    return expiry.isBefore(today);
  }

  @Override
  public String toString() {
    return "TravelDocument[" + form + "]";
  }
}
