package io.yichuang.device.trace;

import java.time.Instant;
import java.util.HexFormat;

/**
 * What went over a wire at one moment.
 *
 * @param at when it was written or read
 * @param out true for what we sent
 * @param length in bytes
 * @param bytes as hex, or empty where they may be personal
 */
public record Traffic(Instant at, boolean out, int length, String bytes) {

  static Traffic of(Instant at, boolean out, byte[] bytes, int length, boolean shown) {
    return new Traffic(at, out, length, shown ? HexFormat.of().formatHex(bytes, 0, length) : "");
  }

  /** One line for people and files: time, direction, length, bytes or {@code masked}. */
  @Override
  public String toString() {
    return at
        + (out ? " > " : " < ")
        + length
        + " "
        + (bytes.isEmpty() && length > 0 ? "masked" : bytes);
  }
}
