package io.yichuang.device.xfs;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message of XFS4IoT: a header and a payload beside it.
 *
 * @param type acknowledge, event, completion or unsolicited
 * @param name of the command or the event
 * @param requestId of the command, 0 for an unsolicited message
 * @param status of an acknowledge, empty when it is accepted
 * @param completionCode of a completion, else empty
 * @param payload an object; may be personal
 */
record XfsMessage(
    Type type, String name, int requestId, String status, String completionCode, JsonNode payload) {
  private static final JsonMapper JSON = JsonMapper.shared();

  enum Type {
    ACKNOWLEDGE,
    EVENT,
    COMPLETION,
    UNSOLICITED
  }

  /** The message in a text, or null where it is none. */
  static @Nullable XfsMessage parse(String text) {
    try {
      JsonNode root = JSON.readTree(text);
      JsonNode header = root.path("header");
      Type type = type(header.path("type").asString(""));
      JsonNode id = header.path("requestId");
      boolean numbered = id.isInt() && id.asInt() > 0;
      if (type == null
          || header.path("name").asString("").isEmpty()
          || (!numbered && type != Type.UNSOLICITED)) {
        return null;
      }
      String code = header.path("completionCode").asString("");
      if (type == Type.COMPLETION && code.isEmpty()) {
        return null;
      }
      JsonNode payload = root.path("payload");
      return new XfsMessage(
          type,
          header.path("name").asString(),
          numbered ? id.asInt() : 0,
          header.path("status").asString(""),
          code,
          payload.isObject() ? payload : JSON.createObjectNode());
    } catch (JacksonException e) {
      return null; // no JSON (Jackson itself bounds its depth): the caller says what that means
    }
  }

  private static @Nullable Type type(String word) {
    return switch (word) {
      case "acknowledge" -> Type.ACKNOWLEDGE;
      case "event" -> Type.EVENT;
      case "completion" -> Type.COMPLETION;
      case "unsolicited" -> Type.UNSOLICITED;
      default -> null;
    };
  }

  /**
   * The text of a command.
   *
   * @param timeout in milliseconds
   */
  static String command(String name, int requestId, long timeout, Map<String, Object> payload) {
    ObjectNode root = JSON.createObjectNode();
    root.putObject("header")
        .put("type", "command")
        .put("name", name)
        .put("requestId", requestId)
        .put("version", "1.0")
        .put("timeout", timeout);
    root.set("payload", JSON.valueToTree(payload));
    return JSON.writeValueAsString(root);
  }

  /** The payload as plain values. */
  Map<String, Object> values() {
    return JSON.convertValue(
        payload, new tools.jackson.core.type.TypeReference<Map<String, Object>>() {});
  }

  /** What it is, in words; nothing of its payload. */
  String summary() {
    return Stream.of(type.toString(), name, Integer.toString(requestId), status, completionCode)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }

  @Override
  public String toString() {
    return "XfsMessage[" + summary() + "]";
  }
}
