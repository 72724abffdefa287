package io.yichuang.simulator.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON of this package: strict in, plain out. */
final class Json {
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  static JsonNode resource(String name) {
    try (InputStream in = Json.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The simulators' jar lacks platform/" + name);
      }
      return MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A request's body as an object.
   *
   * @throws Problem malformed; it does not repeat the body, which is personal
   */
  static JsonNode object(byte[] body) {
    JsonNode node;
    try {
      node = MAPPER.readTree(body);
    } catch (JacksonException e) {
      Problem problem = Problem.malformed("The body is no JSON");
      problem.initCause(e);
      throw problem;
    }
    if (node == null || !node.isObject()) {
      throw Problem.malformed("The body is no JSON object");
    }
    return node;
  }

  /** A text of an object, or refused. */
  static String text(JsonNode object, String field) {
    JsonNode value = object.get(field);
    if (value == null || !value.isString() || value.asString().isBlank()) {
      throw Problem.malformed("'" + field + "' is missing or no text");
    }
    return value.asString();
  }

  static String text(JsonNode object, String field, String otherwise) {
    JsonNode value = object.get(field);
    return value == null || !value.isString() ? otherwise : value.asString();
  }

  static Map<?, ?> map(JsonNode object) {
    return MAPPER.convertValue(object, Map.class);
  }
}
