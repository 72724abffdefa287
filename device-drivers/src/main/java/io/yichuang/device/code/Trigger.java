package io.yichuang.device.code;

import io.yichuang.device.link.Address;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The frames that light a scanner up and put it out, by maker. */
enum Trigger {
  /** Always lit: whatever is held before it is sent. */
  NONE("", "", false),
  /** Honeywell: 16 54 0D and 16 55 0D; never answered. */
  HONEYWELL("\u0016T\r", "\u0016U\r", false),
  /**
   * Newland: 7E 01 30 30 30 30, '#' for a setting that is not kept, tag SCN, sub-tag TRG, 1 or 0,
   * 3B 03. Answered by 02 01 30 30 30 30, the same, 06 for done, 3B 03. The form is from two pages
   * of the HR52 manual; the tag from its command table, unverified on a device.
   */
  NEWLAND("~\u00010000#SCNTRG1;\u0003", "~\u00010000#SCNTRG0;\u0003", true);

  private final String on;
  private final String off;
  private final boolean answered;

  Trigger(String on, String off, boolean answered) {
    this.on = on;
    this.off = off;
    this.answered = answered;
  }

  /** The trigger that an address names. */
  static Trigger of(Address address) {
    List<String> words = Arrays.stream(values()).map(Trigger::word).toList();
    String word = address.choice("trigger", word(NONE), words);
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static String word(Trigger trigger) {
    return trigger.name().toLowerCase(Locale.ROOT);
  }

  byte[] frame(boolean lit) {
    return (lit ? on : off).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Whether each frame has an answer, which proves that somebody is there. */
  boolean answered() {
    return answered;
  }
}
