package io.yichuang.device.dispenser;

import static io.yichuang.device.link.ParserProof.bytes;
import static io.yichuang.device.link.ParserProof.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.device.link.ParserProof;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DispenserCodecTest {
  private static final byte[] STATUS = crt("P10202");
  private static final byte[] JAM = crt("N2110");
  private static final byte[] LONG = crt("P10202" + "x".repeat(300));
  private static final byte[] FLAGS = k720("PB050");

  private final ParserProof<CrtFrame> crt =
      new ParserProof<>(CrtParser::new, CrtFrame::toString, CrtParser.LONGEST);
  private final ParserProof<K720Frame> k720 =
      new ParserProof<>(K720Parser::new, K720Frame::toString, K720Parser.LENGTH);

  @ParameterizedTest
  @CsvSource({
    "03, F200000343303303B2",
    "10, F200000343313003B0",
    "11, F200000343313103B1",
    "20, F200000343323003B3",
    "21, F200000343323103B2",
    "22, F200000343323203B1",
    "23, F200000343323303B0",
    "29, F200000343323903BA"
  })
  void crt_commands_are_the_golden_frames(String command, String frame) {
    assertThat(CrtFrame.command(0, command)).isEqualTo(bytes(frame));
  }

  @ParameterizedTest
  @CsvSource({
    "DC, 0244430306",
    "CP, 0243500312",
    "RF, 0252460315",
    "ST, 0253540306",
    "DH, 024448030D",
    "ES, 0245530317",
    "FU, 0246550312",
    "PB, 0250420313",
    "PC, 0250430312",
    "GV, 0247560310"
  })
  void k720_commands_are_the_golden_frames(String command, String frame) {
    assertThat(K720Frame.command(command)).isEqualTo(bytes(frame));
  }

  @Test
  void crt_replies_are_found_however_they_are_split() {
    String status = "Reply[address=0, done=true, command=10, data=202]";
    crt.splits(STATUS, status);
    crt.splits(join(bytes("06"), STATUS), "Ack[]", status);
    crt.splits(
        join(bytes("15 06"), JAM, STATUS),
        "Nak[]",
        "Ack[]",
        "Reply[address=0, done=false, command=21, data=10]",
        status);
    assertThat(crt.frames(LONG, 7)).hasSize(1);
  }

  @Test
  void k720_replies_are_found_however_they_are_split() {
    k720.splits(FLAGS, "Reply[name=PB, first=0, second=5, third=0]");
    k720.splits(
        join(bytes("06"), FLAGS, bytes("15")),
        "Ack[]",
        "Reply[name=PB, first=0, second=5, third=0]",
        "Nak[]");
  }

  @Test
  void no_part_of_a_frame_passes() {
    crt.truncation(STATUS);
    crt.truncation(LONG);
    k720.truncation(FLAGS);
  }

  /** ACK and NAK are single bytes without any check: a turned bit may make one, never a reply. */
  @Test
  void no_turned_bit_makes_another_reply() {
    noOtherReply(crt, STATUS);
    noOtherReply(crt, JAM);
    noOtherReply(k720, FLAGS);
  }

  private static void noOtherReply(ParserProof<?> proof, byte[] good) {
    for (int bit = 0; bit < good.length * 8; bit++) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(proof.frames(bad, 9))
          .as("bit %d", bit)
          .noneMatch(frame -> frame.startsWith("Reply"));
    }
  }

  @Test
  void ten_thousand_mutated_frames_do_no_harm() {
    crt.mutations(List.of(STATUS, JAM, LONG), (bytes, frame) -> holds(bytes, frame, 0xF2));
    k720.mutations(List.of(FLAGS), (bytes, frame) -> holds(bytes, frame, 0x02));
    crt.noise();
    k720.noise();
  }

  /** A run of bytes from a start mark to 03 and a check byte whose XOR is zero in all. */
  private static boolean holds(byte[] bytes, String frame, int start) {
    if (!frame.startsWith("Reply")) {
      return true;
    }
    for (int from = 0; from < bytes.length; from++) {
      int sum = 0;
      for (int at = from; (bytes[from] & 0xFF) == start && at < bytes.length; at++) {
        sum ^= bytes[at];
        if (at > from + 5 && bytes[at - 1] == 3 && (sum & 0xFF) == 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static byte[] crt(String text) {
    byte[] body = text.getBytes(StandardCharsets.US_ASCII);
    byte[] head = {(byte) 0xF2, 0, (byte) (body.length >> 8), (byte) body.length};
    return checked(join(head, body, new byte[] {3}));
  }

  private static byte[] k720(String text) {
    return checked(join(new byte[] {2}, text.getBytes(StandardCharsets.US_ASCII), new byte[] {3}));
  }

  private static byte[] checked(byte[] frame) {
    byte sum = 0;
    for (byte each : frame) {
      sum ^= each;
    }
    return join(frame, new byte[] {sum});
  }
}
