package io.yichuang.kiosk.ui;

import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** 好差评: five words, never faces. */
public final class RatingRow extends Div {
  /** Best (5, 非常满意) to worst (1, 非常不满意): the order in which the words stand. */
  public static final int BEST = 5;

  private final List<Key> words = new ArrayList<>();
  private boolean taken;

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
    taken = chosen != null;
    for (int i = 0; i < BEST; i++) {
      int grade = BEST - i;
      var word = new Key("rate-" + grade, () -> choose(grade, given));
      word.setText(texts.get(i));
      word.binds(texts.get(i));
      word.getElement().setAttribute("role", "radio");
      mark(word, chosen != null && chosen == grade);
      words.add(word);
      add(word);
    }
  }

  /** The first touch counts; it is sent at once. */
  private void choose(int grade, IntConsumer given) {
    if (taken) {
      return;
    }
    taken = true;
    for (int i = 0; i < BEST; i++) {
      mark(words.get(i), grade == BEST - i);
    }
    given.accept(grade);
  }

  private static void mark(Key word, boolean chosen) {
    word.setClassName("yc-chosen", chosen);
    word.getElement().setAttribute("aria-checked", Boolean.toString(chosen));
  }
}
