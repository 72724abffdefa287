package io.yichuang.simulator.http;

import io.yichuang.simulator.fault.Faults;
import io.yichuang.simulator.wire.TcpListener;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * The HTTP/1.1 of a device, with the faults of a device: it can fall silent, answer noise, and
 * break off in the middle of a body. That needs the bytes in hand, so it is no HTTP library.
 * Requests are read whole and are bounded; answers have a length or end with the connection.
 *
 * <p>Faults it knows (those a device does not list never get here): {@code no-answer}, {@code
 * http-500}, {@code garbage}, {@code truncated} (a shorter body, politely), {@code lost} (the
 * connection is cut in the body), {@code duplicate} (the whole answer twice), {@code endless} (a
 * body that goes on for ever), {@code slow}.
 */
public final class HttpFarEnd implements AutoCloseable {
  /** Answers one request; runs on the connection's thread. */
  @FunctionalInterface
  public interface Handler {
    HttpAnswer answer(HttpRequest request) throws IOException;
  }

  private static final int MAX_HEAD_BYTES = 32 << 10;

  /** A print job of a kiosk has a few megabytes. */
  private static final int MAX_BODY_BYTES = 64 << 20;

  private static final int PIECE_BYTES = 8 << 10;

  /** With the fault {@code slow} a piece of 8 KiB takes this long: about 16 KiB a second. */
  private static final Duration SLOW_PIECE = Duration.ofMillis(500);

  private final TcpListener listener;
  private final Handler handler;
  private final Faults faults;
  private final Pace pace;
  private final long seed;

  public HttpFarEnd(
      String name, InetSocketAddress where, Handler handler, Faults faults, Pace pace, long seed) {
    this.handler = handler;
    this.faults = faults;
    this.pace = pace;
    this.seed = seed;
    this.listener = new TcpListener(name, where, this::serve);
  }

  public InetSocketAddress address() {
    return listener.address();
  }

  public boolean plugged() {
    return listener.plugged();
  }

  /** How many connections are open. */
  public int clients() {
    return listener.connections();
  }

  public void unplug() {
    listener.unplug();
  }

  public void plug() {
    listener.plug();
  }

  @Override
  public void close() {
    listener.close();
  }

  private void serve(Socket connection) throws IOException {
    InputStream in = new BufferedInputStream(connection.getInputStream());
    OutputStream out = new BufferedOutputStream(connection.getOutputStream(), 64 << 10);
    while (true) {
      HttpAnswer answer;
      boolean last = false;
      try {
        String line = line(in, true);
        if (line.isEmpty()) {
          return;
        }
        if (faults.isSet("no-answer")) {
          in.transferTo(OutputStream.nullOutputStream());
          return;
        }
        HttpRequest request = read(line, in, out);
        last = "close".equalsIgnoreCase(request.headers().getOrDefault("connection", ""));
        answer =
            faults.isSet("http-500")
                ? HttpAnswer.text(500, "internal error")
                : handler.answer(request);
      } catch (ProtocolException e) {
        answer = HttpAnswer.text(400, String.valueOf(e.getMessage()));
        last = true;
      }
      switch (answer) {
        case HttpAnswer.Endless endless -> {
          head(out, 200, endless.headers(), "Connection: close\r\n");
          try {
            endless.writer().write(out);
          } finally {
            // It has no end a client could wait for: whatever stopped it, the line is cut.
            TcpListener.cut(connection);
          }
          return;
        }
        case HttpAnswer.Whole whole -> {
          if (!send(connection, out, whole) || last) {
            return;
          }
          if (faults.isSet("duplicate") && !send(connection, out, whole)) {
            return;
          }
        }
      }
    }
  }

  /** False when the connection is over. */
  private boolean send(Socket connection, OutputStream out, HttpAnswer.Whole answer)
      throws IOException {
    byte[] body = answer.body();
    if (faults.isSet("garbage")) {
      body = new byte[Math.max(1, body.length)];
      new Random(seed).nextBytes(body);
    }
    if (faults.isSet("endless")) {
      endless(connection, out, answer, body);
      return false;
    }
    int length = body.length;
    if (faults.isSet("truncated")) {
      length /= 2;
    }
    head(out, answer.status(), answer.headers(), "Content-Length: " + length + "\r\n");
    if (faults.isSet("lost") && length > 0) {
      out.write(body, 0, length / 3);
      out.flush();
      TcpListener.cut(connection);
      return false;
    }
    for (int at = 0; at < length; at += PIECE_BYTES) {
      if (faults.isSet("slow")) {
        out.flush();
        pace.await(SLOW_PIECE);
      }
      out.write(body, at, Math.min(PIECE_BYTES, length - at));
    }
    out.flush();
    return true;
  }

  /** The body again and again, until the other side has had enough of it. */
  private static void endless(
      Socket connection, OutputStream out, HttpAnswer.Whole answer, byte[] body)
      throws IOException {
    byte[] piece = body.length == 0 ? new byte[PIECE_BYTES] : body;
    head(out, answer.status(), answer.headers(), "Connection: close\r\n");
    try {
      while (!connection.isClosed()) {
        out.write(piece);
        out.flush();
      }
    } finally {
      TcpListener.cut(connection);
    }
  }

  private static void head(OutputStream out, int status, Map<String, String> headers, String extra)
      throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " " + reason(status) + "\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append(extra).append("\r\n");
    out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static String reason(int status) {
    return switch (status) {
      case 200 -> "OK";
      case 201 -> "Created";
      case 400 -> "Bad Request";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 409 -> "Conflict";
      case 500 -> "Internal Server Error";
      case 503 -> "Service Unavailable";
      default -> "Status";
    };
  }

  private static HttpRequest read(String requestLine, InputStream in, OutputStream out)
      throws IOException {
    String[] parts = requestLine.split(" ", -1);
    if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
      throw new ProtocolException("not an HTTP/1 request");
    }
    Map<String, String> headers = new HashMap<>();
    int size = requestLine.length();
    for (String line = line(in, false); !line.isEmpty(); line = line(in, false)) {
      size += line.length();
      int colon = line.indexOf(':');
      if (colon <= 0 || size > MAX_HEAD_BYTES) {
        throw new ProtocolException("bad or endless header");
      }
      headers.put(
          line.substring(0, colon).trim().toLowerCase(Locale.ROOT),
          line.substring(colon + 1).trim());
    }
    if ("100-continue".equalsIgnoreCase(headers.getOrDefault("expect", ""))) {
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }
    byte[] body =
        headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")
            ? chunks(in)
            : sized(in, headers.getOrDefault("content-length", "0"));
    String path = parts[1];
    int query = path.indexOf('?');
    return new HttpRequest(parts[0], query < 0 ? path : path.substring(0, query), headers, body);
  }

  private static byte[] sized(InputStream in, String length) throws IOException {
    int size = number(length, 10);
    byte[] body = in.readNBytes(size);
    if (body.length < size) {
      throw new EOFException("body ends early");
    }
    return body;
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      String line = line(in, false);
      int semicolon = line.indexOf(';');
      int size = number((semicolon < 0 ? line : line.substring(0, semicolon)).trim(), 16);
      if (body.size() + (long) size > MAX_BODY_BYTES) {
        throw new ProtocolException("body too large");
      }
      if (size == 0) {
        while (!line(in, false).isEmpty()) {
          // Trailers mean nothing to a device.
        }
        return body.toByteArray();
      }
      byte[] chunk = in.readNBytes(size);
      if (chunk.length < size) {
        throw new EOFException("chunk ends early");
      }
      body.write(chunk);
      line(in, false);
    }
  }

  private static int number(String text, int radix) throws ProtocolException {
    try {
      int number = Integer.parseInt(text, radix);
      if (number < 0 || number > MAX_BODY_BYTES) {
        throw new ProtocolException("body too large");
      }
      return number;
    } catch (NumberFormatException e) {
      ProtocolException bad = new ProtocolException("bad length");
      bad.initCause(e);
      throw bad;
    }
  }

  /** A line without its end; at the end of the stream, empty if that is allowed. */
  private static String line(InputStream in, boolean mayEnd) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      int b = in.read();
      if (b < 0) {
        if (mayEnd && line.size() == 0) {
          return "";
        }
        throw new EOFException("head ends early");
      }
      if (b == '\n') {
        break;
      }
      if (b != '\r') {
        line.write(b);
      }
      if (line.size() > MAX_HEAD_BYTES) {
        throw new ProtocolException("endless line");
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }
}
