package io.yichuang.simulator.platform;

import io.yichuang.simulator.people.Person;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Issues the results of finished cases, as data. */
final class Licences {
  private static final int TOKEN_BYTES = 16;

  /** Of a proof of insurance: it tells a state that changes. */
  private static final int VALID_MONTHS = 3;

  /** An invented host: nothing answers there. */
  private static final String VERIFY = "https://verify.example/l/";

  private final Catalogue catalogue;
  private final SharedRecords records;
  private final PlatformClock clock;
  private final SecureRandom random = new SecureRandom();

  Licences(Catalogue catalogue, SharedRecords records, PlatformClock clock) {
    this.catalogue = catalogue;
    this.records = records;
    this.clock = clock;
  }

  /**
   * The result of a case, issued today.
   *
   * @throws Refusal if it certifies a record that is not there
   */
  ObjectNode issue(StoredCase of) {
    JsonNode item = catalogue.known(of.item());
    JsonNode result = item.get("results").get(0);
    LocalDate today = clock.today();
    ObjectNode licence = JsonMapper.shared().createObjectNode();
    licence.put("number", "ZZ" + of.code());
    licence.put("result", result.get("id").asString());
    licence.set("issuer", item.get("department"));
    licence.put("issuedOn", today.toString());
    licence.put("verification", VERIFY + token());
    ObjectNode fields = licence.putObject("fields");
    fields.put("name", of.actor().get("name").asString());
    fields.put("idNumber", Words.maskedNumber(of.actor().get("idNumber").asString()));
    for (JsonNode answer : of.submission().get("answers")) {
      fields.put(answer.get("question").asString(), shown(item, answer));
    }
    boolean certifies =
        Catalogue.each(item, "materials")
            .anyMatch(m -> m.path("dataset").asString("").equals("social-insurance"));
    if (certifies) {
      licence.put("validUntil", today.plusMonths(VALID_MONTHS).toString());
      Person person = records.person(of.actor().get("idNumber").asString());
      int months = Integer.parseInt(SubmissionCheck.answer(of.submission(), "period"));
      records.certify(fields, person, months, today);
    }
    return licence;
  }

  /** Numbers of others are hidden in a result. */
  private static String shown(JsonNode item, JsonNode answer) {
    String value = answer.get("value").asString();
    return Catalogue.each(item, "questions")
            .filter(question -> question.get("id").equals(answer.get("question")))
            .anyMatch(question -> question.get("type").asString().equals("id-number"))
        ? Words.maskedNumber(value)
        : value;
  }

  private String token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
