package io.yichuang.simulator.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Whether a submission may become a case. Refusals name fields and ids, never values. */
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
  private static final List<String> OBJECTS = List.of("actor", "identity", "signature");
  private static final List<String> LISTS = List.of("parties", "consents", "answers", "materials");
  private static final List<String> PERSON =
      List.of("name", "idNumber", "address", "birth", "sex", "phone");
  private static final Set<String> CHANNELS = Set.of("hall", "night", "village");

  private SubmissionCheck() {}

  /**
   * The form of the contract.
   *
   * @throws Problem malformed
   */
  static void form(JsonNode submission) {
    TEXTS.forEach(name -> Json.text(submission, name));
    OBJECTS.forEach(name -> require(submission.has(name) && submission.get(name).isObject(), name));
    for (String name : LISTS) {
      require(submission.has(name) && submission.get(name).isArray(), name);
      submission.get(name).forEach(entry -> require(entry.isObject(), name));
    }
    JsonNode actor = submission.get("actor");
    for (String name : PERSON) {
      // A reader may find no address on a card; it is there all the same, as an empty text.
      require(actor.has(name) && actor.get(name).isString(), "actor." + name);
    }
    Json.text(actor, "name");
    Json.text(actor, "idNumber");
    require(Json.text(submission, "region").matches("[0-9]{6}"), "region");
    require(CHANNELS.contains(Json.text(submission, "channel")), "channel");
    instant(submission, "submittedAt");
    JsonNode identity = submission.get("identity");
    require(Json.text(identity, "level").matches("L[123]"), "identity.level");
    require(identity.has("means") && identity.get("means").isArray(), "identity.means");
    instant(identity, "at");
    submission.get("answers").forEach(answer -> Json.text(answer, "question"));
    submission.get("materials").forEach(material -> Json.text(material, "material"));
    submission.get("parties").forEach(party -> Json.text(party, "role"));
    hash(submission.get("signature"), "signature");
  }

  static Instant instant(JsonNode object, String name) {
    try {
      return OffsetDateTime.parse(Json.text(object, name)).toInstant();
    } catch (DateTimeException e) {
      Problem problem = Problem.malformed("'" + name + "' is no date-time of RFC 3339");
      problem.initCause(e);
      throw problem;
    }
  }

  /**
   * What the item asks for.
   *
   * @throws Problem item-closed, malformed, missing-material or missing-file
   */
  static void content(JsonNode item, JsonNode submission, Predicate<String> hasFile) {
    String kind = item.get("kind").asString();
    boolean closed =
        item.get("night").asString().equals("closed")
            && Json.text(submission, "channel").equals("night");
    if (kind.equals("query") || closed) {
      throw new Problem(422, "item-closed", "This item takes no submissions here and now");
    }
    String level = Json.text(submission.get("identity"), "level");
    require(level.compareTo(item.get("assurance").asString()) >= 0, "identity.level");
    parties(item, submission);
    materials(item, submission, hasFile);
  }

  private static void parties(JsonNode item, JsonNode submission) {
    for (JsonNode party : item.get("parties")) {
      boolean here = party.get("verify").asString().equals("here");
      require(
          submission
              .get("parties")
              .valueStream()
              .anyMatch(p ->
                  Json.text(p, "role").equals(party.get("role").asString())
                      && (!here || p.path("confirmed").asBoolean(false))),
          "parties: " + party.get("role").asString());
    }
  }

  private static void materials(JsonNode item, JsonNode submission, Predicate<String> hasFile) {
    Map<String, JsonNode> given = new HashMap<>();
    submission.get("materials").forEach(m -> given.put(Json.text(m, "material"), m));
    List<String> missing = new ArrayList<>();
    List<String> missingFiles = new ArrayList<>();
    for (JsonNode rule : item.get("materials")) {
      String id = rule.get("id").asString();
      JsonNode material = given.remove(id);
      if (material == null) {
        if (rule.get("required").asBoolean()) {
          missing.add(id);
        }
        continue;
      }
      String means = Json.text(material, "means");
      String wanted = rule.get("means").asString();
      boolean scanned = means.equals("scan");
      require(
          means.equals(wanted) || (scanned && rule.path("otherwiseScan").asBoolean(false)),
          "materials." + id + ".means");
      if (scanned) {
        int pages = material.path("pages").asInt(0);
        require(
            pages >= rule.path("minPages").asInt(1)
                && pages <= rule.path("maxPages").asInt(Integer.MAX_VALUE),
            "materials." + id + ".pages");
        if (!hasFile.test(hash(material, "materials." + id))) {
          missingFiles.add(id);
        }
      }
    }
    require(given.isEmpty(), "materials: not asked for " + given.keySet());
    if (!missing.isEmpty()) {
      throw new Problem(422, "missing-material", "Required materials are missing", missing);
    }
    if (!hasFile.test(hash(submission.get("signature"), "signature"))) {
      missingFiles.add("signature");
    }
    if (!missingFiles.isEmpty()) {
      throw new Problem(422, "missing-file", "Files were not stored before the case", missingFiles);
    }
  }

  private static String hash(JsonNode object, String where) {
    String hash = Json.text(object, "sha256", "");
    require(hash.matches("[0-9a-f]{64}"), where + ".sha256");
    return hash;
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw Problem.malformed("'" + what + "' is missing or not as the contract says");
    }
  }
}
