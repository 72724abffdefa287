package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A labelled field that the keyboard of the house writes into. It holds the focus as soon as it is
 * shown, and no keyboard of the operating system ever comes. A screen keeps the same one while its
 * page is drawn anew, and {@linkplain #show shows} it each time: what somebody types meanwhile is
 * told to a field that is still there.
 */
public final class Entry extends Div {
  private final TextField field = new TextField();
  private final Div head = Parts.div("yc-lab");
  private boolean showing;

  /**
   * An empty field.
   *
   * @param id {@code data-field}
   * @param most characters
   * @param typed called with each change
   */
  public Entry(String id, int most, Consumer<String> typed) {
    addClassName("yc-entry");
    field.addClassName("yc-field");
    field.setMaxLength(most);
    field.setValueChangeMode(ValueChangeMode.EAGER);
    field.setClearButtonVisible(true);
    field.setAutofocus(true);
    // Else Chromium writes what is typed into its profile, to restore the page after a crash.
    field.setAutocomplete(Autocomplete.OFF);
    field.getElement().setAttribute("data-field", id);
    field.addAttachListener(_ -> {
      field.getElement().executeJs("this.inputElement.inputMode='none'");
      field.focus();
    });
    field.addValueChangeListener(change -> {
      if (!showing) {
        typed.accept(change.getValue());
      }
    });
    add(head, field);
  }

  /**
   * In the language of the page.
   *
   * @param example said beside the label, or null
   * @param value what stands in it; left alone if it does already
   */
  public Entry show(String label, @Nullable String example, String value) {
    head.removeAll();
    head.add(Parts.strong(label));
    Parts.addNote(head, example);
    field.setAriaLabel(label);
    if (!field.getValue().equals(value)) {
      showing = true;
      field.setValue(value);
      showing = false;
    }
    return this;
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
