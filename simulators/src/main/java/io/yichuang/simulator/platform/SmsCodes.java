package io.yichuang.simulator.platform;

import io.yichuang.simulator.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** Six-digit codes to registered phones. Kept in memory: a restart ends them. Any thread. */
final class SmsCodes {
  static final Duration LIFE = Duration.ofMinutes(5);
  static final int TRIES = 3;

  /** More open challenges than all terminals of a bench have; the oldest goes first. */
  private static final int MOST_OPEN = 1000;

  private static final class Challenge {
    final Person person;
    final String code;
    final Instant expires;
    int triesLeft = TRIES;

    Challenge(Person person, String code, Instant expires) {
      this.person = person;
      this.code = code;
      this.expires = expires;
    }
  }

  private final Map<String, Challenge> open = new LinkedHashMap<>();
  private final RandomGenerator random;
  private final InstantSource clock;
  private final SharedRecords records;
  private final Messages messages;

  /**
   * @param clock the real one: advancing the platform by days must not end a citizen's code
   */
  SmsCodes(RandomGenerator random, InstantSource clock, SharedRecords records, Messages messages) {
    this.random = random;
    this.clock = clock;
    this.records = records;
    this.messages = messages;
  }

  synchronized Map<String, Object> send(JsonNode request) {
    Person person = records.person(Json.text(request, "idNumber"));
    String code = "%06d".formatted(random.nextInt(1_000_000));
    String id = UUID.randomUUID().toString();
    Instant expires = clock.instant().plus(LIFE);
    if (open.size() >= MOST_OPEN) {
      open.remove(open.keySet().iterator().next());
    }
    open.put(id, new Challenge(person, code, expires));
    messages.send(person.phone(), "zh", "sms.code", Map.of("code", code));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("challenge", id);
    body.put("phone", Masks.phone(person.phone()));
    body.put("expiresAt", expires.toString());
    return body;
  }

  synchronized Map<String, Object> check(String id, JsonNode request) {
    String code = Json.text(request, "code");
    if (!code.matches("[0-9]{6}")) {
      throw Problem.malformed("'code' is not six digits");
    }
    Challenge challenge = open.get(id);
    if (challenge == null || !clock.instant().isBefore(challenge.expires)) {
      open.remove(id);
      throw new Problem(410, "sms-code-expired", "This code is no longer valid");
    }
    if (challenge.triesLeft == 0) {
      throw new Problem(429, "too-many-tries", "Ask for a new code");
    }
    if (!challenge.code.equals(code)) {
      challenge.triesLeft--;
      if (challenge.triesLeft == 0) {
        throw new Problem(429, "too-many-tries", "Ask for a new code");
      }
      throw new Problem(422, "wrong-sms-code", "Tries left: " + challenge.triesLeft);
    }
    open.remove(id);
    return SharedRecords.personBody(challenge.person);
  }

  synchronized void clear() {
    open.clear();
  }
}
