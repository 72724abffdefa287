package io.yichuang.kiosk.ui;

import java.util.EnumSet;
import java.util.Set;

/** Themes: classes on {@code html}, freely combined, switched live. */
public enum Look {
  NIGHT("night"),
  ELDER("elder"),
  /** Yellow on black. */
  HIGH_CONTRAST("high-contrast"),
  /** White on black; only together with {@link #HIGH_CONTRAST}. */
  WHITE("white"),
  /** Everything to touch lies in the band that is reached from a wheelchair. */
  LOW_REACH("low-reach"),
  /** Keys change sides, for the left hand. */
  MIRRORED("mirrored"),
  /** A person goes by voice and by keys that can be felt. */
  SPEECH("speech"),
  /** The glass is dark, so that nobody else reads along. */
  CURTAIN("curtain");

  final String css;

  Look(String css) {
    this.css = css;
  }

  /** What a citizen may switch, and what therefore goes with the citizen. */
  static Set<Look> ofCitizen() {
    return EnumSet.complementOf(EnumSet.of(NIGHT));
  }
}
