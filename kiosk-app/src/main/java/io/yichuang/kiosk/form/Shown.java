package io.yichuang.kiosk.form;

import io.yichuang.kiosk.catalogue.Question;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Stored answers as people say them. */
public final class Shown {
  private Shown() {}

  /** Words from the bundles. */
  public interface Words {
    String of(String key, Object... values);
  }

  /** The answer in words: a choice's label, a date, an amount. */
  public static String value(Question question, String stored, Locale language, Words words) {
    if (stored.isEmpty()) {
      return words.of("form.nothing");
    }
    return switch (question.type()) {
      case CHOICE ->
          question.choices().stream()
              .filter(option -> option.value().equals(stored))
              .findFirst()
              .map(option -> option.label().in(language))
              .orElse(stored);
      case DATE -> date(stored, words);
      case MONEY -> withUnit(question, amount(stored), language);
      case NUMBER -> withUnit(question, stored, language);
      case TEXT, PHONE, ID_NUMBER -> stored;
    };
  }

  private static String date(String stored, Words words) {
    try {
      LocalDate date = LocalDate.parse(stored);
      return words.of(
          "form.date",
          Integer.toString(date.getYear()),
          date.getMonthValue(),
          date.getDayOfMonth());
    } catch (DateTimeParseException e) {
      return stored;
    }
  }

  private static String amount(String fen) {
    return fen.matches("[0-9]{1,12}")
        ? new BigDecimal(fen).movePointLeft(2).stripTrailingZeros().toPlainString()
        : fen;
  }

  private static String withUnit(Question question, String value, Locale language) {
    if (question.unit() == null) {
      return value;
    }
    // Chinese sets no space between a number and its unit, English does.
    String between = language.getLanguage().equals("en") ? " " : "";
    return value + between + question.unit().in(language);
  }
}
