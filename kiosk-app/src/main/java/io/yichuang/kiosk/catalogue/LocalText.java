package io.yichuang.kiosk.catalogue;

import java.util.Locale;

/**
 * The same words in each language of the terminal.
 *
 * @param zh simplified Chinese
 * @param en English
 */
public record LocalText(String zh, String en) {
  /** The words in the language of {@code locale}; Chinese where there is no better. */
  public String in(Locale locale) {
    return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : zh;
  }
}
