package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Large cards of which one is chosen. */
public final class ChoiceCards extends Div {
  /**
   * A card.
   *
   * @param id value and {@code data-action}
   * @param icon before the words, or null
   * @param open false shows the dashed form; say the reason in the note
   */
  public record Choice(
      String id, @Nullable Icon icon, String title, @Nullable String note, boolean open) {
    /** A choice that can be taken. */
    public Choice(String id, @Nullable Icon icon, String title, @Nullable String note) {
      this(id, icon, title, note, true);
    }
  }

  private final List<Key> cards = new ArrayList<>();

  /**
   * The cards, one of them chosen or none.
   *
   * @param chosen id of the choice already taken, or null
   * @param taken called with the id
   */
  public ChoiceCards(List<Choice> choices, @Nullable String chosen, Consumer<String> taken) {
    addClassName("yc-pick");
    getElement().setAttribute("role", "radiogroup");
    for (Choice choice : choices) {
      var card = card(choice, () -> take(choice, taken));
      mark(card, choice.id().equals(chosen));
      cards.add(card);
      add(card);
    }
  }

  private void take(Choice choice, Consumer<String> taken) {
    cards.forEach(card -> mark(card, card.action().equals(choice.id())));
    taken.accept(choice.id());
  }

  private static Key card(Choice choice, Runnable press) {
    var card = new Key(choice.id(), press);
    card.addClassNames("yc-tile", "yc-choice");
    card.getElement().setAttribute("role", "radio");
    if (choice.icon() != null) {
      card.add(choice.icon().icon());
    }
    var words = new Span(Parts.strong(choice.title()));
    words.addClassName("yc-tile-words");
    Parts.addNote(words, choice.note());
    card.add(
        words,
        new Svg(
            "<svg class=\"yc-i yc-radio\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><circle"
                + " cx=\"12\" cy=\"12\" r=\"9\"/><path d=\"m7.5 12.3 3 3 6-6.6\"/></svg>"));
    if (!choice.open()) {
      card.addClassName("yc-shut");
      card.setEnabled(false);
    }
    return card;
  }

  private static void mark(Key card, boolean chosen) {
    card.setClassName("yc-chosen", chosen);
    card.getElement().setAttribute("aria-checked", Boolean.toString(chosen));
  }
}
