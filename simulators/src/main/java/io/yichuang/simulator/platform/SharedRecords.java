package io.yichuang.simulator.platform;

import io.yichuang.simulator.people.People;
import io.yichuang.simulator.people.Person;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What other departments hold about the synthetic citizens. */
final class SharedRecords {
  private static final Set<String> PURPOSES = Set.of("identity", "prefill", "material");
  private static final int RETRY_SECONDS = 60;

  private final JsonNode records = Json.resource("records.json");
  private final People people;
  private final PlatformClock clock;

  SharedRecords(People people, PlatformClock clock) {
    this.people = people;
    this.clock = clock;
  }

  /**
   * One record, in the form of the contract.
   *
   * @throws Problem malformed, unknown-person, no-record or department-down
   */
  Map<String, Object> answer(String dataset, JsonNode request) {
    if (!PURPOSES.contains(Json.text(request, "purpose"))) {
      throw Problem.malformed("'purpose' is none of " + PURPOSES.stream().sorted().toList());
    }
    Json.text(request, "item");
    Person person = person(Json.text(request, "idNumber"), Json.text(request, "name"));
    Map<String, String> fields = fields(dataset, person);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("dataset", dataset);
    answer.put(
        "department",
        Json.map((dataset.equals("portrait") ? of("residence") : of(dataset)).get("department")));
    answer.put("recordedOn", recordedOn().toString());
    answer.put("fetchedAt", clock.real().toString());
    answer.put("fields", fields);
    return answer;
  }

  private LocalDate recordedOn() {
    return YearMonth.from(clock.today()).minusMonths(1).atEndOfMonth();
  }

  private Person person(String idNumber, String name) {
    return people
        .byNumber(idNumber)
        .filter(p -> p.name().equals(name))
        .orElseThrow(() -> new Problem(404, "unknown-person", "No such name and number"));
  }

  Person person(String idNumber) {
    return people
        .byNumber(idNumber)
        .orElseThrow(() -> new Problem(404, "unknown-person", "No such number"));
  }

  private JsonNode of(String dataset) {
    JsonNode record = records.get(dataset);
    if (record == null) {
      throw new Problem(404, "no-record", "There is no such dataset");
    }
    return record;
  }

  private Map<String, String> fields(String dataset, Person person) {
    if (dataset.equals("portrait")) {
      byte[] picture = people.portrait(person).orElseThrow(SharedRecords::none);
      return Map.of("image", Base64.getEncoder().encodeToString(picture));
    }
    JsonNode record = of(dataset);
    if (names(record, "down", person)) {
      throw new Problem(
          503,
          "department-down",
          "The department does not answer; retry in " + RETRY_SECONDS + " s");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    JsonNode own = record.path("people").path(person.id());
    (own.isMissingNode() ? record.get("default") : own)
        .properties()
        .forEach(field ->
            fields.put(
                field.getKey(), field.getValue().asString().replace("{address}", address(person))));
    if (names(record, "without", person) || "".equals(fields.get("address"))) {
      throw none();
    }
    if (dataset.equals("social-insurance")) {
      for (Map<String, String> row : insurances(24)) {
        fields.put(row.get("insurance"), row.get("months") + "/24");
      }
    }
    return fields;
  }

  /** The rows of a social insurance certificate over the last months, this one not counted. */
  List<Map<String, String>> insurances(int months) {
    YearMonth last = YearMonth.from(clock.today()).minusMonths(1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (JsonNode insurance : of("social-insurance").get("insurances")) {
      rows.add(
          Map.of(
              "insurance", insurance.get("insurance").asString(),
              "from", last.minusMonths(months - 1L).toString(),
              "to", last.toString(),
              "months", String.valueOf(months - insurance.get("gap").asInt()),
              "base", insurance.get("base").asString()));
    }
    return rows;
  }

  /** The plain fields of a record, or none if there is no such record. */
  Map<String, String> fieldsOf(String idNumber, String dataset) {
    return fields(dataset, person(idNumber));
  }

  private static boolean names(JsonNode record, String list, Person person) {
    return record.path(list).valueStream().anyMatch(id -> id.asString().equals(person.id()));
  }

  private static String address(Person person) {
    String newer = person.appendedAddress();
    return newer == null ? person.address() : newer;
  }

  private static Problem none() {
    return new Problem(404, "no-record", "The department holds no such record");
  }

  /** A person in the form of the contract. */
  static Map<String, Object> personBody(Person person) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", person.name());
    body.put("idNumber", person.number());
    body.put("address", address(person));
    body.put("birth", birth(person).toString());
    body.put("sex", person.sex().matches("[0129]") ? person.sex() : "0");
    body.put("phone", person.phone());
    return body;
  }

  /** The card's own date, or the one in the number: one card of the list has a 13th month. */
  private static LocalDate birth(Person person) {
    String inNumber = person.number().length() == 18 ? person.number().substring(6, 14) : "";
    return date(person.birth()).or(() -> date(inNumber)).orElse(LocalDate.EPOCH);
  }

  private static Optional<LocalDate> date(String digits) {
    try {
      return Optional.of(LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
