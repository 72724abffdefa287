package io.yichuang.kiosk.catalogue;

import io.yichuang.kiosk.ui.Icon;
import java.util.Locale;

/** The icons that a catalogue names. */
public final class Icons {
  private Icons() {}

  /** The icon of that name; a plain sheet if this terminal does not have it. */
  public static Icon named(String name) {
    try {
      return Icon.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      return Icon.FILE_TEXT;
    }
  }
}
