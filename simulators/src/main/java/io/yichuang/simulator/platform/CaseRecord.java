package io.yichuang.simulator.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One case as it is kept.
 *
 * @param submission as the terminal sent it
 * @param submittedAt on the platform's clock, received at {@code receivedAt}
 * @param acceptBy by when it must be accepted; null if that touches a year without a calendar
 * @param notPublished that year, or 0
 * @param reminders when the applicant asked
 * @param licence the result, once finished
 */
record CaseRecord(
    String code,
    JsonNode submission,
    State state,
    Instant submittedAt,
    Instant receivedAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant finishedAt,
    @Nullable LocalDate acceptBy,
    @Nullable LocalDate promisedBy,
    @Nullable LocalDate legalBy,
    int notPublished,
    List<Instant> reminders,
    @Nullable Integer rated,
    @Nullable JsonNode licence) {

  CaseRecord {
    // Read back from JSON, an absent tree is a null node.
    if (licence != null && licence.isNull()) {
      licence = null;
    }
  }

  enum State {
    RECEIVED,
    ACCEPTED,
    CORRECTION,
    FINISHED,
    REJECTED
  }

  String item() {
    return submission.get("item").asString();
  }

  String terminalNumber() {
    return submission.get("terminalNumber").asString();
  }

  String idNumber() {
    return submission.get("actor").get("idNumber").asString();
  }

  boolean open() {
    return state == State.RECEIVED || state == State.ACCEPTED;
  }

  CaseRecord withState(State to, @Nullable Instant accepted, @Nullable Instant finished) {
    return new CaseRecord(
        code,
        submission,
        to,
        submittedAt,
        receivedAt,
        accepted,
        finished,
        acceptBy,
        promisedBy,
        legalBy,
        notPublished,
        reminders,
        rated,
        licence);
  }

  CaseRecord withLicence(JsonNode result) {
    return new CaseRecord(
        code,
        submission,
        state,
        submittedAt,
        receivedAt,
        acceptedAt,
        finishedAt,
        acceptBy,
        promisedBy,
        legalBy,
        notPublished,
        reminders,
        rated,
        result);
  }

  CaseRecord withLimits(
      @Nullable LocalDate accept,
      @Nullable LocalDate promised,
      @Nullable LocalDate legal,
      int year) {
    return new CaseRecord(
        code,
        submission,
        state,
        submittedAt,
        receivedAt,
        acceptedAt,
        finishedAt,
        accept,
        promised,
        legal,
        year,
        reminders,
        rated,
        licence);
  }

  CaseRecord withReminders(List<Instant> all) {
    return new CaseRecord(
        code,
        submission,
        state,
        submittedAt,
        receivedAt,
        acceptedAt,
        finishedAt,
        acceptBy,
        promisedBy,
        legalBy,
        notPublished,
        List.copyOf(all),
        rated,
        licence);
  }

  CaseRecord withRating(int level) {
    return new CaseRecord(
        code,
        submission,
        state,
        submittedAt,
        receivedAt,
        acceptedAt,
        finishedAt,
        acceptBy,
        promisedBy,
        legalBy,
        notPublished,
        reminders,
        level,
        licence);
  }

  @Override
  public String toString() {
    return "CaseRecord[" + code + " " + state + "]";
  }
}
