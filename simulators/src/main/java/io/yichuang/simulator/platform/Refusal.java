package io.yichuang.simulator.platform;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the platform does not do, as a problem of the contract. Its message holds no answer. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient List<String> missing;

  Refusal(int status, String code, String detail, List<String> missing) {
    super(detail);
    this.status = status;
    this.code = code;
    this.missing = List.copyOf(missing);
  }

  Refusal(int status, String code, String detail) {
    this(status, code, detail, List.of());
  }

  static Refusal malformed(String detail) {
    return new Refusal(400, "malformed", detail);
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  List<String> missing() {
    return missing;
  }

  /** RFC 9457 with the fields of the contract. */
  ObjectNode problem() {
    ObjectNode node = JsonMapper.shared().createObjectNode();
    node.put("type", "about:blank");
    node.put("title", code.replace('-', ' '));
    node.put("status", status);
    node.put("code", code);
    node.put("detail", getMessage());
    if (!missing.isEmpty()) {
      missing.forEach(node.putArray("missing")::add);
    }
    return node;
  }
}
