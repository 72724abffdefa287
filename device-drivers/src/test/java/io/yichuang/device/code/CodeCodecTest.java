package io.yichuang.device.code;

import static io.yichuang.device.link.ParserProof.bytes;
import static io.yichuang.device.link.ParserProof.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.device.link.ParserProof;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeCodecTest {
  private static final byte[] CODE = utf8("https://example.cn/q?id=20261122&name=王小英\r\n");
  private static final byte[] REPLY = bytes("02 01 30303030 23 53434E 545247 31 06 3B 03");
  private static final byte[] REFUSAL = bytes("02 01 30303030 23 53434E 545247 31 15 3B 03");

  private final ParserProof<CodeFrame> proof =
      new ParserProof<>(CodeParser::new, CodeCodecTest::shown, CodeParser.LONGEST + 1);

  private static String shown(CodeFrame frame) {
    return switch (frame) {
      case CodeFrame.Reply(boolean done) -> done ? "done" : "refused";
      case CodeFrame.Text(byte[] bytes) -> "text " + new String(bytes, StandardCharsets.ISO_8859_1);
    };
  }

  @Test
  void trigger_frames_are_the_makers_own() {
    assertThat(Trigger.HONEYWELL.frame(true)).isEqualTo(bytes("16 54 0D"));
    assertThat(Trigger.HONEYWELL.frame(false)).isEqualTo(bytes("16 55 0D"));
    assertThat(Trigger.NEWLAND.frame(true))
        .isEqualTo(bytes("7E 01 30303030 23 53434E 545247 31 3B 03"));
    assertThat(Trigger.NEWLAND.frame(false))
        .isEqualTo(bytes("7E 01 30303030 23 53434E 545247 30 3B 03"));
    assertThat(Trigger.NONE.frame(true)).isEmpty();
  }

  @Test
  void a_code_and_a_reply_are_found_however_they_are_split() {
    String text = "text " + new String(CODE, 0, CODE.length - 2, StandardCharsets.ISO_8859_1);
    proof.splits(CODE, text);
    proof.splits(REPLY, "done");
    proof.splits(REFUSAL, "refused");
    proof.splits(join(REPLY, CODE, CODE), "done", text, text);
  }

  @Test
  void what_has_not_ended_is_no_code() {
    proof.truncation(REPLY);
    proof.truncation(utf8("12345678\r"));
  }

  @Test
  void a_code_that_a_reply_breaks_off_is_none() {
    assertThat(proof.frames(join(utf8("1234"), REPLY, utf8("5678\r")), 3))
        .containsExactly("done", "text 5678");
  }

  @Test
  void the_longest_code_is_taken_and_a_longer_one_is_not() {
    byte[] longest = utf8("7".repeat(7_089) + "\r");
    assertThat(proof.frames(longest, 100)).hasSize(1);
    assertThat(proof.frames(utf8("7".repeat(7_090) + "\r1\r"), 7_091)).containsExactly("text 1");
  }

  @Test
  void ten_thousand_mutated_frames_do_no_harm() {
    proof.mutations(
        List.of(CODE, REPLY, REFUSAL, utf8("1\r")),
        (bytes, frame) -> {
          String all = new String(bytes, StandardCharsets.ISO_8859_1);
          return switch (frame) {
            case "done" -> all.contains("\u0006;\u0003");
            case "refused" -> all.contains(";\u0003");
            default -> all.contains(frame.substring(5));
          };
        });
    proof.noise();
  }

  @Test
  void text_is_read_as_utf8_and_else_as_gb18030() {
    assertThat(CodeText.of(utf8("王小英"))).isEqualTo("王小英");
    assertThat(CodeText.of("王小英".getBytes(Charset.forName("GB18030")))).isEqualTo("王小英");
    assertThat(CodeText.of("陈𫖯".getBytes(Charset.forName("GB18030")))).isEqualTo("陈𫖯");
    assertThat(CodeText.of(bytes("31 FF FF 32"))).isNull();
    assertThat(CodeText.of(bytes("31 00 32"))).isNull();
    assertThat(CodeText.of(bytes("5D 1D 32"))).isNotNull();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
