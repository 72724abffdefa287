package io.yichuang.device;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What opens the chip of a travel document: parts of its machine-readable zone, so that only who
 * has it in hand can read it. Personal.
 *
 * @param number of the document, without fillers
 * @param birth null where the document leaves it open
 * @param expiry the last valid day
 */
public record ChipKey(String number, @Nullable LocalDate birth, LocalDate expiry) {

  /** The key that is printed on a document. */
  public static ChipKey of(TravelDocument document) {
    return new ChipKey(document.number(), document.birth(), document.expiry());
  }

  @Override
  public String toString() {
    return "ChipKey[hidden]";
  }
}
