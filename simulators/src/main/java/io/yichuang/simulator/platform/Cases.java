package io.yichuang.simulator.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What becomes of submissions. All changes run one at a time, each whole or not at all. Any thread.
 */
final class Cases {
  /** A submission that took longer than this to arrive was waiting for the network. */
  static final Duration LATE = Duration.ofMinutes(2);

  /** A case and whether this call made it. */
  record Submitted(CaseRecord record, boolean made) {}

  private final Store store;
  private final Catalogue catalogue;
  private final PlatformClock clock;
  private final Deadlines deadlines;
  private final Licences licences;
  private final Messages messages;

  Cases(
      Store store,
      Catalogue catalogue,
      PlatformClock clock,
      Deadlines deadlines,
      Licences licences,
      Messages messages) {
    this.store = store;
    this.catalogue = catalogue;
    this.clock = clock;
    this.deadlines = deadlines;
    this.licences = licences;
    this.messages = messages;
  }

  /**
   * Exactly one case for each key.
   *
   * @throws Problem for whatever is wrong with the submission
   */
  Submitted submit(String key, String terminal, JsonNode submission) {
    SubmissionCheck.form(submission);
    if (!key.equals(Json.text(submission, "terminalNumber"))
        || !terminal.equals(Json.text(submission, "terminal"))) {
      throw Problem.malformed("Idempotency-Key and Terminal must be those of the submission");
    }
    return store.whole(() -> {
      var before = store.byTerminalNumber(key);
      if (before.isPresent()) {
        if (!before.get().submission().equals(submission)) {
          throw new Problem(
              409, "idempotency-conflict", "This number was used for another submission");
        }
        return new Submitted(before.get(), false);
      }
      return new Submitted(make(submission), true);
    });
  }

  private CaseRecord make(JsonNode submission) {
    JsonNode item =
        catalogue
            .item(Json.text(submission, "item"))
            .orElseThrow(() -> new Problem(422, "unknown-item", "There is no such item"));
    Instant sent = SubmissionCheck.instant(submission, "submittedAt");
    Instant realNow = clock.real();
    // A terminal's clock may be ahead; nothing is submitted in the future.
    Instant submitted = clock.of(sent.isAfter(realNow) ? realNow : sent);
    SubmissionCheck.content(item, submission, store::hasFile);
    Answers.check(item, submission, PlatformClock.day(submitted));
    Instant now = clock.instant();
    String code = store.newCode(Json.text(submission, "region"), PlatformClock.day(submitted));
    CaseRecord made =
        new CaseRecord(
            code,
            submission,
            CaseRecord.State.RECEIVED,
            submitted,
            now,
            null,
            null,
            null,
            null,
            null,
            0,
            List.of(),
            null,
            null);
    if (item.get("kind").asString().equals("instant")) {
      made = made.withState(CaseRecord.State.FINISHED, now, now);
      made = made.withLicence(licences.of(made, item, now));
    } else {
      made = deadlines.atSubmission(made, item);
      askOthers(made, item);
    }
    store.add(made);
    if (Duration.between(sent, realNow).compareTo(LATE) > 0) {
      tell(made, "sms.received");
    }
    return made;
  }

  CaseRecord byCode(String code) {
    if (!SupervisionCode.valid(code)) {
      throw new Problem(
          400, "bad-code", "A supervision code has 20 digits; the check digits differ");
    }
    return store
        .byCode(code)
        .orElseThrow(() -> new Problem(404, "unknown-case", "There is no such case"));
  }

  /** When it was noted and by when an answer comes. */
  Map<String, Object> remind(String code) {
    return store.whole(() -> {
      CaseRecord record = byCode(code);
      if (!record.open()) {
        throw new Problem(409, "not-in-progress", "Nobody is working on this case now");
      }
      Instant now = clock.instant();
      try {
        LocalDate today = PlatformClock.day(now);
        if (!record.reminders().isEmpty()) {
          LocalDate last = PlatformClock.day(record.reminders().getLast());
          if (deadlines.days().between(last, today) == 0) {
            throw new Problem(409, "reminded-already", "Once a working day is enough");
          }
        }
        LocalDate answerBy = deadlines.days().after(today, 1);
        List<Instant> all = new ArrayList<>(record.reminders());
        all.add(now);
        store.save(record.withReminders(all));
        return Map.of("at", now.toString(), "answerBy", answerBy.toString());
      } catch (WorkingDays.NotPublished e) {
        Problem problem =
            new Problem(
                409,
                "calendar-not-published",
                "The working days of " + e.year() + " are not published");
        problem.initCause(e);
        throw problem;
      }
    });
  }

  void rate(String code, JsonNode request) {
    int level = request.path("level").asInt(0);
    if (!request.path("level").isIntegralNumber() || level < 1 || level > 5) {
      throw Problem.malformed("'level' is 1 to 5");
    }
    store.whole(() -> {
      CaseRecord record = byCode(code);
      if (record.rated() != null) {
        throw new Problem(409, "rated-already", "A case is rated once");
      }
      store.save(record.withRating(level));
      return level;
    });
  }

  void sendReceipt(String code, JsonNode request) {
    if (!Json.text(request, "kind").equals("receipt")) {
      throw Problem.malformed("'kind' is receipt");
    }
    tell(byCode(code), "sms.receipt");
  }

  /** What an official can do next. */
  static List<String> nextSteps(CaseRecord record) {
    return switch (record.state()) {
      case RECEIVED -> List.of("accept", "correct");
      case CORRECTION -> List.of("accept");
      case ACCEPTED -> List.of("finish", "correct");
      case FINISHED, REJECTED -> List.of();
    };
  }

  /** Does a step that {@link #nextSteps} lists. */
  CaseRecord step(CaseRecord record, String step) {
    JsonNode item =
        catalogue
            .item(record.item())
            .orElseThrow(() -> new Problem(422, "unknown-item", "The item is gone"));
    Instant now = clock.instant();
    CaseRecord after =
        switch (step) {
          case "accept" -> {
            boolean corrected = record.state() == CaseRecord.State.CORRECTION;
            CaseRecord accepted = record.withState(CaseRecord.State.ACCEPTED, now, null);
            yield deadlines.atAcceptance(accepted, item, PlatformClock.day(now), corrected);
          }
          case "correct" ->
              record.withState(CaseRecord.State.CORRECTION, record.acceptedAt(), null);
          case "finish" -> {
            CaseRecord finished =
                record.withState(CaseRecord.State.FINISHED, record.acceptedAt(), now);
            yield finished.withLicence(licences.of(finished, item, now));
          }
          default -> throw new IllegalArgumentException(step);
        };
    store.save(after);
    String key =
        switch (step) {
          case "accept" -> "sms.accepted";
          case "correct" -> "sms.correction";
          default -> "sms.finished";
        };
    tell(after, key);
    return after;
  }

  private void tell(CaseRecord record, String key) {
    String language = Json.text(record.submission(), "language", "zh").equals("en") ? "en" : "zh";
    JsonNode item = catalogue.item(record.item()).orElse(null);
    LocalDate promised = record.promisedBy();
    Map<String, String> values = new LinkedHashMap<>();
    values.put("item", item == null ? record.item() : item.get("name").get(language).asString());
    values.put("code", record.code());
    values.put("time", Dates.minute(record.submittedAt()));
    values.put(
        "date",
        promised == null || !record.open()
            ? ""
            : Texts.in(language, "sms.by", Map.of("date", Dates.in(language, promised))));
    messages.send(ownPhone(record, item), language, key, values);
  }

  /** The number the applicant confirmed for this case, else the registered one. */
  private static String ownPhone(CaseRecord record, @Nullable JsonNode item) {
    Map<String, String> answers = Answers.of(record.submission());
    if (item != null) {
      for (JsonNode question : item.get("questions")) {
        String id = question.get("id").asString();
        if (isOwnPhone(question) && answers.containsKey(id)) {
          return answers.get(id);
        }
      }
    }
    return Json.text(record.submission().get("actor"), "phone", "");
  }

  private static boolean isOwnPhone(JsonNode question) {
    return question.get("type").asString().equals("phone") && !question.has("party");
  }

  /** Those who confirm later hear of it: phones that are asked for and are not the applicant's. */
  private void askOthers(CaseRecord made, JsonNode item) {
    Map<String, String> answers = Answers.of(made.submission());
    for (JsonNode question : item.get("questions")) {
      String id = question.get("id").asString();
      if (question.get("type").asString().equals("phone")
          && !isOwnPhone(question)
          && answers.containsKey(id)) {
        messages.send(
            answers.get(id),
            "zh",
            "sms.other",
            Map.of(
                "applicant", Masks.name(Json.text(made.submission().get("actor"), "name")),
                "item", item.get("name").get("zh").asString(),
                "code", made.code()));
      }
    }
  }
}
