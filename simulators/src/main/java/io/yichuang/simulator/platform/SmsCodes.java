package io.yichuang.simulator.platform;

import io.yichuang.simulator.people.Person;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Six-digit codes to registered phones; in memory only, gone with the process. Thread-safe. */
final class SmsCodes {
  static final Duration LIFE = Duration.ofMinutes(5);
  static final int MOST_TRIES = 3;

  /** Open challenges; the oldest goes first. */
  private static final int MOST_CHALLENGES = 1000;

  private static final class Challenge {
    final Person person;
    final String code;
    final Instant expiresAt;
    int tries;

    Challenge(Person person, String code, Instant expiresAt) {
      this.person = person;
      this.code = code;
      this.expiresAt = expiresAt;
    }
  }

  private final SharedRecords records;
  private final Store store;
  private final PlatformClock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Challenge> challenges = new LinkedHashMap<>();

  SmsCodes(SharedRecords records, Store store, PlatformClock clock) {
    this.records = records;
    this.store = store;
    this.clock = clock;
  }

  synchronized ObjectNode send(String idNumber) {
    Person person = records.person(idNumber);
    Instant now = clock.now();
    String code = "%06d".formatted(random.nextInt(1_000_000));
    String id = UUID.randomUUID().toString();
    while (challenges.size() >= MOST_CHALLENGES) {
      challenges.remove(challenges.keySet().iterator().next());
    }
    challenges.put(id, new Challenge(person, code, now.plus(LIFE)));
    store.send(now, person.phone(), Words.zh("message.code", code));
    return JsonMapper.shared()
        .createObjectNode()
        .put("challenge", id)
        .put("phone", Words.maskedPhone(person.phone()))
        .put("expiresAt", PlatformClock.text(now.plus(LIFE)));
  }

  /** The person, if the code is right; a code is good once. */
  synchronized Person check(String id, String code) {
    Challenge challenge = challenges.get(id);
    if (challenge == null || !clock.now().isBefore(challenge.expiresAt)) {
      challenges.remove(id);
      throw new Refusal(410, "sms-code-expired", "This code is no longer valid");
    }
    if (challenge.tries >= MOST_TRIES) {
      throw new Refusal(429, "too-many-tries", "Too many wrong codes; send a new one");
    }
    if (!challenge.code.equals(code)) {
      challenge.tries++;
      throw challenge.tries >= MOST_TRIES
          ? new Refusal(429, "too-many-tries", "Too many wrong codes; send a new one")
          : new Refusal(422, "wrong-sms-code", "The code is wrong");
    }
    challenges.remove(id);
    return challenge.person;
  }

  synchronized void reset() {
    challenges.clear();
  }
}
