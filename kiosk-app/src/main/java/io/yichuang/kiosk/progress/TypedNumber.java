package io.yichuang.kiosk.progress;

import io.yichuang.kiosk.submission.TerminalNumber;
import java.math.BigInteger;
import java.util.Optional;

/** What a citizen types from a receipt; spaces and hyphens do not matter. */
sealed interface TypedNumber {
  /** The longest that is typed: a terminal number with its hyphens. */
  int MOST = 40;

  /** A supervision code: 20 digits, of which the platform knows the case. */
  record Code(String digits) implements TypedNumber {
    private static final int DIGITS = 20;

    /** ISO 7064 MOD 97-10: the whole number leaves 1. */
    private static boolean valid(String typed) {
      return typed.matches("[0-9]{" + DIGITS + "}")
          && new BigInteger(typed).mod(BigInteger.valueOf(97)).intValueExact() == 1;
    }
  }

  /** The terminal's own number: all there is on a receipt that was printed without network. */
  record Terminal(String bare) implements TypedNumber {}

  /** Reads it; empty if it is neither, because something was mistyped. */
  static Optional<TypedNumber> of(String typed) {
    String bare = typed.replaceAll("[\\s-]", "");
    return Code.valid(bare)
        ? Optional.of(new Code(bare))
        : TerminalNumber.bare(bare).map(Terminal::new);
  }
}
