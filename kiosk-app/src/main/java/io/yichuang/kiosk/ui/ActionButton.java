package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/** A button of the house. Quiet unless {@link #go}; row height unless {@link #small}. */
public final class ActionButton extends NativeButton {
  /** A quiet button of the action row's height. */
  public ActionButton(Action action) {
    addClassName("yc-btn");
    getElement().setAttribute("type", "button");
    getElement().setAttribute("data-action", action.id());
    if (action.icon() != null) {
      add(action.icon().icon());
    }
    add(new Span(action.text()));
    setEnabled(action.enabled());
    addClickListener(_ -> action.run().run());
  }

  /** Azurite: the one thing this page is about. */
  public ActionButton go() {
    addClassName("yc-go");
    return this;
  }

  /** Key height (84 px), body type. */
  public ActionButton small() {
    addClassName("yc-sm");
    return this;
  }

  /** Underlined azurite words without an edge. */
  public ActionButton link() {
    addClassName("yc-link");
    return this;
  }

  /** The whole-width, very large key of the time-out page. */
  public ActionButton huge() {
    addClassNames("yc-go", "yc-huge");
    return this;
  }
}
