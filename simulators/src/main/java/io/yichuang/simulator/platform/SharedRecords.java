package io.yichuang.simulator.platform;

import io.yichuang.simulator.people.CardKind;
import io.yichuang.simulator.people.People;
import io.yichuang.simulator.people.Person;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What other departments hold about the synthetic citizens; always the same for the same one. */
final class SharedRecords {
  static final Set<String> DATASETS =
      Set.of("portrait", "residence", "property", "social-insurance", "phone");

  /** People without a home of their own on record, and without insurance, so that both occur. */
  private static final Set<String> NO_PROPERTY = Set.of("chen-fu", "lin-jiaying");

  private static final Set<String> NO_INSURANCE = Set.of("li-defu", "qian-weiming");

  /** Since when everybody is insured, so that no certificate runs out of months. */
  private static final YearMonth INSURED_SINCE = YearMonth.of(2019, 3);

  private final People people;

  SharedRecords(People people) {
    this.people = people;
  }

  /**
   * The fields of a record.
   *
   * @throws Refusal if the person is unknown or has no such record
   */
  Map<String, String> fields(String dataset, Person person, LocalDate today) {
    Map<String, String> fields = new LinkedHashMap<>();
    switch (dataset) {
      case "portrait" ->
          fields.put(
              "image",
              Base64.getEncoder()
                  .encodeToString(people.portrait(person).orElseThrow(SharedRecords::noRecord)));
      case "residence" -> {
        demand(person.kind() == CardKind.RESIDENT || person.kind() == CardKind.PERMIT);
        String newer = person.appendedAddress();
        fields.put("name", person.name());
        fields.put("address", newer == null ? person.address() : newer);
      }
      case "property" -> {
        demand(person.kind() == CardKind.RESIDENT && !NO_PROPERTY.contains(person.id()));
        String newer = person.appendedAddress();
        fields.put("owner", person.name());
        fields.put("address", newer == null ? person.address() : newer);
        fields.put("certificate", Words.zh("record.property.certificate", number(person)));
        fields.put("area", "78.60");
        fields.put("use", Words.zh("record.property.use"));
      }
      case "social-insurance" -> {
        demand(!NO_INSURANCE.contains(person.id()));
        fields.put("name", person.name());
        fields.put("unit", Words.zh("record.insurance.employer"));
        fields.put("since", month(INSURED_SINCE));
        fields.put("state", Words.zh("record.insurance.state"));
        fields.put("paidUntil", month(YearMonth.from(today).minusMonths(1)));
      }
      case "phone" -> {
        demand(!person.phone().isBlank());
        fields.put("phone", person.phone());
      }
      default -> throw new Refusal(404, "no-record", "There is no such dataset");
    }
    return fields;
  }

  /** Department that holds a dataset. */
  static ObjectNode department(String dataset) {
    return switch (dataset) {
      case "property" -> Words.of("department.property");
      case "social-insurance" -> Words.of("department.social-insurance");
      case "phone" -> Words.of("department.platform");
      default -> Words.of("department.police");
    };
  }

  /** The last working month's books: records are as of the first of this month. */
  static LocalDate recordedOn(LocalDate today) {
    return today.withDayOfMonth(1);
  }

  /** Adds what a certificate of the last {@code months} months says. */
  void certify(ObjectNode fields, Person person, int months, LocalDate today) {
    demand(!NO_INSURANCE.contains(person.id()));
    YearMonth last = YearMonth.from(today).minusMonths(1);
    YearMonth first = last.minusMonths(months - 1L);
    fields.put("unit", Words.zh("record.insurance.employer"));
    fields.put("period", Words.zh("record.insurance.period", first, last));
    ArrayNode rows = fields.putArray("insurances");
    for (String insurance : Words.zh("record.insurance.kinds").split(" ")) {
      ObjectNode row = JsonMapper.shared().createObjectNode();
      row.put("kind", insurance);
      row.put("from", month(first));
      row.put("to", month(last));
      row.put("months", String.valueOf(months));
      rows.add(row);
    }
  }

  /** The person, or the refusal of the contract. */
  Person person(String idNumber) {
    return people
        .byNumber(idNumber)
        .orElseThrow(() -> new Refusal(404, "unknown-person", "Nobody has this number"));
  }

  private static String number(Person person) {
    return "%09d".formatted(Math.floorMod(person.number().hashCode(), 1_000_000_000));
  }

  private static String month(YearMonth month) {
    return Words.zh("record.month", month);
  }

  private static void demand(boolean there) {
    if (!there) {
      throw noRecord();
    }
  }

  private static Refusal noRecord() {
    return new Refusal(404, "no-record", "There is no such record about this person");
  }
}
