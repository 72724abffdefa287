package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Label, value and, if it may be changed, a word to press. */
public final class SummaryRow extends Div {
  private final Div value;

  /** A row whose value may be shown as it is. */
  public SummaryRow(String label, String text, @Nullable String note) {
    this(label, new Span(text), note);
  }

  private SummaryRow(String label, Span text, @Nullable String note) {
    addClassName("yc-summary");
    value = Parts.div("yc-dd", text);
    Parts.addNote(value, note);
    add(Parts.span("yc-dt", label), value);
  }

  /**
   * A masked value: pressed for 3 s it shows in full, and hides itself again. The full value goes
   * to the page only then.
   */
  public static SummaryRow masked(
      String label, String masked, Supplier<String> full, @Nullable String note) {
    return new SummaryRow(label, new MaskedValue(masked, full), note);
  }

  /** The word at the right, underlined. */
  public SummaryRow with(Action action) {
    add(new ActionButton(action).link());
    return this;
  }
}
