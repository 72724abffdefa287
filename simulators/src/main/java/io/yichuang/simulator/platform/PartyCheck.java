package io.yichuang.simulator.platform;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Whether all parties of an item are named, as themselves. */
final class PartyCheck {
  private PartyCheck() {}

  /**
   * @throws Refusal that lists the roles that are missing or do not fit
   */
  static void check(JsonNode item, JsonNode body) {
    List<String> roles =
        Catalogue.each(item, "parties").map(party -> party.get("role").asString()).toList();
    if (!Catalogue.each(body, "parties")
        .allMatch(party -> roles.contains(party.get("role").asString()))) {
      throw Refusal.malformed("There is a party that the item does not know");
    }
    List<String> wrong =
        Catalogue.each(item, "parties")
            .filter(
                wanted -> named(wanted, body).filter(p -> fits(wanted, p, item, body)).isEmpty())
            .map(wanted -> wanted.get("role").asString())
            .toList();
    if (!wrong.isEmpty()) {
      throw new Refusal(
          400, "malformed", "Parties are not named, or not as the answers say", wrong);
    }
  }

  private static Optional<JsonNode> named(JsonNode wanted, JsonNode body) {
    List<JsonNode> parties =
        Catalogue.each(body, "parties")
            .filter(party -> party.get("role").equals(wanted.get("role")))
            .toList();
    return parties.size() == 1 && !parties.getFirst().get("name").asString().isBlank()
        ? Optional.of(parties.getFirst())
        : Optional.empty();
  }

  private static boolean fits(JsonNode wanted, JsonNode party, JsonNode item, JsonNode body) {
    boolean here = wanted.get("verify").asString().equals("here");
    // Who is to confirm later cannot have confirmed; who is here has, by submitting.
    if (!party.path("confirmed").isBoolean() || party.get("confirmed").asBoolean() != here) {
      return false;
    }
    return here
        ? party.get("name").equals(body.get("actor").get("name"))
            && party.path("idNumber").equals(body.get("actor").get("idNumber"))
        : asAnswered(party, item, body);
  }

  /** The questions that name this party have the same name and number as answers. */
  private static boolean asAnswered(JsonNode party, JsonNode item, JsonNode body) {
    return Catalogue.each(item, "questions")
        .filter(question -> question.path("party").equals(party.get("role")))
        .allMatch(question -> {
          String answer = SubmissionCheck.answer(body, question.get("id").asString());
          String field =
              switch (question.get("type").asString()) {
                case "text" -> "name";
                case "id-number" -> "idNumber";
                default -> "";
              };
          return field.isEmpty()
              || answer.isEmpty()
              || party.path(field).asString("").equals(answer);
        });
  }
}
