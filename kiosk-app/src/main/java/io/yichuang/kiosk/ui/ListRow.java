package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;

/** A row of facts: shape or icon, what it is, a note at the right. */
public final class ListRow extends Div {
  /** A state row. */
  public ListRow(Light light, String text, @Nullable String note) {
    this(light.shape(), text, note);
  }

  /** A row with an icon. */
  public ListRow(Icon icon, String text, @Nullable String note) {
    this(icon.icon(), text, note);
  }

  private ListRow(Component first, String text, @Nullable String note) {
    addClassName("yc-list-row");
    add(first, Parts.strong(text));
    Parts.addNote(this, note);
  }

  /** A key at the right end. */
  public ListRow with(Action action) {
    add(new ActionButton(action).small());
    return this;
  }
}
