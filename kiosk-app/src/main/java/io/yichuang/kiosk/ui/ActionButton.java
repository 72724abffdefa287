package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Span;

/** A button of the house. Quiet unless {@link #go}; row height unless {@link #small}. */
public final class ActionButton extends Key {
  /** A quiet button of the action row's height. */
  public ActionButton(Action action) {
    super(action.id(), action.run());
    addClassName("yc-btn");
    if (action.icon() != null) {
      add(action.icon().icon());
    }
    add(new Span(action.text()));
    setEnabled(action.enabled());
    if (action.binding()) {
      binds(action.text());
    }
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
