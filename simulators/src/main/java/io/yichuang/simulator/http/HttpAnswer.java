package io.yichuang.simulator.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a handler answers. */
public sealed interface HttpAnswer {

  /** A body of known length. */
  record Whole(int status, Map<String, String> headers, byte[] body) implements HttpAnswer {}

  /**
   * A body that goes on until the connection ends. The writer is called once, on the connection's
   * thread.
   */
  record Endless(Map<String, String> headers, Writer writer) implements HttpAnswer {}

  /** Writes an endless body. */
  @FunctionalInterface
  interface Writer {
    void write(OutputStream out) throws IOException;
  }

  static HttpAnswer of(int status, String type, byte[] body) {
    return new Whole(status, Map.of("Content-Type", type), body);
  }

  /** A short answer for a person who reads the traffic. */
  static HttpAnswer text(int status, String text) {
    return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }
}
