package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;

/**
 * Why something stopped: what happened, whether it was submitted or charged, what to do now; the
 * code small and last.
 */
public final class Notice extends Div {
  /**
   * A notice of one stop.
   *
   * @param submitted said with its own light, so that nobody has to guess
   * @param code fault code for the staff, or null
   */
  public Notice(
      Light light,
      String happened,
      Light submittedLight,
      String submitted,
      String now,
      @Nullable String code) {
    addClassName("yc-notice");
    getElement().setAttribute("role", "alert");
    add(
        Sheet.list(
            new ListRow(light, happened, null), new ListRow(submittedLight, submitted, null)));
    var foot = Parts.div("yc-notice-now", Parts.lead(now));
    add(foot);
    if (code != null) {
      var small = Parts.note(code);
      small.addClassNames("yc-num", "yc-notice-code");
      add(small);
    }
  }

  /** A tinted box of words: a bold lead-in and the rest. */
  public static Div box(Light light, String bold, String text) {
    return Parts.div(
        "yc-box " + light.css, Parts.strong(bold), new com.vaadin.flow.component.html.Span(text));
  }
}
