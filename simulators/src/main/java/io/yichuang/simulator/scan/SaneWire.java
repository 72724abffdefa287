package io.yichuang.simulator.scan;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of the SANE network protocol (SANE standard 1.06, chapter 5): words are 4 bytes,
 * most significant first; strings are a word with the length including the NUL (0 for a null
 * string), then the bytes. An answer is gathered and sent by {@link #flush}.
 */
final class SaneWire {
  /** No request of the protocol holds a longer string or array; anything beyond is garbage. */
  static final int MAX_LENGTH = 4096;

  private final DataInputStream in;
  private final OutputStream out;
  private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
  private final DataOutputStream words = new DataOutputStream(answer);

  SaneWire(InputStream in, OutputStream out) {
    this.in = new DataInputStream(in);
    this.out = out;
  }

  int word() throws IOException {
    return in.readInt();
  }

  /** A string without its NUL; a null string reads as empty. */
  String string() throws IOException {
    byte[] bytes = bytes();
    int end = 0;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  /** A word count, then as many words. */
  int[] wordArray() throws IOException {
    int[] array = new int[length()];
    for (int i = 0; i < array.length; i++) {
      array[i] = in.readInt();
    }
    return array;
  }

  private byte[] bytes() throws IOException {
    byte[] bytes = new byte[length()];
    in.readFully(bytes);
    return bytes;
  }

  private int length() throws IOException {
    int length = in.readInt();
    if (length < 0 || length > MAX_LENGTH) {
      throw new ProtocolException("length " + length + " is beyond " + MAX_LENGTH);
    }
    return length;
  }

  SaneWire put(int word) throws IOException {
    words.writeInt(word);
    return this;
  }

  SaneWire put(@Nullable String string) throws IOException {
    if (string == null) {
      return put(0);
    }
    byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
    words.writeInt(bytes.length + 1);
    words.write(bytes);
    words.write(0);
    return this;
  }

  /** A string option's value: its fixed size in bytes, then text, NUL and padding. */
  SaneWire putPadded(String text, int size) throws IOException {
    byte[] padded = new byte[size];
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, padded, 0, Math.min(bytes.length, size - 1));
    words.writeInt(size);
    words.write(padded);
    return this;
  }

  /** Sends the answer, so many times: once, if nothing is wrong. */
  void flush(int times) throws IOException {
    for (int sent = 0; sent < times; sent++) {
      answer.writeTo(out);
    }
    out.flush();
    answer.reset();
  }

  /** The size of the answer gathered so far; it is dropped. */
  int discard() {
    int size = answer.size();
    answer.reset();
    return size;
  }
}
