package io.yichuang.simulator.http;

import java.util.Map;

/**
 * One request, whole.
 *
 * @param path without query
 * @param headers names in lower case
 */
public record HttpRequest(String method, String path, Map<String, String> headers, byte[] body) {
  @Override
  public String toString() {
    return method + " " + path + " (" + body.length + " bytes)";
  }
}
