package io.yichuang.kiosk.material;

import com.vaadin.flow.component.html.Div;
import io.yichuang.kiosk.catalogue.MaterialRule;
import io.yichuang.kiosk.journey.Collected;
import io.yichuang.kiosk.ui.Light;
import io.yichuang.kiosk.ui.Parts;
import io.yichuang.vision.check.Doubt;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the pages do not seem to say, above the sample. Changes in place: a page that is drawn anew
 * would swallow a touch.
 */
final class CheckPanel extends Div {
  /** The gravest come first; more would push the sample away. */
  private static final int MOST = 4;

  private final MaterialRule rule;
  private final Locale language;
  private @Nullable Object shown;

  CheckPanel(MaterialRule rule, Locale language) {
    this.rule = rule;
    this.language = language;
    addClassName("yc-check");
    getElement().setAttribute("role", "status");
  }

  /** The state of the comparison now. */
  void show(Collected.@Nullable Scanned scanned) {
    var check = scanned == null ? null : scanned.check();
    boolean reading = check == null && scanned != null && rule.expect() != null;
    Object now = check == null ? (Object) reading : check.doubts();
    if (Objects.equals(now, shown)) {
      return;
    }
    shown = now;
    removeAll();
    getElement()
        .setAttribute(
            "data-check",
            check != null ? (check.doubts().isEmpty() ? "fits" : "doubts") : "reading");
    if (check == null) {
      if (reading) {
        add(Parts.note(getTranslation("material.check.reading")));
      }
    } else if (check.doubts().isEmpty()) {
      add(Light.GREEN.with(getTranslation("material.check.fits")));
    } else {
      check.doubts().stream().limit(MOST).forEach(doubt -> add(Light.YELLOW.with(words(doubt))));
      add(Parts.note(getTranslation("material.check.overrule")));
    }
  }

  private String words(Doubt doubt) {
    String key = "material.check." + doubt.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return doubt.kind() == Doubt.Kind.WRONG_FORM
        ? getTranslation(key, rule.name().in(language))
        : getTranslation(key, doubt.wanted(), doubt.seen());
  }
}
