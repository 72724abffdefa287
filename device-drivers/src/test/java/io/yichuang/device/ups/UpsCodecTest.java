package io.yichuang.device.ups;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.device.Ups.Battery;
import io.yichuang.device.Ups.Mains;
import io.yichuang.device.link.LineParser;
import io.yichuang.device.link.ParserProof;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpsCodecTest {
  private static final String Q1 = "(208.4 140.0 208.4 034 59.9 2.05 35.0 00110000";
  private static final String ON_BATTERY = "(000.0 000.0 220.0 023 50.0 11.1 25.0 11001000";
  private static final String STATUS = "VAR kiosk ups.status \"OB LB\"";

  private final ParserProof<String> proof =
      new ParserProof<>(() -> new LineParser(80), line -> line, 81);

  @Test
  void lines_are_found_however_they_are_split() {
    proof.splits(ascii(Q1 + "\r"), Q1);
    proof.splits(ascii(Q1 + "\r\n" + ON_BATTERY + "\r"), Q1, ON_BATTERY);
    proof.splits(ascii(STATUS + "\n"), STATUS);
    proof.splits(ascii(STATUS + "\nERR DATA-STALE\n"), STATUS, "ERR DATA-STALE");
    proof.truncation(ascii(Q1));
    proof.truncation(ascii(STATUS));
    assertThat(proof.frames(ascii("x".repeat(81) + "\r" + Q1 + "\r"), 9)).containsExactly(Q1);
  }

  @Test
  void ten_thousand_mutated_lines_do_no_harm() {
    proof.mutations(
        List.of(ascii(Q1 + "\r"), ascii(STATUS + "\n")),
        (bytes, line) -> {
          Q1Reading.of(line);
          NutReply.of(line);
          return new String(bytes, StandardCharsets.ISO_8859_1).contains(line);
        });
    proof.noise();
  }

  @Test
  void an_answer_to_q1_is_read_field_by_field() {
    var power = Q1Reading.of(Q1).power();
    assertThat(power.inputVolts()).hasValue(208.4);
    assertThat(power.load()).hasValue(34);
    assertThat(power.mains()).isEqualTo(Mains.POWERING);
    assertThat(power.battery()).isEqualTo(Battery.FAILURE); // bit 4
    assertThat(Q1Reading.of(ON_BATTERY).power().mains()).isEqualTo(Mains.NO_POWER);
    assertThat(Q1Reading.of(ON_BATTERY).power().battery()).isEqualTo(Battery.LOW);
  }

  @Test
  void what_is_only_nearly_an_answer_is_none() {
    for (int length = 0; length < Q1.length(); length++) {
      assertThat(Q1Reading.of(Q1.substring(0, length))).isNull();
      assertThat(Q1Reading.of(Q1.substring(0, length) + Q1.substring(length + 1))).isNull();
    }
    assertThat(Q1Reading.of(Q1 + " ")).isNull();
    assertThat(Q1Reading.of("Q1")).isNull();
  }

  @Test
  void replies_of_upsd_are_values_and_errors() {
    assertThat(NutReply.of(STATUS)).isEqualTo(new NutReply.Value("kiosk", "ups.status", "OB LB"));
    assertThat(NutReply.of("VAR kiosk ups.model \"a \\\"b\\\"\""))
        .isEqualTo(new NutReply.Value("kiosk", "ups.model", "a \"b\""));
    assertThat(NutReply.of("ERR DATA-STALE")).isEqualTo(new NutReply.Refused("DATA-STALE"));
    assertThat(NutReply.of("OK Goodbye")).isNull();
    assertThat(NutReply.of("VAR kiosk ups.status \"OB")).isNull();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
