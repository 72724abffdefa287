package io.yichuang.device;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The text of an identity card as GA/T 490 lays it out. Personal: {@code toString} shows the kind
 * only, and nobody writes it to a log.
 *
 * @param kind which layout the card has
 * @param name the holder's name; Chinese where the card has one, else English
 * @param latinName the English name of foreigners' cards, empty on others
 * @param sex code of GB/T 2261.1: 0 unknown, 1 male, 2 female, 9 not stated
 * @param ethnicity two digits of GB/T 3304, empty where the card has none
 * @param birth date of birth
 * @param address as printed; the newer, appended address where the card has one; empty on
 *     foreigners' cards
 * @param number 18 characters (15 on foreigners' cards of 2017)
 * @param authority issuing authority, empty where the card has none
 * @param nationality ISO 3166 alpha-3, empty on cards of Chinese citizens
 * @param validFrom first day of validity
 * @param validUntil last day of validity; null means for life (长期)
 * @param permitNumber number of the travel permit on cards for residents of Hong Kong, Macau and
 *     Taiwan, else empty
 * @param codedPortrait as the card holds it, 1024 bytes in a closed coding; see {@link
 *     PortraitDecoder}; empty where the reader gave none
 */
public record IdCard(
    Kind kind,
    String name,
    String latinName,
    String sex,
    String ethnicity,
    LocalDate birth,
    String address,
    String number,
    String authority,
    String nationality,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    String permitNumber,
    byte[] codedPortrait) {

  /** The layouts of the SAM-V text block, told apart by the character at offset 248. */
  public enum Kind {
    RESIDENT,
    /** Residence permit for residents of Hong Kong, Macau and Taiwan, mark J. */
    HMT_PERMIT,
    /** Foreigner's permanent residence card of 2017, mark I. */
    FOREIGNER_2017,
    /** Foreigner's permanent residence card of 2023, mark Y. */
    FOREIGNER_2023
  }

  /** True when the last day of validity lies before {@code today}. */
  public boolean expired(LocalDate today) {
    return validUntil != null && validUntil.isBefore(today);
  }

  @Override
  public String toString() {
    return "IdCard[" + kind + "]";
  }
}
