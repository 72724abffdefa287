package io.yichuang.simulator.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscPosParserTest {

  /** Bytes of protocols.md 2.1. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1B40 | Init[]",
        "1B6101 | Align[n=1]",
        "1B6132 | Align[n=2]",
        "1B4501 | Bold[on=true]",
        "1B2D01 | Underline[on=true]",
        "1D2111 | Size[width=2, height=2]",
        "1D4201 | Inverse[on=true]",
        "1B6403 | FeedLines[lines=3]",
        "1B4A18 | FeedDots[dots=24]",
        "1D5600 | Cut[feedDots=0, partial=false]",
        "1D5631 | Cut[feedDots=0, partial=true]",
        "1D564203 | Cut[feedDots=3, partial=true]",
        "100404 | RealTimeStatus[n=4]",
        "100502 | Recover[n=2]",
        "1D610F | AutoStatus[mask=15]",
        "1D7201 | QueuedStatus[n=1]",
        "1D7231 | QueuedStatus[n=1]",
        "1D4943 | Identity[n=67]",
        "1D286B03003143 06 | QrModule[dots=6]",
        "1D286B0300314531 | QrLevel[n=49]",
        "1D286B0300315130 | QrPrint[]",
        "FE9F | Text[codePoint=19886, wide=true]",
        "8139EE39 | Text[codePoint=13312, wide=true]",
        "41 | Text[codePoint=65, wide=false]"
      })
  void golden_bytes_at_every_split(String hex, String expected) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    for (int split = 0; split <= bytes.length; split++) {
      assertThat(parse(bytes, split)).as("split at %d", split).containsExactly(expected);
    }
  }

  @Test
  void a_raster_picture_comes_row_by_row_and_text_follows() {
    byte[] bytes = HexFormat.of().parseHex("1D763000020003000102030405064 1".replace(" ", ""));
    for (int split = 0; split <= bytes.length; split++) {
      EscPosParser parser = new EscPosParser();
      List<Op> ops = new ArrayList<>(parser.take(Arrays.copyOf(bytes, split)));
      ops.addAll(parser.take(Arrays.copyOfRange(bytes, split, bytes.length)));
      assertThat(ops).hasSize(4);
      assertThat(((Op.RasterRow) ops.get(1)).bits()).containsExactly(3, 4);
      assertThat(ops.get(3)).isEqualTo(new Op.Text('A', false));
    }
  }

  @Test
  void chinese_is_two_or_four_bytes_and_only_in_chinese_mode() {
    byte[] text = "陈𫖯办A".getBytes(Charset.forName("GB18030"));
    assertThat(new EscPosParser().take(text))
        .containsExactly(
            new Op.Text("陈".codePointAt(0), true),
            new Op.Text("𫖯".codePointAt(0), true),
            new Op.Text('办', true),
            new Op.Text('A', false));
    EscPosParser latin = new EscPosParser();
    latin.take(new byte[] {0x1C, 0x2E});
    assertThat(latin.take(text)).hasSize(text.length);
  }

  @Test
  void what_is_unknown_is_named_and_passed_over() {
    assertThat(parse(HexFormat.of().parseHex("1B7B0141"), 0))
        .containsExactly("Unknown[hex=1B7B01]", "Text[codePoint=65, wide=false]");
  }

  @Test
  void random_bytes_are_taken_without_error_or_growth() {
    long seed = 42;
    Random random = new Random(seed);
    byte[] noise = new byte[1024];
    for (int round = 0; round < 500; round++) {
      EscPosParser parser = new EscPosParser();
      for (int i = 0; i < 8; i++) {
        random.nextBytes(noise);
        assertThat(parser.take(noise)).as("seed %d", seed).isNotNull();
      }
    }
  }

  private static List<String> parse(byte[] bytes, int split) {
    EscPosParser parser = new EscPosParser();
    List<Op> ops = new ArrayList<>(parser.take(Arrays.copyOf(bytes, split)));
    ops.addAll(parser.take(Arrays.copyOfRange(bytes, split, bytes.length)));
    return ops.stream().map(Object::toString).toList();
  }
}
