package io.yichuang.simulator.platform;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** 电子证照: the results of finished cases, as data. Driven by the template of the item alone. */
final class Licences {
  private static final String VERIFY = "https://verify.example.invalid/c/";
  private static final int TOKEN_BYTES = 16;
  private static final int LONGEST_PERIOD_MONTHS = 60;

  private final RandomGenerator random;
  private final SharedRecords records;

  Licences(RandomGenerator random, SharedRecords records) {
    this.random = random;
    this.records = records;
  }

  /** The result of a case; the first one with a certificate. */
  JsonNode of(CaseRecord finished, JsonNode item, Instant now) {
    JsonNode result = item.get("results").get(0);
    LocalDate today = PlatformClock.day(now);
    String number =
        item.get("code").asString().replace("-", "")
            + "-"
            + today.format(DateTimeFormatter.BASIC_ISO_DATE)
            + "-"
            + finished.code().substring(14, 18);
    byte[] token = new byte[TOKEN_BYTES];
    random.nextBytes(token);
    Map<String, Object> licence = new LinkedHashMap<>();
    licence.put("number", number);
    licence.put("result", result.get("id").asString());
    licence.put("issuer", issuer(item));
    licence.put("issuedOn", today.toString());
    licence.put("verification", VERIFY + HexFormat.of().formatHex(token));
    licence.put("fields", fields(finished, item, result.path("certificate"), number));
    return Json.MAPPER.valueToTree(licence);
  }

  private static Map<String, String> issuer(JsonNode item) {
    Map<String, String> suffix = Texts.of("issuer.suffix");
    JsonNode department = item.get("department");
    Map<String, String> issuer = new LinkedHashMap<>();
    suffix.forEach(
        (language, text) -> issuer.put(language, department.get(language).asString() + text));
    return issuer;
  }

  private Map<String, Object> fields(
      CaseRecord finished, JsonNode item, JsonNode template, String number) {
    Map<String, String> known = new LinkedHashMap<>();
    JsonNode submission = finished.submission();
    for (JsonNode material : item.get("materials")) {
      // A scanned record is on paper only.
      if (material.has("dataset") && sharedIn(submission, material.get("id").asString())) {
        known.putAll(records.fieldsOf(finished.idNumber(), material.get("dataset").asString()));
      }
    }
    Map<String, String> values = Answers.of(submission);
    for (JsonNode question : item.get("questions")) {
      String id = question.get("id").asString();
      if (values.containsKey(id)) {
        known.put(id, shown(question, values.get(id)));
      }
    }
    for (JsonNode party : submission.get("parties")) {
      known.put("party." + Json.text(party, "role"), Json.text(party, "name", ""));
    }
    known.put("number", number);
    known.put("name", Json.text(submission.get("actor"), "name"));
    known.put("idNumber", finished.idNumber());
    Map<String, Object> fields = new LinkedHashMap<>();
    for (JsonNode row : template.path("rows")) {
      String field = row.get("field").asString();
      fields.put(field, known.getOrDefault(field, ""));
    }
    if (template.has("table")) {
      String period = values.getOrDefault("period", "");
      int months = period.matches("[0-9]{1,2}") ? Integer.parseInt(period) : 12;
      fields.put(
          template.get("table").get("field").asString(),
          records.insurances(Math.min(months, LONGEST_PERIOD_MONTHS)));
    }
    return fields;
  }

  private static boolean sharedIn(JsonNode submission, String id) {
    return submission
        .get("materials")
        .valueStream()
        .anyMatch(
            m -> Json.text(m, "material").equals(id) && Json.text(m, "means", "").equals("shared"));
  }

  /** A value as it stands on a Chinese certificate. */
  private static String shown(JsonNode question, String value) {
    return switch (question.get("type").asString()) {
      case "choice" ->
          question
              .get("options")
              .valueStream()
              .filter(o -> o.get("value").asString().equals(value))
              .map(o -> o.get("label").get("zh").asString())
              .findFirst()
              .orElse(value);
      case "money" -> new BigDecimal(value).movePointLeft(2).toPlainString() + "元";
      case "date" -> Dates.zh(LocalDate.parse(value));
      default -> value;
    };
  }
}
