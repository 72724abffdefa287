package io.yichuang.simulator.platform;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Words that people read, by key and language. */
final class Texts {
  private static final JsonNode ALL = Json.resource("texts.json");

  private Texts() {}

  static Map<String, String> of(String key) {
    return of(key, Map.of());
  }

  static Map<String, String> of(String key, Map<String, String> values) {
    return Map.of("zh", in("zh", key, values), "en", in("en", key, values));
  }

  static String in(String language, String key, Map<String, String> values) {
    JsonNode text = ALL.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no text " + key);
    }
    String words = text.get(language).asString();
    for (Map.Entry<String, String> value : values.entrySet()) {
      words = words.replace("{" + value.getKey() + "}", value.getValue());
    }
    return words;
  }
}
