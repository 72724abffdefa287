package io.yichuang.simulator.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What happens with cases after they are there: citizens ask, officials work. */
final class CaseDesk {
  /** Begins the name of the note that a case has its message. */
  private static final String HANDED_OVER = "handed-over:";

  /** Begins the name of the note that a refused submission has its message. */
  private static final String REFUSED = "refused:";

  private static final int BEST = 5;

  private final Store store;
  private final PlatformClock clock;
  private final WorkingDays calendar;
  private final CaseView view;
  private final Submissions submissions;
  private final Licences licences;

  CaseDesk(
      Store store,
      PlatformClock clock,
      WorkingDays calendar,
      CaseView view,
      Submissions submissions,
      Licences licences) {
    this.store = store;
    this.clock = clock;
    this.calendar = calendar;
    this.view = view;
    this.submissions = submissions;
    this.licences = licences;
  }

  ObjectNode search(JsonNode by) {
    if (by.size() != 1) {
      throw Refusal.malformed("A search names exactly one of idNumber, code and terminalNumber");
    }
    ArrayNode found = JsonMapper.shared().createArrayNode();
    String field = by.propertyNames().iterator().next();
    if (!by.get(field).isString()) {
      throw Refusal.malformed("A search is by text");
    }
    String value = by.get(field).asString();
    switch (field) {
      case "idNumber" -> store.byPerson(value).forEach(c -> found.add(view.of(c, true)));
      case "code" -> found.add(view.of(byCode(value), false));
      case "terminalNumber" ->
          found.add(view.of(store.byBareKey(value).orElseThrow(CaseDesk::unknown), false));
      default -> throw Refusal.malformed("A search is by idNumber, code or terminalNumber");
    }
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    answer.set("cases", found);
    return answer;
  }

  ObjectNode remind(String code) {
    return store.inTransaction(() -> {
      StoredCase c = byCode(code);
      if (c.state() != StoredCase.State.RECEIVED && c.state() != StoredCase.State.ACCEPTED) {
        throw new Refusal(409, "not-in-progress", "The office does not work on this case now");
      }
      Instant now = clock.now();
      LocalDate today = PlatformClock.day(now);
      Optional<LocalDate> answerBy = calendar.after(today, 1);
      if (answerBy.isEmpty()) {
        throw new Refusal(
            409, "calendar-not-published", "No date can be told: the calendar is not published");
      }
      Instant before = c.remindedAt();
      if (before != null) {
        // Off days belong to the working day before them.
        OptionalInt since = calendar.until(PlatformClock.day(before), today);
        if (since.isPresent() && since.getAsInt() <= 0) {
          throw new Refusal(409, "reminded-already", "At most one reminder a working day");
        }
      }
      store.put(c.reminded(now));
      return JsonMapper.shared()
          .createObjectNode()
          .put("at", PlatformClock.text(now))
          .put("answerBy", answerBy.get().toString());
    });
  }

  void rate(String code, JsonNode body) {
    JsonNode level = body.path("level");
    if (!level.isIntegralNumber()
        || !level.canConvertToInt()
        || level.asInt() < 1
        || level.asInt() > BEST) {
      throw Refusal.malformed("A level is a whole number from 1 to 5");
    }
    store.inTransaction(() -> {
      StoredCase c = byCode(code);
      if (c.rated() > 0) {
        throw new Refusal(409, "rated-already", "This case has its rating");
      }
      store.put(c.rated(level.asInt()));
      return c;
    });
  }

  void message(String code, JsonNode body) {
    switch (body.path("kind").asString("")) {
      case "receipt" -> submissions.tell(byCode(code), Words.zh("message.received"));
      case "handed-over" ->
          store.inTransaction(() -> {
            StoredCase c = byCode(code);
            if (store.kept(HANDED_OVER + code).isEmpty()) {
              store.keep(HANDED_OVER + code, "told");
              submissions.tell(c, Words.zh("message.handed-over"));
            }
            return c;
          });
      default -> throw Refusal.malformed("The kinds of message are receipt and handed-over");
    }
  }

  /** The submission never became a case: its applicant is told where to go, once. */
  void refused(String terminalNumber, String item, String phone) {
    store.inTransaction(() -> {
      if (store.kept(REFUSED + terminalNumber).isEmpty()) {
        store.keep(REFUSED + terminalNumber, "told");
        submissions.tellRefused(terminalNumber, item, phone);
      }
      return terminalNumber;
    });
  }

  private static final List<String> STEPS = List.of("accept", "correct", "finish");

  /** What officials may do now. */
  static List<String> nextSteps(StoredCase c) {
    return switch (c.state()) {
      case RECEIVED -> List.of("accept", "correct");
      case CORRECTION -> List.of("accept");
      case ACCEPTED -> List.of("finish");
      case FINISHED -> List.of();
    };
  }

  /**
   * An official's step.
   *
   * @throws Refusal 400 if there is no such step, 409 if it does not follow the case's state
   */
  StoredCase step(String code, String step) {
    if (!STEPS.contains(step)) {
      throw new Refusal(
          400, "unknown-step", "An official does one of %s, not %s".formatted(STEPS, step));
    }
    return store.inTransaction(() -> {
      StoredCase c = byCode(code);
      if (!nextSteps(c).contains(step)) {
        throw new Refusal(
            409,
            "not-in-progress",
            "After "
                + c.state().name().toLowerCase(Locale.ROOT)
                + " comes one of "
                + nextSteps(c)
                + ", not "
                + step);
      }
      Instant now = clock.now();
      StoredCase after =
          switch (step) {
            case "accept" -> c.accepted(now);
            case "correct" -> c.corrected(now);
            default -> c.finished(now, licences.issue(c));
          };
      store.put(after);
      submissions.tell(
          after,
          switch (step) {
            case "accept" -> accepted(after);
            case "correct" -> Words.zh("message.correct");
            default -> Words.zh("message.finished");
          });
      return after;
    });
  }

  private String accepted(StoredCase c) {
    String by = view.of(c, false).path("promisedBy").asString("");
    return by.isEmpty()
        ? Words.zh("message.accepted")
        : Words.zh("message.accepted-by", LocalDate.parse(by));
  }

  /** The case of a supervision code. */
  StoredCase byCode(String code) {
    if (!SupervisionCode.isValid(code)) {
      throw new Refusal(400, "bad-code", "The check digits of this code are wrong");
    }
    return store.byCode(code).orElseThrow(CaseDesk::unknown);
  }

  private static Refusal unknown() {
    return new Refusal(404, "unknown-case", "There is no such case");
  }
}
