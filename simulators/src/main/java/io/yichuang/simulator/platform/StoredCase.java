package io.yichuang.simulator.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A case as it is kept.
 *
 * @param code supervision code
 * @param key the terminal's number, which is its idempotency key
 * @param submission the body as it came
 * @param licence the result, once there is one
 */
record StoredCase(
    String code,
    String key,
    JsonNode submission,
    State state,
    Instant receivedAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant correctionAt,
    @Nullable Instant finishedAt,
    @Nullable Instant remindedAt,
    int rated,
    @Nullable JsonNode licence) {

  /** As the contract names them in small letters. */
  enum State {
    RECEIVED,
    ACCEPTED,
    CORRECTION,
    FINISHED
  }

  String item() {
    return submission.get("item").asString();
  }

  JsonNode actor() {
    return submission.get("actor");
  }

  Instant submittedAt() {
    return Submissions.instant(submission.get("submittedAt").asString());
  }

  StoredCase accepted(Instant at) {
    return new StoredCase(
        code,
        key,
        submission,
        State.ACCEPTED,
        receivedAt,
        at,
        correctionAt,
        null,
        remindedAt,
        rated,
        null);
  }

  StoredCase corrected(Instant at) {
    return new StoredCase(
        code,
        key,
        submission,
        State.CORRECTION,
        receivedAt,
        acceptedAt,
        at,
        null,
        remindedAt,
        rated,
        null);
  }

  StoredCase finished(Instant at, JsonNode result) {
    return new StoredCase(
        code,
        key,
        submission,
        State.FINISHED,
        receivedAt,
        acceptedAt,
        correctionAt,
        at,
        remindedAt,
        rated,
        result);
  }

  StoredCase reminded(Instant at) {
    return new StoredCase(
        code,
        key,
        submission,
        state,
        receivedAt,
        acceptedAt,
        correctionAt,
        finishedAt,
        at,
        rated,
        licence);
  }

  StoredCase rated(int level) {
    return new StoredCase(
        code,
        key,
        submission,
        state,
        receivedAt,
        acceptedAt,
        correctionAt,
        finishedAt,
        remindedAt,
        level,
        licence);
  }

  @Override
  public String toString() {
    return "StoredCase[" + code + "]";
  }
}
