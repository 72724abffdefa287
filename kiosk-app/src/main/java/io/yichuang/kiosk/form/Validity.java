package io.yichuang.kiosk.form;

import io.yichuang.kiosk.catalogue.Question;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a typed answer can be one. Pure: the same answers give the same verdict. Dates are stored
 * as {@code 2026-03-01}, money in fen, everything else as typed.
 */
public final class Validity {
  private static final DateTimeFormatter DIGITS =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  private Validity() {}

  /**
   * What is wrong with an answer, as the key of its words; empty if nothing is.
   *
   * @param values the other answers by question, as stored
   * @param today for dates
   */
  public static Optional<String> problem(
      Question question, String value, Map<String, String> values, LocalDate today) {
    if (value.isBlank()) {
      return question.required() ? Optional.of("form.problem.empty") : Optional.empty();
    }
    return switch (question.type()) {
      case TEXT -> length(question, value);
      case CHOICE ->
          question.choices().stream().anyMatch(option -> option.value().equals(value))
              ? Optional.empty()
              : Optional.of("form.problem.empty");
      case PHONE ->
          value.matches("1[0-9]{10}") ? Optional.empty() : Optional.of("form.problem.phone");
      case ID_NUMBER -> IdNumber.problem(value, today);
      case NUMBER, MONEY -> range(question, value);
      case DATE -> date(question, value, values, today);
    };
  }

  private static Optional<String> length(Question question, String value) {
    int length = value.codePointCount(0, value.length());
    Integer least = question.minLength();
    Integer most = question.maxLength();
    if (least != null && length < least) {
      return Optional.of("form.problem.short");
    }
    return most != null && length > most ? Optional.of("form.problem.long") : Optional.empty();
  }

  private static Optional<String> range(Question question, String value) {
    if (!value.matches("[0-9]{1,12}")) {
      return Optional.of("form.problem.number");
    }
    long number = Long.parseLong(value);
    Integer least = question.minimum();
    Integer most = question.maximum();
    if (least != null && number < least) {
      return Optional.of("form.problem.too-little");
    }
    return most != null && number > most ? Optional.of("form.problem.too-much") : Optional.empty();
  }

  private static Optional<String> date(
      Question question, String value, Map<String, String> values, LocalDate today) {
    Optional<LocalDate> date = day(value);
    if (date.isEmpty()) {
      return Optional.of("form.problem.date");
    }
    return earliest(question, values, today).filter(date.get()::isBefore).isPresent()
        ? Optional.of("form.problem.too-early")
        : Optional.empty();
  }

  /** The day that a date must not lie before; an other answer that is no date bounds nothing. */
  private static Optional<LocalDate> earliest(
      Question question, Map<String, String> values, LocalDate today) {
    String bound = question.notBefore();
    if (bound == null) {
      return Optional.empty();
    }
    if (bound.equals("today")) {
      return Optional.of(today);
    }
    // What is wrong with that answer is said on its own page.
    return day(values.getOrDefault(bound, ""));
  }

  /** Four digits of a year and no more: nobody means the year +12026. */
  private static Optional<LocalDate> day(String stored) {
    if (!stored.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(stored));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Typed on the pad, stored as the contract wants it; what cannot be read stays as it is and is
   * refused later.
   */
  static String stored(Question.Type type, String typed) {
    String bare = typed.strip();
    return switch (type) {
      case DATE -> bare.matches("[0-9]{8}") ? isoDate(bare) : bare;
      case MONEY ->
          bare.matches("[0-9]{1,9}(\\.[0-9]{1,2})?")
              ? new BigDecimal(bare).movePointRight(2).toBigInteger().toString()
              : bare;
      case TEXT, CHOICE, NUMBER, PHONE, ID_NUMBER -> bare;
    };
  }

  private static String isoDate(String digits) {
    try {
      return LocalDate.parse(digits, DIGITS).toString();
    } catch (DateTimeException e) {
      return digits;
    }
  }

  /** The stored value as it is typed. */
  static String typed(Question.Type type, String stored) {
    return switch (type) {
      case DATE -> stored.replace("-", "");
      case MONEY ->
          stored.matches("[0-9]{1,12}")
              ? new BigDecimal(stored).movePointLeft(2).stripTrailingZeros().toPlainString()
              : stored;
      case TEXT, CHOICE, NUMBER, PHONE, ID_NUMBER -> stored;
    };
  }
}
