package io.yichuang.simulator.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Whether a submission is whole. What is missing is told all at once, one kind at a time. */
final class SubmissionCheck {
  private static final List<String> TEXTS =
      List.of(
          "terminalNumber",
          "item",
          "catalogueVersion",
          "channel",
          "terminal",
          "softwareVersion",
          "region",
          "language",
          "submittedAt");
  private static final List<String> LISTS = List.of("parties", "consents", "answers", "materials");
  private static final List<String> PERSON =
      List.of("name", "idNumber", "address", "birth", "sex", "phone");

  private final Catalogue catalogue;
  private final Store store;

  SubmissionCheck(Catalogue catalogue, Store store) {
    this.catalogue = catalogue;
    this.store = store;
  }

  /** The item it is for. */
  JsonNode check(String key, JsonNode body) {
    shape(key, body);
    JsonNode item = catalogue.item(body.get("item").asString());
    if (item == null) {
      throw new Refusal(404, "unknown-item", "There is no such item");
    }
    boolean night = body.get("channel").asString().equals("night");
    if (item.get("kind").asString().equals("query")
        || (night && item.get("night").asString().equals("closed"))) {
      throw new Refusal(409, "item-closed", "This item takes no submissions now");
    }
    // Levels are named so that their order is that of their names.
    if (body.get("identity").get("level").asString().compareTo(item.get("assurance").asString())
        < 0) {
      throw Refusal.malformed("The identity was not verified at the level of the item");
    }
    answers(item, body);
    PartyCheck.check(item, body);
    materials(item, body);
    return item;
  }

  /** The answer to a question, empty if there is none. */
  static String answer(JsonNode body, String question) {
    return Catalogue.each(body, "answers")
        .filter(answer -> answer.get("question").asString().equals(question))
        .map(answer -> answer.get("value").asString())
        .findFirst()
        .orElse("");
  }

  private static void shape(String key, JsonNode body) {
    texts(body, TEXTS, "");
    for (String list : LISTS) {
      need(body.path(list).isArray(), list);
    }
    need(body.get("terminalNumber").asString().equals(key), "terminalNumber as the key");
    need(body.get("region").asString().matches("[0-9]{6}"), "region of six digits");
    need(List.of("hall", "night", "village").contains(body.get("channel").asString()), "channel");
    Submissions.instant(body.get("submittedAt").asString());
    person(body.path("actor"), "actor");
    if (body.has("helper")) {
      person(body.get("helper"), "helper");
    }
    texts(body.path("identity"), List.of("level", "at"), "identity.");
    need(body.get("identity").path("means").isArray(), "identity.means");
    need(
        List.of("L1", "L2", "L3").contains(body.get("identity").get("level").asString()),
        "identity.level");
    each(body, "parties", List.of("role", "name"));
    each(body, "consents", List.of("kind", "at"));
    each(body, "answers", List.of("question", "value", "source"));
    each(body, "materials", List.of("material", "means"));
    texts(body.path("signature"), List.of("sha256"), "signature.");
  }

  private static void person(JsonNode person, String where) {
    texts(person, PERSON, where + ".");
    need(!person.get("idNumber").asString().isBlank(), where + ".idNumber");
  }

  private static void each(JsonNode body, String list, List<String> fields) {
    for (JsonNode element : body.get(list)) {
      texts(element, fields, list + "[].");
    }
  }

  private static void texts(JsonNode node, List<String> fields, String where) {
    for (String field : fields) {
      need(node.path(field).isString(), where + field);
    }
  }

  private static void need(boolean there, String what) {
    if (!there) {
      throw Refusal.malformed("The submission lacks " + what);
    }
  }

  private static void answers(JsonNode item, JsonNode body) {
    List<String> asked =
        Catalogue.each(item, "questions").map(question -> question.get("id").asString()).toList();
    if (!Catalogue.each(body, "answers")
        .allMatch(answer -> asked.contains(answer.get("question").asString()))) {
      throw Refusal.malformed("There is an answer to a question that the item does not ask");
    }
    List<String> missing = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (JsonNode question : item.get("questions")) {
      String id = question.get("id").asString();
      String value = answer(body, id);
      if (!isAsked(question, body)) {
        continue;
      }
      if (value.isBlank()) {
        if (question.get("required").asBoolean()) {
          missing.add(id);
        }
      } else if (!AnswerCheck.fits(question, value, other -> answer(body, other))) {
        wrong.add(id);
      }
    }
    refuseIfAny(missing, "missing-answer", "Required questions are not answered");
    if (!wrong.isEmpty()) {
      throw new Refusal(400, "malformed", "Answers do not fit their questions", wrong);
    }
  }

  private static boolean isAsked(JsonNode question, JsonNode body) {
    JsonNode when = question.get("when");
    return when == null
        || answer(body, when.get("question").asString()).equals(when.get("equals").asString());
  }

  private void materials(JsonNode item, JsonNode body) {
    List<String> missing = new ArrayList<>();
    List<String> files = new ArrayList<>();
    for (JsonNode wanted : item.get("materials")) {
      String id = wanted.get("id").asString();
      Optional<JsonNode> given =
          Catalogue.each(body, "materials")
              .filter(material -> material.get("material").asString().equals(id))
              .filter(material -> mayCome(wanted, material))
              .findFirst();
      if (given.isEmpty()) {
        if (wanted.get("required").asBoolean()) {
          missing.add(id);
        }
      } else if (given.get().has("sha256")
          && !store.hasFile(given.get().get("sha256").asString())) {
        files.add(id);
      }
    }
    refuseIfAny(missing, "missing-material", "Required materials are missing");
    if (!store.hasFile(body.get("signature").get("sha256").asString())) {
      files.add("signature");
    }
    refuseIfAny(files, "missing-file", "Files were not put before their submission");
  }

  /** The right means, and what this means needs. */
  private static boolean mayCome(JsonNode wanted, JsonNode material) {
    String means = material.get("means").asString();
    boolean scannedInstead = means.equals("scan") && wanted.path("otherwiseScan").asBoolean(false);
    boolean broughtInstead =
        means.equals("later") && wanted.get("means").asString().equals("photo");
    if (!scannedInstead && !broughtInstead && !means.equals(wanted.get("means").asString())) {
      return false;
    }
    if (means.equals("photo")) {
      return material.path("sha256").isString() && material.path("pages").asInt(0) == 1;
    }
    if (!means.equals("scan")) {
      return true;
    }
    int pages = material.path("pages").asInt(0);
    return material.path("sha256").isString()
        && pages >= wanted.path("minPages").asInt(1)
        && pages <= wanted.path("maxPages").asInt(Integer.MAX_VALUE);
  }

  private static void refuseIfAny(List<String> missing, String code, String detail) {
    if (!missing.isEmpty()) {
      throw new Refusal(422, code, detail, missing);
    }
  }
}
