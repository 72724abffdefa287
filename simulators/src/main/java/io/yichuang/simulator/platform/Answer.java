package io.yichuang.simulator.platform;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/**
 * An answer of the platform.
 *
 * @param type of the body; empty if there is none
 * @param tag ETag; empty if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Answer(int status, String type, byte[] body, String tag) {
  static final String JSON = "application/json";

  static Answer of(int status, JsonNode body) {
    return new Answer(status, JSON, utf8(body.toString()), "");
  }

  static Answer empty(int status) {
    return new Answer(status, "", new byte[0], "");
  }

  static Answer problem(Refusal refusal) {
    return new Answer(
        refusal.status(), "application/problem+json", utf8(refusal.problem().toString()), "");
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Answer[" + status + "]";
  }
}
