package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;

/** A sheet over the page, standing on the page's lower edge. Opened by {@link KioskFrame#open}. */
public final class Overlay extends Div {
  private final String title;
  private final Div head = Parts.div("yc-overlay-head");

  /**
   * A sheet with a title.
   *
   * @param id {@code data-overlay}
   * @param content what to read
   */
  public Overlay(String id, String title, Component... content) {
    this.title = title;
    addClassName("yc-overlay");
    getElement().setAttribute("data-overlay", id);
    getElement().setAttribute("data-scope", id);
    getElement().setAttribute("role", "dialog");
    getElement().setAttribute("aria-modal", "true");
    getElement().setAttribute("aria-label", title);
    var words = new H2(title);
    words.addClassName("yc-overlay-title");
    head.add(words);
    add(head);
    add(content);
  }

  String title() {
    return title;
  }

  /** The key that switches the language: that of the sill lies below the sheet. */
  void language(Action other) {
    head.add(new ActionButton(other).small());
  }

  /** The keys at the foot; the last one is azurite. */
  public Overlay keys(Action... actions) {
    var row = Parts.div("yc-overlay-keys");
    for (int i = 0; i < actions.length; i++) {
      var key = new ActionButton(actions[i]);
      row.add(i == actions.length - 1 ? key.go() : key);
    }
    add(row);
    return this;
  }
}
