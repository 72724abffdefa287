package io.yichuang.kiosk.ui;

import org.jspecify.annotations.Nullable;

/**
 * Something a person can press.
 *
 * @param id {@code data-action}, kebab case; bundle keys and voice prompts share it
 * @param text what will happen, in the language of the page
 * @param icon before the text, or null
 * @param enabled false greys it out
 * @param run called in the UI's thread
 */
public record Action(String id, String text, @Nullable Icon icon, boolean enabled, Runnable run) {
  /** An enabled action without an icon. */
  public Action(String id, String text, Runnable run) {
    this(id, text, null, true, run);
  }

  /** The same with an icon. */
  public Action with(Icon newIcon) {
    return new Action(id, text, newIcon, enabled, run);
  }

  /** The same, enabled only if. */
  public Action onlyIf(boolean condition) {
    return new Action(id, text, icon, condition, run);
  }
}
