package io.yichuang.device.scan;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The requests of the SANE network protocol (SANE standard, chapter 5): a word is four bytes big
 * endian, a string its length with the closing NUL and the bytes.
 */
final class SaneRequest {
  /** Version 1.0, build 3: what Debian's saned speaks. */
  static final int VERSION = 0x01000003;

  /** saned serves one handle per connection here, so the name is for its log only. */
  private static final String USER = "yichuang";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(64);

  private SaneRequest(int code) {
    word(code);
  }

  static byte[] init() {
    return new SaneRequest(0).word(VERSION).string(USER).bytes();
  }

  static byte[] devices() {
    return new SaneRequest(1).bytes();
  }

  static byte[] open(String device) {
    return new SaneRequest(2).string(device).bytes();
  }

  static byte[] close(int handle) {
    return new SaneRequest(3).word(handle).bytes();
  }

  static byte[] options(int handle) {
    return new SaneRequest(4).word(handle).bytes();
  }

  /** Sets option {@code index} to a string; the device's buffer has {@code size} bytes. */
  static byte[] set(int handle, int index, String value, int size) {
    byte[] text = value.getBytes(StandardCharsets.ISO_8859_1);
    // A shorter array than the option's size is padded: some backends copy the whole size.
    int length = Math.max(size, text.length + 1);
    SaneRequest request =
        new SaneRequest(5)
            .word(handle)
            .word(index)
            .word(SET)
            .word(SaneOption.STRING)
            .word(length)
            .word(length);
    request.out.writeBytes(text);
    request.out.writeBytes(new byte[length - text.length]);
    return request.bytes();
  }

  /** Sets option {@code index} to one word, such as a resolution. */
  static byte[] set(int handle, int index, int type, int value) {
    return new SaneRequest(5)
        .word(handle)
        .word(index)
        .word(SET)
        .word(type)
        .word(Integer.BYTES)
        .word(1)
        .word(value)
        .bytes();
  }

  static byte[] parameters(int handle) {
    return new SaneRequest(6).word(handle).bytes();
  }

  static byte[] start(int handle) {
    return new SaneRequest(7).word(handle).bytes();
  }

  static byte[] cancel(int handle) {
    return new SaneRequest(8).word(handle).bytes();
  }

  static byte[] exit() {
    return new SaneRequest(10).bytes();
  }

  private static final int SET = 1;

  private SaneRequest word(int value) {
    out.write(value >>> 24);
    out.write(value >>> 16);
    out.write(value >>> 8);
    out.write(value);
    return this;
  }

  private SaneRequest string(String value) {
    byte[] text = value.getBytes(StandardCharsets.ISO_8859_1);
    word(text.length + 1);
    out.writeBytes(text);
    out.write(0);
    return this;
  }

  private byte[] bytes() {
    return out.toByteArray();
  }
}
