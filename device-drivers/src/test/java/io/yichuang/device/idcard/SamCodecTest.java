package io.yichuang.device.idcard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SamCodecTest {
  private static final byte[] FOUND = HexFormat.of().parseHex("AAAAAA9669000800009F0000000097");
  private static final byte[] DONE = HexFormat.of().parseHex("AAAAAA9669000400009094");

  @Test
  void requests_and_replies_match_the_golden_frames() throws IOException {
    List<String[]> rows = rows();
    assertThat(rows).hasSize(16);
    for (String[] row : rows) {
      byte[] bytes = HexFormat.of().parseHex(row[2]);
      if (row[0].equals("request")) {
        assertThat(SamCommand.valueOf(row[1]).request()).as(row[1]).isEqualTo(bytes);
      } else {
        assertThat(frames(bytes)).as(row[2]).hasSize(1);
        assertThat(frames(bytes).getFirst().statusHex()).isEqualTo(row[1]);
      }
    }
  }

  @Test
  void a_frame_is_found_however_it_is_split() {
    byte[] long1 = reply(0x90, new byte[1284]);
    for (int size = 1; size < long1.length; size++) {
      var parser = new SamParser();
      var found = new ArrayList<SamFrame>();
      for (int at = 0; at < long1.length; at += size) {
        feed(parser, long1, at, Math.min(size, long1.length - at), found);
      }
      assertThat(found).as("pieces of %d", size).hasSize(1);
      assertThat(found.getFirst().data()).hasSize(1284);
    }
  }

  @Test
  void two_frames_in_one_read_are_two() {
    assertThat(frames(join(FOUND, DONE))).extracting(SamFrame::status).containsExactly(0x9F, 0x90);
  }

  @Test
  void garbage_before_and_between_frames_is_stepped_over() {
    byte[] noise = {1, 2, (byte) 0xAA, (byte) 0xAA, 3, (byte) 0xAA, (byte) 0xAA};
    assertThat(frames(join(noise, FOUND, noise, DONE)))
        .extracting(SamFrame::status)
        .containsExactly(0x9F, 0x90);
  }

  @Test
  void a_flipped_bit_is_never_taken_for_a_frame_with_another_content() {
    byte[] good = reply(0x90, "an address".getBytes(StandardCharsets.UTF_16LE));
    for (int bit = 0; bit < good.length * 8; bit++) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(frames(bad)).as("bit %d", bit).isEmpty();
    }
  }

  @Test
  void a_frame_cut_short_anywhere_is_no_frame() {
    for (int length = 0; length < FOUND.length; length++) {
      assertThat(frames(java.util.Arrays.copyOf(FOUND, length))).isEmpty();
    }
  }

  @Test
  void ten_thousand_random_frames_survive_random_splits_and_noise() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      byte[] data = new byte[random.nextInt(64)];
      random.nextBytes(data);
      byte[] noise = new byte[random.nextInt(16)];
      random.nextBytes(noise);
      for (int n = 0; n < noise.length; n++) {
        noise[n] &= 0x7F; // no false start mark, which would rightly hold the frame back
      }
      int status = random.nextInt(256);
      byte[] stream = join(noise, reply(status, data));
      var parser = new SamParser();
      var found = new ArrayList<SamFrame>();
      for (int at = 0; at < stream.length; ) {
        int size = Math.min(1 + random.nextInt(40), stream.length - at);
        feed(parser, stream, at, size, found);
        at += size;
      }
      assertThat(found).as("seed %d, round %d", seed, i).hasSize(1);
      assertThat(found.getFirst().status()).isEqualTo(status);
      assertThat(found.getFirst().data()).isEqualTo(data);
    }
  }

  @Test
  void ten_thousand_mutated_frames_do_no_harm() {
    long seed = Long.getLong("yichuang.seed", new Random().nextLong());
    var random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      byte[] stream = join(mutated(random.nextBoolean() ? FOUND : DONE, random), DONE);
      var parser = new SamParser();
      var found = new ArrayList<SamFrame>();
      for (int at = 0; at < stream.length; ) {
        int size = Math.min(1 + random.nextInt(16), stream.length - at);
        feed(parser, stream, at, size, found);
        at += size;
      }
      assertThat(parser.held()).isLessThan(2400);
      String all = HexFormat.of().formatHex(stream);
      for (SamFrame frame : found) {
        assertThat(all)
            .as("seed %d, round %d", seed, i)
            .contains(HexFormat.of().formatHex(reply(frame.status(), frame.data())).substring(10));
      }
    }
  }

  private static byte[] mutated(byte[] golden, Random random) {
    byte[] bytes = golden.clone();
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(4)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = (byte) random.nextInt(256);
      case 2 -> bytes = java.util.Arrays.copyOf(bytes, at);
      default -> bytes = java.util.Arrays.copyOfRange(bytes, at, bytes.length);
    }
    return bytes;
  }

  @Test
  void endless_noise_is_never_kept() {
    var random = new Random(1);
    var parser = new SamParser();
    byte[] noise = new byte[4096];
    for (int i = 0; i < 1_000; i++) {
      random.nextBytes(noise);
      feed(parser, noise, 0, noise.length, new ArrayList<>());
      assertThat(parser.held()).isLessThan(2400);
    }
  }

  @Test
  void a_frame_behind_a_false_length_is_found_when_its_bytes_are_there() {
    byte[] falseHead = HexFormat.of().parseHex("AAAAAA96690010");
    assertThat(frames(join(falseHead, DONE, DONE, DONE))).isNotEmpty();
  }

  private static List<SamFrame> frames(byte[] bytes) {
    var found = new ArrayList<SamFrame>();
    feed(new SamParser(), bytes, 0, bytes.length, found);
    return found;
  }

  private static void feed(SamParser parser, byte[] bytes, int at, int size, List<SamFrame> found) {
    parser.add(java.util.Arrays.copyOfRange(bytes, at, at + size), size);
    while (true) {
      switch (parser.next()) {
        case SamParser.Frame(SamFrame frame) -> found.add(frame);
        case SamParser.Corrupt corrupt -> assertThat(corrupt.why()).isNotEmpty();
        case SamParser.NeedMore() -> {
          return;
        }
      }
    }
  }

  static byte[] reply(int status, byte[] data) {
    byte[] frame = new byte[7 + 3 + data.length + 1];
    System.arraycopy(FOUND, 0, frame, 0, 5);
    int length = data.length + 4;
    frame[5] = (byte) (length >> 8);
    frame[6] = (byte) length;
    frame[9] = (byte) status;
    System.arraycopy(data, 0, frame, 10, data.length);
    for (int i = 5; i < frame.length - 1; i++) {
      frame[frame.length - 1] ^= frame[i];
    }
    return frame;
  }

  private static byte[] join(byte[]... parts) {
    var all = new java.io.ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static List<String[]> rows() throws IOException {
    try (InputStream file = SamCodecTest.class.getResourceAsStream("sam-frames.tsv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .toList();
    }
  }
}
