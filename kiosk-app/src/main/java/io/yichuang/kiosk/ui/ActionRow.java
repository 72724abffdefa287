package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Div;

/** The row above the sill. */
final class ActionRow extends Div {
  ActionRow() {
    addClassName("yc-act");
  }

  void show(Actions actions) {
    removeAll();
    Parts.show(this, !actions.isEmpty());
    setClassName("yc-act-own", actions.own() != null);
    if (actions.own() != null) {
      add(actions.own());
      return;
    }
    actions.ways().forEach(action -> add(new ActionButton(action)));
    if (actions.primary() != null) {
      add(new ActionButton(actions.primary().binds()).go());
    }
    if (actions.waiting() != null) {
      add(actions.waiting());
    }
  }
}
