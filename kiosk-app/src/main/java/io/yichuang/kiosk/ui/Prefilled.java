package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value the machine filled in, the source it came from, and the key to change it. */
public final class Prefilled extends Div {
  /**
   * A prefilled value.
   *
   * @param source where it comes from and of when (来自：居住登记，2026年3月)
   * @param change the key at the right, or null where it may not be changed
   */
  public Prefilled(String label, String value, String source, @Nullable Action change) {
    this(label, Parts.lead(value), source, change);
  }

  /** A value that only its owner may read, by holding it. */
  public static Prefilled masked(
      String label, String masked, Supplier<String> full, String source, @Nullable Action change) {
    var value = new MaskedValue(masked, full);
    value.addClassName("yc-lead");
    return new Prefilled(label, value, source, change);
  }

  private Prefilled(String label, Component value, String source, @Nullable Action change) {
    addClassNames("yc-sheet", "yc-from");
    add(new Div(Parts.note(label), value, Chip.of(Chip.Kind.INFO, Icon.DATABASE, source)));
    if (change != null) {
      add(new ActionButton(change.icon() == null ? change.with(Icon.PENCIL) : change).small());
    }
  }

  /** The line above a field: its label and, at the right, an example. */
  public static Div label(String label, @Nullable String example) {
    var line = Parts.div("yc-lab", new com.vaadin.flow.component.html.Span(label));
    Parts.addNote(line, example);
    return line;
  }
}
