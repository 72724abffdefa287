package io.yichuang.simulator.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A case in the form of the contract: lights, days and the timeline with posts, never persons. */
final class CaseView {
  private final Catalogue catalogue;
  private final Deadlines deadlines;

  CaseView(Catalogue catalogue, Deadlines deadlines) {
    this.catalogue = catalogue;
    this.deadlines = deadlines;
  }

  /**
   * @param own whether the one who asks may see the licence
   */
  Map<String, Object> of(CaseRecord record, LocalDate today, boolean own) {
    JsonNode item = catalogue.item(record.item()).orElse(null);
    Deadlines.Light light = deadlines.light(record, today);
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("code", record.code());
    view.put("terminalNumber", record.terminalNumber());
    view.put("item", record.item());
    view.put("itemName", text(item, "name", record.item()));
    view.put("department", text(item, "department", ""));
    view.put("applicant", Masks.name(Json.text(record.submission().get("actor"), "name")));
    view.put("state", word(record.state()));
    view.put("light", word(light));
    view.put("submittedAt", record.submittedAt().toString());
    put(view, "acceptBy", record.acceptBy());
    put(view, "promisedBy", record.promisedBy());
    put(view, "legalBy", record.legalBy());
    put(view, "finishedAt", record.finishedAt());
    LocalDate promised = record.promisedBy();
    if (record.open() && promised != null) {
      deadlines.days().left(today, promised).ifPresent(left -> view.put("daysLeft", left));
    }
    put(view, "reason", reason(record, light, today));
    view.put("timeline", timeline(record, item));
    if (!record.reminders().isEmpty()) {
      view.put("remindedAt", record.reminders().getLast().toString());
    }
    put(view, "rated", record.rated());
    if (own) {
      put(view, "licence", record.licence());
    }
    return view;
  }

  String light(CaseRecord record, LocalDate today) {
    return word(deadlines.light(record, today));
  }

  String title(CaseRecord record) {
    return text(catalogue.item(record.item()).orElse(null), "name", record.item())
        .getOrDefault("zh", "");
  }

  /** The name of a material as the official reads it. */
  String materialName(CaseRecord record, String id) {
    return catalogue.item(record.item()).stream()
        .flatMap(item -> item.get("materials").valueStream())
        .filter(rule -> rule.get("id").asString().equals(id))
        .map(rule -> rule.get("name").get("zh").asString())
        .findFirst()
        .orElse(id);
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> text(@Nullable JsonNode item, String field, String otherwise) {
    if (item == null) {
      return Map.of("zh", otherwise, "en", otherwise);
    }
    JsonNode text = item.get(field);
    return Map.of("zh", text.get("zh").asString(), "en", text.get("en").asString());
  }

  private static @Nullable Map<String, String> reason(
      CaseRecord record, Deadlines.Light light, LocalDate today) {
    if (record.state() == CaseRecord.State.CORRECTION) {
      return Texts.of("reason.correction");
    }
    LocalDate promised = record.promisedBy();
    boolean pastPromise = promised != null && today.isAfter(promised);
    return switch (light) {
      case RED ->
          Texts.of(
              record.state() == CaseRecord.State.ACCEPTED || pastPromise
                  ? "reason.red.accepted"
                  : "reason.red.received");
      case YELLOW -> Texts.of("reason.yellow");
      case GREEN, NONE ->
          record.open() && record.notPublished() != 0
              ? Texts.of("reason.calendar", Map.of("year", String.valueOf(record.notPublished())))
              : null;
    };
  }

  private static List<Map<String, Object>> timeline(CaseRecord record, @Nullable JsonNode item) {
    List<Map<String, Object>> done = new ArrayList<>();
    done.add(done("submitted", record.submittedAt(), "terminal", null));
    done.add(done("received", record.receivedAt(), "reception", null));
    boolean instant = item != null && item.get("kind").asString().equals("instant");
    Instant accepted = record.acceptedAt();
    if (accepted != null) {
      String note = note(accepted, record.acceptBy());
      done.add(done("accepted", accepted, instant ? "system" : "acceptance", note));
    }
    record.reminders().forEach(at -> done.add(done("reminded", at, "you", null)));
    Instant finished = record.finishedAt();
    if (finished != null) {
      String note = note(finished, record.promisedBy());
      done.add(done("finished", finished, instant ? "system" : "approval", note));
    }
    done.sort(Comparator.comparing(entry -> Instant.parse(String.valueOf(entry.get("at")))));
    List<Map<String, Object>> all = new ArrayList<>(done);
    switch (record.state()) {
      case RECEIVED -> {
        all.add(open("now.received", "now", record.acceptBy(), "acceptance", null));
        all.add(open("later.finished", "later", record.promisedBy(), "approval", "message"));
      }
      case CORRECTION -> {
        all.add(open("now.correction", "now", null, "you", "correction"));
        all.add(open("later.finished", "later", null, "approval", "message"));
      }
      case ACCEPTED -> all.add(open("now.accepted", "now", record.promisedBy(), "approval", null));
      case FINISHED, REJECTED -> {}
    }
    if (item != null && !instant && record.state() != CaseRecord.State.REJECTED) {
      for (JsonNode next : item.get("next")) {
        if (next.get("when").asString().equals("after")) {
          Map<String, Object> entry = new LinkedHashMap<>();
          entry.put("what", Json.map(next.get("what")));
          entry.put("state", record.state() == CaseRecord.State.FINISHED ? "now" : "later");
          if (next.has("note")) {
            entry.put("note", Json.map(next.get("note")));
          }
          all.add(entry);
        }
      }
    }
    return all;
  }

  private static @Nullable String note(Instant at, @Nullable LocalDate due) {
    if (due == null) {
      return null;
    }
    return PlatformClock.day(at).isAfter(due) ? "late" : "on-time";
  }

  private static Map<String, Object> done(
      String what, Instant at, String who, @Nullable String note) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("what", Texts.of("done." + what));
    entry.put("state", "done");
    entry.put("at", at.toString());
    entry.put("who", Texts.of("who." + who));
    if (note != null) {
      entry.put("note", Texts.of("note." + note));
    }
    return entry;
  }

  private static Map<String, Object> open(
      String what, String state, @Nullable LocalDate by, String who, @Nullable String note) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("what", Texts.of(what));
    entry.put("state", state);
    put(entry, "by", by);
    entry.put("who", Texts.of("who." + who));
    if (note != null) {
      entry.put("note", Texts.of("note." + note));
    }
    return entry;
  }

  private static void put(Map<String, Object> view, String name, @Nullable Object value) {
    if (value != null) {
      boolean plain = value instanceof JsonNode || value instanceof Map || value instanceof Integer;
      view.put(name, plain ? value : value.toString());
    }
  }
}
