package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The stroke with its windows. It stays when the page changes, so that one sees it grow. */
final class StrokeLine extends Nav {
  private static final String DONE =
      "<svg width=\"38\" height=\"42\" viewBox=\"0 0 38 42\"><path class=\"yc-w\" d=\"M2 42V2h34v40z\"/>"
          + "<path d=\"m11 22 6 6 11-13\"/></svg>";
  private static final String NOW =
      "<svg width=\"50\" height=\"54\" viewBox=\"0 0 50 54\"><path class=\"yc-w\" d=\"M3 54V3h44v51z\"/>"
          + "</svg>";
  private static final String LATER =
      "<svg width=\"38\" height=\"42\" viewBox=\"0 0 38 42\"><path class=\"yc-w\" d=\"M2 43V2h34v41\"/>"
          + "</svg>";

  StrokeLine() {
    addClassName("yc-steps");
  }

  void show(@Nullable Steps steps, String label) {
    Parts.show(this, steps != null);
    removeAll();
    if (steps == null) {
      return;
    }
    getElement().setAttribute("aria-label", label);
    getStyle().set("--done", String.format(Locale.ROOT, "%.4f", steps.done()));
    getStyle().set("--count", Integer.toString(steps.names().size()));
    for (int i = 0; i < steps.names().size(); i++) {
      var step = new Span();
      step.add(new Svg(i < steps.now() ? DONE : i == steps.now() ? NOW : LATER));
      step.add(new Span(steps.names().get(i)));
      step.setClassName("yc-on", i < steps.now());
      step.setClassName("yc-now", i == steps.now());
      if (i == steps.now()) {
        step.getElement().setAttribute("aria-current", "step");
      }
      add(step);
    }
  }
}
