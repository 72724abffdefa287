package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** 好差评: five words, never faces. */
public final class RatingRow extends Div {
  /** Best (5, 非常满意) to worst (1, 非常不满意): the order in which the words stand. */
  public static final int BEST = 5;

  private final List<NativeButton> words = new ArrayList<>();

  /**
   * The five words.
   *
   * @param texts five words from the best to the worst
   * @param chosen grade 5 to 1 already given, or null
   * @param given called with the grade 5 to 1
   */
  public RatingRow(List<String> texts, @Nullable Integer chosen, IntConsumer given) {
    if (texts.size() != BEST) {
      throw new IllegalArgumentException("a rating has five words, not " + texts.size());
    }
    addClassName("yc-rating");
    getElement().setAttribute("role", "radiogroup");
    for (int i = 0; i < BEST; i++) {
      int grade = BEST - i;
      var word = new NativeButton(texts.get(i));
      word.getElement().setAttribute("type", "button");
      word.getElement().setAttribute("role", "radio");
      word.getElement().setAttribute("data-action", "rate-" + grade);
      mark(word, chosen != null && chosen == grade);
      word.addClickListener(_ -> {
        words.forEach(other -> mark(other, other.equals(word)));
        given.accept(grade);
      });
      words.add(word);
      add(word);
    }
  }

  private static void mark(NativeButton word, boolean chosen) {
    word.setClassName("yc-chosen", chosen);
    word.getElement().setAttribute("aria-checked", Boolean.toString(chosen));
  }
}
