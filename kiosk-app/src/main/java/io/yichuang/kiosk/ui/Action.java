package io.yichuang.kiosk.ui;

import org.jspecify.annotations.Nullable;

/**
 * Something a person can press.
 *
 * @param id {@code data-action}, kebab case; bundle keys and voice prompts share it
 * @param text what will happen, in the language of the page
 * @param icon before the text, or null
 * @param enabled false greys it out
 * @param binding something is done in the citizen's name: while somebody helps, the citizen says
 *     yes to it first
 * @param run called in the UI's thread
 */
public record Action(
    String id, String text, @Nullable Icon icon, boolean enabled, boolean binding, Runnable run) {
  /** An enabled action without an icon. */
  public Action(String id, String text, Runnable run) {
    this(id, text, null, true, false, run);
  }

  /** The same with an icon. */
  public Action with(Icon newIcon) {
    return new Action(id, text, newIcon, enabled, binding, run);
  }

  /** The same, enabled only if. */
  public Action onlyIf(boolean condition) {
    return new Action(id, text, icon, condition, binding, run);
  }

  /** The same; the citizen has a say in it while somebody helps. */
  public Action binds() {
    return new Action(id, text, icon, enabled, true, run);
  }
}
