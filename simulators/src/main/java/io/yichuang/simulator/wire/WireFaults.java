package io.yichuang.simulator.wire;

import io.yichuang.simulator.fault.Faults;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What a bad wire makes of a message: pure, except for the dice of {@link Faults}. */
public final class WireFaults {
  /** The answer never ends: noise follows it until the fault is cleared or the line closes. */
  static final String ENDLESS = "endless";

  /** Names that every byte wire knows, in the order people see them. */
  public static final List<String> NAMES =
      List.of(
          "no-answer",
          "late-answer",
          "split",
          "garbage",
          "dropped-byte",
          "truncated",
          "two-in-one",
          "duplicate",
          ENDLESS);

  /** Longer than the host time-outs found in the field (1 s short, 3 s read; protocols.md 1.5). */
  public static final Duration LATE = Duration.ofSeconds(4);

  /** The gap in a split message, and before a doubled one: well above any inter-byte time. */
  static final Duration GAP = Duration.ofMillis(60);

  /** Bytes to send after a pause. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Burst(Duration after, byte[] bytes) {}

  private WireFaults() {}

  static List<Burst> of(Faults faults, byte[] message) {
    if (faults.strikes("no-answer")) {
      return List.of();
    }
    Duration start = faults.strikes("late-answer") ? LATE : Duration.ZERO;
    byte[] bytes = message;
    if (faults.strikes("garbage")) {
      bytes = garbled(faults, bytes);
    }
    if (faults.strikes("dropped-byte") && bytes.length > 0) {
      bytes = without(bytes, faults.choose(bytes.length));
    }
    if (faults.strikes("truncated") && bytes.length > 0) {
      bytes = Arrays.copyOf(bytes, faults.choose(bytes.length));
    }
    if (faults.strikes("two-in-one")) {
      bytes = joined(bytes, bytes);
    }
    Burst whole = new Burst(start, bytes);
    if (faults.strikes("duplicate")) {
      return List.of(whole, new Burst(GAP, bytes));
    }
    if (faults.strikes("split") && bytes.length > 1) {
      int at = 1 + faults.choose(bytes.length - 1);
      return List.of(
          new Burst(start, Arrays.copyOf(bytes, at)),
          new Burst(GAP, Arrays.copyOfRange(bytes, at, bytes.length)));
    }
    return List.of(whole);
  }

  /** Up to four bytes changed, none by nothing; a stray burst before it, as a loose plug gives. */
  private static byte[] garbled(Faults faults, byte[] message) {
    byte[] noise = new byte[1 + faults.choose(12)];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) faults.choose(256);
    }
    byte[] hurt = message.clone();
    for (int n = 0; n < 4 && hurt.length > 0; n++) {
      hurt[faults.choose(hurt.length)] ^= (byte) (1 + faults.choose(255));
    }
    return joined(noise, hurt);
  }

  private static byte[] without(byte[] bytes, int index) {
    byte[] less = new byte[bytes.length - 1];
    System.arraycopy(bytes, 0, less, 0, index);
    System.arraycopy(bytes, index + 1, less, index, bytes.length - index - 1);
    return less;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
