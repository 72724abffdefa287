package io.yichuang.device.receipt;

import io.yichuang.device.link.Address;
import java.util.List;

/** What a printer tells beyond the common language of ESC/POS; the address says it, as model=. */
enum PrinterModel {
  /** Nothing: where a receipt is once it was cut, it does not know. */
  GENERIC("generic"),
  /** The full status of Custom's kiosk printers (KPM150H, by one manual). */
  KPM150("kpm150");

  /** Its name in addresses. */
  static final String PARAMETER = "model";

  private final String word;

  PrinterModel(String word) {
    this.word = word;
  }

  /**
   * The model that an address names.
   *
   * @throws IllegalArgumentException with the valid choices
   */
  static PrinterModel of(Address address) {
    String chosen = address.choice(PARAMETER, GENERIC.word, List.of(GENERIC.word, KPM150.word));
    return chosen.equals(KPM150.word) ? KPM150 : GENERIC;
  }

  /** Whether it answers {@code DLE EOT 20} with its full status. */
  boolean fullStatus() {
    return this == KPM150;
  }
}
