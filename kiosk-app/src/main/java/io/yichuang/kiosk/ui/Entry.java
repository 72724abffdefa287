package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A labelled field that the keyboard of the house writes into. It holds the focus as soon as it is
 * shown, and no keyboard of the operating system ever comes.
 */
public final class Entry extends Div {
  private final TextField field = new TextField();

  /**
   * A field.
   *
   * @param id {@code data-field}
   * @param example said beside the label, or null
   * @param value what stands in it already
   * @param most characters
   * @param typed called with each change
   */
  public Entry(
      String id,
      String label,
      @Nullable String example,
      String value,
      int most,
      Consumer<String> typed) {
    addClassName("yc-entry");
    var head = Parts.div("yc-lab", Parts.strong(label));
    Parts.addNote(head, example);
    field.addClassName("yc-field");
    field.setValue(value);
    field.setMaxLength(most);
    field.setValueChangeMode(ValueChangeMode.EAGER);
    field.setClearButtonVisible(true);
    field.setAutofocus(true);
    // Else Chromium writes what is typed into its profile, to restore the page after a crash.
    field.setAutocomplete(Autocomplete.OFF);
    field.getElement().setAttribute("data-field", id);
    field.setAriaLabel(label);
    field.getElement().executeJs("this.inputElement.inputMode='none'");
    field.addValueChangeListener(change -> typed.accept(change.getValue()));
    field.focus();
    add(head, field);
  }

  /** Puts a value in, as if it had been typed. */
  public void value(String value) {
    field.setValue(value);
  }

  /** The word after the value (元, 平方米). */
  public Entry unit(String unit) {
    field.setSuffixComponent(Parts.note(unit));
    return this;
  }
}
