package io.yichuang.simulator.xfs;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/**
 * The server's side of one WebSocket (RFC 6455), text only. Written by hand because its faults need
 * the bytes: half a message, noise, silence. One thread reads, any writes.
 */
final class WebSocketLine {
  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int MOST_HEAD = 16 << 10;
  private static final int MOST_MESSAGE = 16 << 20;
  private static final int CONTINUED = 0;
  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;
  private static final int LAST = 0x80;

  private final DataInputStream in;
  private final OutputStream out;
  private final int frameBytes;

  private WebSocketLine(DataInputStream in, OutputStream out, int frameBytes) {
    this.in = in;
    this.out = out;
    this.frameBytes = frameBytes;
  }

  /**
   * Answers the upgrade of a client that asks for this path; anything else gets 404.
   *
   * @param frameBytes most bytes of a message in one frame
   */
  static WebSocketLine accept(Socket socket, String path, int frameBytes) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    OutputStream out = socket.getOutputStream();
    String head = head(in);
    String key =
        head.lines()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse("");
    if (!head.startsWith("GET " + path + " ") || key.isEmpty()) {
      write(out, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
      throw new ProtocolException("no upgrade to " + path);
    }
    write(
        out,
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: "
            + accepted(key)
            + "\r\n\r\n");
    return new WebSocketLine(in, out, frameBytes);
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0 || head.length() > MOST_HEAD) {
        throw new ProtocolException("no request");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static String accepted(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1")
              .digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** The next text message; an end of the line is an exception. */
  String read() throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    while (true) {
      int first = in.readUnsignedByte();
      int second = in.readUnsignedByte();
      long length = second & 0x7F;
      if (length == 126) {
        length = in.readUnsignedShort();
      } else if (length == 127) {
        length = in.readLong();
      }
      if ((second & 0x80) == 0 || length < 0 || message.size() + length > MOST_MESSAGE) {
        throw new ProtocolException("a frame without mask or beyond reason");
      }
      byte[] mask = in.readNBytes(4);
      byte[] body = in.readNBytes((int) length);
      if (mask.length < 4 || body.length < length) {
        throw new ProtocolException("half a frame");
      }
      for (int i = 0; i < body.length; i++) {
        body[i] ^= mask[i % 4];
      }
      switch (first & 0x0F) {
        case CLOSE -> throw new ProtocolException("the client says goodbye");
        case PING -> frame(LAST | PONG, body);
        case PONG -> {}
        default -> {
          message.writeBytes(body);
          if ((first & 0x80) != 0) {
            return message.toString(StandardCharsets.UTF_8);
          }
        }
      }
    }
  }

  /**
   * One message, in frames as long as they may be, wherever that cuts, with a ping between each
   * two: a client has to put them together (RFC 6455, 5.4).
   */
  synchronized void send(String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < body.length; at += frameBytes) {
      int end = Math.min(body.length, at + frameBytes);
      int last = end == body.length ? LAST : 0;
      frame(last | (at == 0 ? TEXT : CONTINUED), Arrays.copyOfRange(body, at, end));
      if (last == 0) {
        frame(LAST | PING, new byte[] {(byte) at});
      }
    }
  }

  private synchronized void frame(int kind, byte[] body) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(kind);
    if (body.length < 126) {
      frame.write(body.length);
    } else {
      // The longer form for 16 bits and, for more, for 64.
      int bytes = body.length < 1 << 16 ? 2 : 8;
      frame.write(bytes == 2 ? 126 : 127);
      for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
        frame.write((int) ((long) body.length >> shift));
      }
    }
    frame.writeBytes(body);
    out.write(frame.toByteArray());
    out.flush();
  }
}
