package io.yichuang.device.locker;

import static io.yichuang.device.link.ParserProof.bytes;
import static io.yichuang.device.link.ParserProof.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.device.link.ParserProof;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoardCodecTest {
  private static final byte[] FIRED = bytes("8A 01 01 00 8A");
  private static final byte[] FIRED_11 = bytes("8A 01 01 11 9B");
  private static final byte[] PUSHED = bytes("81 02 08 00 8B");

  private final ParserProof<BoardFrame> proof =
      new ParserProof<>(BoardParser::new, frame -> ParserProof.hex(frame.bytes()), 5);

  @Test
  void requests_are_the_golden_frames() {
    assertThat(BoardFrame.fire(1, 1).bytes()).isEqualTo(bytes("8A 01 01 11 9B"));
    assertThat(BoardFrame.fire(1, 0).bytes()).isEqualTo(bytes("8A 01 00 11 9A"));
    assertThat(BoardFrame.ask(1, 1).bytes()).isEqualTo(bytes("80 01 01 33 B3"));
    assertThat(BoardFrame.ask(1, 0).bytes()).isEqualTo(bytes("80 01 00 33 B2"));
  }

  @Test
  void answers_are_found_however_they_are_split() {
    proof.splits(FIRED, "8a0101008a");
    proof.splits(join(PUSHED, FIRED, FIRED_11), "810208008b", "8a0101008a", "8a0101119b");
    proof.splits(join(bytes("00 8A 80 FF"), FIRED), "8a0101008a");
  }

  @Test
  void no_turned_bit_and_no_part_of_a_frame_passes() {
    for (byte[] frame : List.of(FIRED, FIRED_11, PUSHED)) {
      proof.bits(frame);
      proof.truncation(frame);
    }
  }

  @Test
  void a_question_and_an_odd_feedback_are_no_answers() {
    assertThat(proof.frames(BoardFrame.ask(1, 1).bytes(), 5)).isEmpty();
    assertThat(proof.frames(bytes("80 01 01 22 A2"), 5)).isEmpty();
  }

  @Test
  void ten_thousand_mutated_frames_do_no_harm() {
    proof.mutations(
        List.of(FIRED, FIRED_11, PUSHED), (bytes, frame) -> ParserProof.hex(bytes).contains(frame));
    proof.noise();
  }
}
