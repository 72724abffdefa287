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
 * @param told what it was, in words, where whole messages go over the wire; else empty
 */
public record Traffic(Instant at, boolean out, int length, String bytes, String told) {

  static Traffic of(Instant at, boolean out, byte[] bytes, int length, boolean shown) {
    String hex = shown ? HexFormat.of().formatHex(bytes, 0, length) : "";
    return new Traffic(at, out, length, hex, "");
  }

  /** This and what came at once behind it. */
  Traffic and(Traffic next) {
    return new Traffic(at, out, length + next.length, bytes + next.bytes, told);
  }

  /** One line for people and files: time, direction, length, bytes, words or {@code masked}. */
  @Override
  public String toString() {
    String what =
        !told.isEmpty() ? '"' + told + '"' : bytes.isEmpty() && length > 0 ? "masked" : bytes;
    return at + (out ? " > " : " < ") + length + " " + what;
  }
}
