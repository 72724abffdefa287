package io.yichuang.simulator.platform;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A submission's answers, held against the questions of its item. */
final class Answers {
  private static final int MOST_CHARACTERS = 500;

  private Answers() {}

  /** Values by question. */
  static Map<String, String> of(JsonNode submission) {
    Map<String, String> values = new LinkedHashMap<>();
    for (JsonNode answer : submission.get("answers")) {
      values.put(Json.text(answer, "question"), Json.text(answer, "value", "").strip());
    }
    return values;
  }

  /**
   * Refuses answers that are missing, not asked for, or not what the question asks.
   *
   * @throws Problem missing-answer or malformed, naming questions but never values
   */
  static void check(JsonNode item, JsonNode submission, LocalDate today) {
    Map<String, String> values = of(submission);
    List<String> missing = new ArrayList<>();
    List<String> bad = new ArrayList<>(values.keySet());
    for (JsonNode question : item.get("questions")) {
      String id = question.get("id").asString();
      String value = values.getOrDefault(id, "");
      if (!asked(question, values)) {
        continue;
      }
      if (value.isEmpty()) {
        bad.remove(id);
        if (question.get("required").asBoolean()) {
          missing.add(id);
        }
      } else if (fits(question, value, values, today)) {
        bad.remove(id);
      }
    }
    if (!missing.isEmpty()) {
      throw new Problem(422, "missing-answer", "Required questions have no answer", missing);
    }
    if (!bad.isEmpty()) {
      throw new Problem(400, "malformed", "Answers that the questions do not allow: " + bad);
    }
  }

  private static boolean asked(JsonNode question, Map<String, String> values) {
    JsonNode when = question.get("when");
    return when == null
        || when.get("equals").asString().equals(values.get(when.get("question").asString()));
  }

  private static boolean fits(
      JsonNode question, String value, Map<String, String> values, LocalDate today) {
    return switch (question.get("type").asString()) {
      case "choice" ->
          question
              .get("options")
              .valueStream()
              .anyMatch(o -> o.get("value").asString().equals(value));
      case "date" -> dateFits(question, value, values, today);
      case "money", "number" ->
          value.matches("[0-9]{1,15}")
              && Long.parseLong(value) >= limit(question, "minimum", 0)
              && Long.parseLong(value) <= limit(question, "maximum", Long.MAX_VALUE);
      case "phone" -> value.matches("1[0-9]{10}");
      case "id-number" -> value.matches("[0-9A-Z]{15,18}");
      default ->
          value.codePointCount(0, value.length()) >= limit(question, "minLength", 0)
              && value.codePointCount(0, value.length())
                  <= limit(question, "maxLength", MOST_CHARACTERS);
    };
  }

  private static boolean dateFits(
      JsonNode question, String value, Map<String, String> values, LocalDate today) {
    try {
      LocalDate date = LocalDate.parse(value);
      String bound = Json.text(question, "notBefore", "");
      if (bound.isEmpty()) {
        return true;
      }
      return !date.isBefore(
          bound.equals("today") ? today : LocalDate.parse(values.getOrDefault(bound, "")));
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static long limit(JsonNode question, String name, long otherwise) {
    return question.has(name) ? question.get(name).asLong() : otherwise;
  }
}
