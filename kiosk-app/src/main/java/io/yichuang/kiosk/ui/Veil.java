package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Div;

/** What lies over the page while one sheet is open. */
final class Veil extends Div {
  private boolean open;

  Veil(String classes) {
    addClassNames(classes.split(" ", -1));
    close();
  }

  void open(Overlay overlay) {
    removeAll();
    add(overlay);
    open = true;
    Parts.show(this, true);
  }

  void close() {
    removeAll();
    open = false;
    Parts.show(this, false);
  }

  boolean isOpen() {
    return open;
  }
}
