package io.yichuang.simulator.idcard;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.simulator.idcard.SamFrames.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamFramesTest {

  /** Requests of protocols.md 1.3. */
  @ParameterizedTest
  @CsvSource({
    "AAAAAA9669000310FFEC, 10, FF",
    "AAAAAA9669000311FFED, 11, FF",
    "AAAAAA9669000312FFEE, 12, FF",
    "AAAAAA96690003200122, 20, 01",
    "AAAAAA96690003200221, 20, 02",
    "AAAAAA96690003300132, 30, 01",
    "AAAAAA96690003301023, 30, 10",
    "AAAAAA96690003300330, 30, 03",
    "AAAAAA96690003300536, 30, 05",
    "AAAAAA96690003600063, 60, 00"
  })
  void golden_requests_are_understood_at_every_split(String hex, String command, String parameter) {
    byte[] frame = hex(hex);
    for (int split = 0; split <= frame.length; split++) {
      SamFrames frames = new SamFrames();
      List<Request> all = new ArrayList<>(frames.take(Arrays.copyOf(frame, split)));
      all.addAll(frames.take(Arrays.copyOfRange(frame, split, frame.length)));
      assertThat(all)
          .singleElement()
          .isInstanceOfSatisfying(
              Request.Command.class,
              c -> {
                assertThat(c.command()).isEqualTo(Integer.parseInt(command, 16));
                assertThat(c.parameter()).isEqualTo(Integer.parseInt(parameter, 16));
              });
    }
  }

  /** Answers of protocols.md 1.3 and 1.4. */
  @Test
  void golden_answers_are_built() {
    assertThat(SamFrames.answer(0x90, new byte[0])).isEqualTo(hex("AAAAAA9669000400009094"));
    assertThat(SamFrames.answer(0x9F, new byte[4]))
        .isEqualTo(hex("AAAAAA9669000800009F0000000097"));
    assertThat(SamFrames.answer(0x80, new byte[0])).isEqualTo(hex("AAAAAA9669000400008084"));
    assertThat(SamFrames.answer(0x90, new byte[8]))
        .isEqualTo(hex("AAAAAA9669000C00009000000000000000009C"));
    assertThat(SamFrames.answer(0x81, new byte[0])).isEqualTo(hex("AAAAAA9669000400008185"));
    assertThat(SamFrames.answer(0x41, new byte[0])).isEqualTo(hex("AAAAAA9669000400004145"));
    assertThat(SamFrames.answer(0x10, new byte[0])).isEqualTo(hex("AAAAAA9669000400001014"));
    assertThat(SamFrames.answer(0x11, new byte[0])).isEqualTo(hex("AAAAAA9669000400001115"));
    assertThat(SamFrames.answer(0x21, new byte[0])).isEqualTo(hex("AAAAAA9669000400002125"));
  }

  @Test
  void every_flipped_bit_behind_the_length_is_a_bad_checksum() {
    byte[] frame = hex("AAAAAA96690003300132");
    for (int bit = 7 * 8; bit < frame.length * 8; bit++) {
      byte[] hurt = frame.clone();
      hurt[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(new SamFrames().take(hurt)).containsExactly(new Request.BadChecksum());
    }
  }

  @Test
  void a_length_no_command_has_is_named_and_the_next_frame_still_counts() {
    SamFrames frames = new SamFrames();
    assertThat(frames.take(hex("AAAAAA9669FFFF"))).containsExactly(new Request.BadLength());
    assertThat(frames.take(hex("AAAAAA96690003200122"))).hasSize(1);
  }

  @Test
  void noise_before_a_frame_and_two_frames_at_once_are_taken() {
    SamFrames frames = new SamFrames();
    assertThat(frames.take(hex("00AAAA96AAAAAAAA96690003200122AAAAAA96690003200221"))).hasSize(2);
  }

  @Test
  void endless_noise_leaves_nothing_behind() {
    long seed = 20261122;
    Random random = new Random(seed);
    SamFrames frames = new SamFrames();
    byte[] noise = new byte[4096];
    for (int i = 0; i < 1000; i++) {
      random.nextBytes(noise);
      frames.take(noise);
    }
    // At most a half frame of the longest length may be pending: zeros complete it, then a frame
    // counts.
    frames.take(new byte[300]);
    assertThat(frames.take(hex("AAAAAA96690003200122"))).as("seed %d", seed).hasSize(1);
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
