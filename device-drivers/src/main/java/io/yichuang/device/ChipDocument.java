package io.yichuang.device;

import org.jspecify.annotations.Nullable;

/**
 * What the chip of a travel document holds. Personal. It was read over a channel that only the
 * printed zone opens; that its issuer has signed it was not examined.
 *
 * @param document the zone as the chip has it, all check digits right
 * @param portrait the face as it is stored, JPEG or JPEG 2000; null where the chip has none
 */
public record ChipDocument(TravelDocument document, byte @Nullable [] portrait) {
  @Override
  public String toString() {
    return "ChipDocument[" + (portrait == null ? 0 : portrait.length) + " bytes of portrait]";
  }
}
