package io.yichuang.simulator.people;

import org.jspecify.annotations.Nullable;

/**
 * An invented citizen and what his card says. Dates are the eight characters of the card, right or
 * not; codes are those of GB/T 2261.1 (sex) and GB/T 3304 (ethnic group); an empty string is an
 * empty field.
 *
 * @param id stable id for scripts, such as {@code wang-xiaoying}
 * @param number the number on the card: 18 characters (GB 11643), or 15 on a foreigner's card of
 *     2017
 * @param validTo eight characters, or 长期
 * @param appendedAddress a newer address kept in the card's appended part, or null
 * @param phone of a visibly invented range (199 0000 ....)
 * @param portrait a resource beside the list of people, or null: no usable portrait
 */
public record Person(
    String id,
    CardKind kind,
    String name,
    String englishName,
    String sex,
    String ethnic,
    String birth,
    String address,
    @Nullable String appendedAddress,
    String number,
    String authority,
    String validFrom,
    String validTo,
    String travelPermit,
    String issueCount,
    String nationality,
    String phone,
    @Nullable String portrait,
    String noteZh,
    String noteEn) {

  @Override
  public String toString() {
    return "Person[" + id + "]";
  }
}
