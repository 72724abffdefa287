package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** The one line that tells what to do at the camera; changes in place. */
public final class Hint extends Div {
  /** A line with its state and, if it helps, an arrow or other icon at the right. */
  public Hint(Light light, String text, @Nullable Icon icon) {
    addClassName("yc-hint");
    getElement().setAttribute("role", "status");
    say(light, text, icon);
  }

  /** New words in place. */
  public void say(Light light, String text, @Nullable Icon icon) {
    removeAll();
    removeClassNames(Light.GREEN.css, Light.YELLOW.css, Light.RED.css);
    addClassName(light.css);
    add(light.shape(), new Span(text));
    if (icon != null) {
      add(icon.icon());
    }
  }
}
