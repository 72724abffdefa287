package io.yichuang.simulator.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Takes submissions, each exactly once. */
final class Submissions {
  private static final int MOST_KEY_CHARACTERS = 100;

  /**
   * @param fresh whether the case is new
   */
  record Taken(StoredCase stored, boolean fresh) {}

  private final Store store;
  private final PlatformClock clock;
  private final SubmissionCheck check;
  private final Licences licences;
  private final Catalogue catalogue;
  private final SharedRecords records;

  Submissions(
      Store store,
      PlatformClock clock,
      Catalogue catalogue,
      SharedRecords records,
      Licences licences) {
    this.store = store;
    this.clock = clock;
    this.check = new SubmissionCheck(catalogue, store);
    this.records = records;
    this.licences = licences;
    this.catalogue = catalogue;
  }

  /**
   * Takes a submission over, or finds the case it became before.
   *
   * @param key the terminal's own number
   * @param terminal who sends it
   * @throws Refusal if it is not taken; nothing is kept then
   */
  Taken submit(String key, String terminal, JsonNode body) {
    if (key.isBlank() || key.length() > MOST_KEY_CHARACTERS) {
      throw Refusal.malformed("The header Idempotency-Key is missing or too long");
    }
    if (!body.path("terminal").asString("").equals(terminal)) {
      throw Refusal.malformed("The submission names another terminal than the one that sends it");
    }
    return store.inTransaction(() -> {
      Optional<StoredCase> before = store.byKey(key);
      if (before.isPresent()) {
        if (!before.get().submission().equals(body)) {
          throw new Refusal(
              409, "idempotency-conflict", "This number came before with another submission");
        }
        return new Taken(before.get(), false);
      }
      return new Taken(take(key, body), true);
    });
  }

  private StoredCase take(String key, JsonNode body) {
    JsonNode item = check.check(key, body);
    Instant now = clock.now();
    StoredCase taken =
        new StoredCase(
            nextCode(body.get("region").asString(), PlatformClock.day(now)),
            key,
            body,
            StoredCase.State.RECEIVED,
            now,
            null,
            null,
            null,
            null,
            0,
            null);
    if (item.get("kind").asString().equals("instant")) {
      taken = taken.accepted(now).finished(now, licences.issue(taken));
    }
    store.put(taken);
    return taken;
  }

  private String nextCode(String region, LocalDate day) {
    int serial = store.nextSerial(region + day.format(DateTimeFormatter.BASIC_ISO_DATE));
    if (serial > SupervisionCode.MOST_SERIALS) {
      throw new IllegalStateException("no serial is left today");
    }
    return SupervisionCode.of(region, day, serial);
  }

  /** A short message about a case to its applicant. */
  void tell(StoredCase about, String text) {
    String name = catalogue.known(about.item()).get("name").get("zh").asString();
    store.send(clock.now(), phone(about), Words.zh("message.case", name, text, about.code()));
  }

  /** The item may be one that the platform does not know: that may be why. */
  void tellRefused(String terminalNumber, String item, String phone) {
    JsonNode known = catalogue.item(item);
    String name = known == null ? item : known.get("name").get("zh").asString();
    store.send(clock.now(), phone, Words.zh("message.refused", name, terminalNumber));
  }

  /** The number the applicant gave for this case, else his own, else the registered one. */
  private String phone(StoredCase about) {
    return Catalogue.each(catalogue.known(about.item()), "questions")
        .filter(question -> question.get("type").asString().equals("phone"))
        .map(question -> SubmissionCheck.answer(about.submission(), question.get("id").asString()))
        .filter(answer -> !answer.isBlank())
        .findFirst()
        .or(() -> Optional.of(about.actor().path("phone").asString("")).filter(p -> !p.isBlank()))
        .orElseGet(() -> records.person(about.actor().get("idNumber").asString()).phone());
  }

  /** An instant of the contract: date, time and offset. */
  static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw Refusal.malformed("A time needs date, time and offset");
    }
  }
}
