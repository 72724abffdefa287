package io.yichuang.simulator.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A refusal with a code of the contract; becomes problem+json (RFC 9457). */
final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient List<String> missing;

  Problem(int status, String code, String detail) {
    this(status, code, detail, List.of());
  }

  Problem(int status, String code, String detail, List<String> missing) {
    super(detail);
    this.status = status;
    this.code = code;
    this.missing = List.copyOf(missing);
  }

  static Problem malformed(String detail) {
    return new Problem(400, "malformed", detail);
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  /** The body, without a word of the request in it. */
  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "urn:yichuang:problem:" + code);
    body.put("title", code.replace('-', ' '));
    body.put("status", status);
    body.put("code", code);
    body.put("detail", String.valueOf(getMessage()));
    if (!missing.isEmpty()) {
      body.put("missing", missing);
    }
    return body;
  }
}
