package io.yichuang.simulator.platform;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** Whether the value of an answer is of the question's type and in its limits. */
final class AnswerCheck {
  private AnswerCheck() {}

  /**
   * @param others the values of other answers, by question
   */
  static boolean fits(JsonNode question, String value, UnaryOperator<String> others) {
    return switch (question.get("type").asString()) {
      case "choice" ->
          Catalogue.each(question, "options")
              .anyMatch(option -> option.get("value").asString().equals(value));
      case "date" -> date(value).filter(day -> isNotBefore(question, day, others)).isPresent();
      // Money is told in fen, as its limits are.
      case "money", "number" -> number(question, value);
      case "phone" -> value.matches("1[0-9]{10}");
      // 18 characters of a resident, or those of a foreigner's card of 2017.
      case "id-number" -> value.matches("[0-9]{17}[0-9X]|[A-Z]{3}[0-9]{12}|[0-9]{15}");
      default -> text(question, value);
    };
  }

  private static boolean text(JsonNode question, String value) {
    int length = value.codePointCount(0, value.length());
    return length >= question.path("minLength").asInt(0)
        && length <= question.path("maxLength").asInt(Integer.MAX_VALUE);
  }

  private static boolean number(JsonNode question, String value) {
    if (!value.matches("[0-9]{1,15}")) {
      return false;
    }
    long number = Long.parseLong(value);
    return number >= question.path("minimum").asLong(0)
        && number <= question.path("maximum").asLong(Long.MAX_VALUE);
  }

  private static boolean isNotBefore(
      JsonNode question, LocalDate day, UnaryOperator<String> others) {
    if (!question.has("notBefore")) {
      return true;
    }
    // "today" was true at the terminal; a submission may arrive a day later.
    String bound = question.get("notBefore").asString();
    return bound.equals("today")
        || date(others.apply(bound)).map(first -> !day.isBefore(first)).orElse(true);
  }

  private static Optional<LocalDate> date(String value) {
    try {
      return Optional.of(LocalDate.parse(value));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
