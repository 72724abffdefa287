package io.yichuang.kiosk.form;

import io.yichuang.kiosk.catalogue.Question;
import io.yichuang.kiosk.journey.Answer;
import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.Masked;
import io.yichuang.kiosk.ui.SummaryRow;
import java.util.Locale;

/**
 * A question and what was answered, to be checked before signing: numbers and names masked until
 * held.
 */
public final class AnswerRow {
  private AnswerRow() {}

  /**
   * The row.
   *
   * @param name whether the answer is somebody's name
   * @param change leads back to the question
   */
  public static SummaryRow of(
      Question question,
      boolean name,
      Answer answer,
      Locale language,
      Shown.Words words,
      Action change) {
    String label = question.label().in(language);
    var row =
        switch (question.type()) {
          case PHONE -> SummaryRow.masked(label, Masked.phone(answer.value()), answer::value, null);
          case ID_NUMBER ->
              SummaryRow.masked(label, Masked.id(answer.value()), answer::value, null);
          case TEXT, CHOICE, DATE, MONEY, NUMBER ->
              name
                  ? SummaryRow.masked(label, Masked.name(answer.value()), answer::value, null)
                  : new SummaryRow(
                      label, Shown.value(question, answer.value(), language, words), null);
        };
    return row.with(change);
  }
}
