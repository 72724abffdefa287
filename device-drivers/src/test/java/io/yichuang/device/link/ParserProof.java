package io.yichuang.device.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What every parser has to stand: golden frames in any pieces, noise, mutation, endless bytes.
 *
 * @param parser makes a fresh parser
 * @param shown what a frame says, for comparing; null from it makes no sense
 * @param longest more bytes than this are never kept
 */
public record ParserProof<F>(
    Supplier<FrameParser<F>> parser, Function<F, String> shown, int longest) {
  private static final int ROUNDS = 10_000;

  /** The frames in these bytes, fed in pieces of this size. */
  public List<String> frames(byte[] bytes, int piece) {
    var found = new ArrayList<String>();
    FrameParser<F> fresh = parser.get();
    for (int at = 0; at < bytes.length; at += piece) {
      feed(fresh, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + piece)), found);
    }
    return found;
  }

  private void feed(FrameParser<F> fresh, byte[] bytes, List<String> found) {
    fresh.add(bytes, bytes.length);
    for (int steps = 0; ; steps++) {
      assertThat(steps).as("the parser goes on").isLessThan(3 * (longest + bytes.length) + 10);
      switch (fresh.next()) {
        case FrameParser.Frame<F>(F frame) -> found.add(shown.apply(frame));
        case FrameParser.Corrupt<F> corrupt -> assertThat(corrupt.why()).isNotEmpty();
        case FrameParser.NeedMore<F> _ -> {
          return;
        }
      }
    }
  }

  /** These bytes are exactly these frames, cut anywhere. */
  public void splits(byte[] bytes, String... frames) {
    for (int piece = 1; piece <= bytes.length; piece++) {
      assertThat(frames(bytes, piece)).as("pieces of %d", piece).containsExactly(frames);
    }
    for (int first = 1; first < bytes.length; first++) {
      var found = new ArrayList<String>();
      FrameParser<F> fresh = parser.get();
      feed(fresh, Arrays.copyOf(bytes, first), found);
      feed(fresh, Arrays.copyOfRange(bytes, first, bytes.length), found);
      assertThat(found).as("cut at %d", first).containsExactly(frames);
    }
  }

  /** No beginning of these bytes is a frame. */
  public void truncation(byte[] bytes) {
    for (int length = 0; length < bytes.length; length++) {
      assertThat(frames(Arrays.copyOf(bytes, length), 1)).as("%d bytes", length).isEmpty();
    }
  }

  /** With one bit turned, the frame is never taken for another. */
  public void bits(byte[] bytes) {
    List<String> good = frames(bytes, bytes.length);
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      byte[] bad = bytes.clone();
      bad[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(good).as("bit %d", bit).containsAll(frames(bad, bad.length));
    }
  }

  /**
   * Ten thousand mutated frames: nothing crashes, little is kept, and what is accepted was really
   * there.
   *
   * @param there whether the bytes hold this frame, found out independently of the parser
   */
  public void mutations(List<byte[]> golden, BiPredicate<byte[], String> there) {
    long seed = Long.getLong("yichuang.seed", new Random().nextLong());
    var random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = mutated(golden.get(random.nextInt(golden.size())), random);
      FrameParser<F> fresh = parser.get();
      var found = new ArrayList<String>();
      for (int at = 0; at < bytes.length; ) {
        int size = Math.min(1 + random.nextInt(16), bytes.length - at);
        feed(fresh, Arrays.copyOfRange(bytes, at, at + size), found);
        at += size;
      }
      assertThat(fresh.held()).isLessThanOrEqualTo(longest);
      for (String frame : found) {
        assertThat(there.test(bytes, frame))
            .as("seed %d, round %d: %s in %s", seed, round, frame, hex(bytes))
            .isTrue();
      }
    }
  }

  /** Endless noise is never kept. */
  public void noise() {
    var random = new Random(1);
    FrameParser<F> fresh = parser.get();
    byte[] noise = new byte[1024];
    for (int i = 0; i < 500; i++) {
      random.nextBytes(noise);
      feed(fresh, noise, new ArrayList<>());
      assertThat(fresh.held()).isLessThanOrEqualTo(longest);
    }
  }

  private static byte[] mutated(byte[] golden, Random random) {
    var out = new ByteArrayOutputStream();
    byte[] bytes = golden.clone();
    switch (random.nextInt(6)) {
      case 0 -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      case 2 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 3 -> bytes = Arrays.copyOfRange(bytes, 1 + random.nextInt(bytes.length), bytes.length);
      case 4 -> {
        byte[] noise = new byte[random.nextInt(40)];
        random.nextBytes(noise);
        out.writeBytes(noise);
      }
      default -> random.nextBytes(bytes);
    }
    out.writeBytes(bytes);
    if (random.nextBoolean()) {
      out.writeBytes(golden);
    }
    return out.toByteArray();
  }

  public static byte[] join(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  public static byte[] bytes(String hex) {
    return java.util.HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  public static String hex(byte[] bytes) {
    return java.util.HexFormat.of().formatHex(bytes);
  }
}
