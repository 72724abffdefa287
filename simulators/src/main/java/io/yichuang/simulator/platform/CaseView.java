package io.yichuang.simulator.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A case as the contract tells it today. */
final class CaseView {
  private final Catalogue catalogue;
  private final WorkingDays calendar;
  private final PlatformClock clock;

  CaseView(Catalogue catalogue, WorkingDays calendar, PlatformClock clock) {
    this.catalogue = catalogue;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * @param verified whether whoever asks is the applicant; others see no licence
   */
  ObjectNode of(StoredCase c, boolean verified) {
    JsonNode item = catalogue.known(c.item());
    Deadlines due = Deadlines.of(c, item, calendar, clock.today());
    ObjectNode node = JsonMapper.shared().createObjectNode();
    node.put("code", c.code());
    node.put("terminalNumber", c.key());
    node.put("item", c.item());
    node.set("itemName", item.get("name"));
    node.set("department", item.get("department"));
    node.put("applicant", Words.maskedName(c.actor().get("name").asString()));
    node.put("state", c.state().name().toLowerCase(Locale.ROOT));
    node.put("light", due.light().word());
    node.put("submittedAt", PlatformClock.text(c.submittedAt()));
    date(node, "acceptBy", due.acceptBy());
    date(node, "promisedBy", due.promisedBy());
    date(node, "legalBy", due.legalBy());
    time(node, "finishedAt", c.finishedAt());
    due.daysLeft().ifPresent(days -> node.put("daysLeft", days));
    if (due.reason() != null) {
      node.set("reason", due.reason());
    }
    node.set("timeline", timeline(c, item, due));
    time(node, "remindedAt", c.remindedAt());
    if (c.rated() > 0) {
      node.put("rated", c.rated());
    }
    if (verified && c.licence() != null) {
      node.set("licence", c.licence());
    }
    return node;
  }

  private static ArrayNode timeline(StoredCase c, JsonNode item, Deadlines due) {
    ArrayNode points = JsonMapper.shared().createArrayNode();
    boolean office = item.get("kind").asString().equals("apply");
    ObjectNode reception = Words.of("post.reception");
    ObjectNode acceptance = Words.of("post.acceptance");
    ObjectNode handling = Words.of("post.handling");
    done(points, Words.of("step.submitted"), c.submittedAt(), terminal(c));
    done(points, Words.of("step.received"), c.receivedAt(), reception);
    if (office && c.acceptedAt() != null) {
      done(points, Words.of("step.accepted"), c.acceptedAt(), acceptance);
    }
    ObjectNode finish = Words.of("step.finish");
    switch (c.state()) {
      case RECEIVED -> {
        ahead(points, "now", Words.of("step.to-be-accepted"), due.acceptBy())
            .set("who", acceptance);
        ahead(points, "later", finish, due.promisedBy()).set("who", handling);
      }
      case CORRECTION -> {
        ObjectNode now = ahead(points, "now", Words.of("step.correction"), Optional.empty());
        time(now, "at", c.correctionAt());
        now.set("who", acceptance);
        now.set("note", Words.of("step.correction.note"));
        ahead(points, "later", finish, Optional.empty()).set("who", handling);
      }
      case ACCEPTED -> {
        ahead(points, "now", Words.of("step.working"), due.promisedBy()).set("who", handling);
        ahead(points, "later", finish, due.promisedBy()).set("note", Words.of("step.finish.note"));
      }
      case FINISHED ->
          done(
              points,
              Words.of("step.finished"),
              c.finishedAt() == null ? c.receivedAt() : c.finishedAt(),
              office ? handling : Words.of("post.machine"));
    }
    if (office) {
      String state = c.state() == StoredCase.State.FINISHED ? "now" : "later";
      Catalogue.each(item, "next")
          .filter(next -> next.get("when").asString().equals("after"))
          .forEach(next -> {
            ObjectNode point = ahead(points, state, next.get("what"), Optional.empty());
            if (next.has("note")) {
              point.set("note", next.get("note"));
            }
          });
    }
    return points;
  }

  private static ObjectNode terminal(StoredCase c) {
    return c.submission().get("channel").asString().equals("village")
        ? Words.of("post.village")
        : Words.of("post.kiosk");
  }

  private static void done(ArrayNode points, JsonNode what, Instant at, ObjectNode who) {
    ObjectNode point = points.addObject();
    point.set("what", what);
    point.put("state", "done");
    point.put("at", PlatformClock.text(at));
    point.set("who", who);
  }

  private static ObjectNode ahead(
      ArrayNode points, String state, JsonNode what, Optional<LocalDate> by) {
    ObjectNode point = points.addObject();
    point.set("what", what);
    point.put("state", state);
    date(point, "by", by);
    return point;
  }

  private static void date(ObjectNode node, String field, Optional<LocalDate> date) {
    date.ifPresent(day -> node.put(field, day.toString()));
  }

  private static void time(ObjectNode node, String field, @Nullable Instant at) {
    if (at != null) {
      node.put(field, PlatformClock.text(at));
    }
  }
}
