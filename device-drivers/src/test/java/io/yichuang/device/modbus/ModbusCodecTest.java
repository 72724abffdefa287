package io.yichuang.device.modbus;

import static io.yichuang.device.link.ParserProof.bytes;
import static io.yichuang.device.link.ParserProof.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yichuang.device.link.ParserProof;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModbusCodecTest {
  private static final ModbusRequest RELAY_ON = ModbusRequest.write(1, ModbusTable.COIL, 0, 1);
  private static final ModbusRequest CLIMATE = ModbusRequest.read(1, ModbusTable.INPUT, 1, 1);

  /** 30.5 degrees, from an SHT20-type sensor. */
  private static final byte[] WARM = bytes("01 04 02 01 31 79 74");

  private static final byte[] REFUSED = bytes("01 84 02 C2 C1");

  private static ParserProof<ModbusAnswer> answersTo(ModbusRequest request) {
    return new ParserProof<>(
        () -> {
          var parser = new ModbusParser();
          parser.expect(request);
          return parser;
        },
        ModbusAnswer::toString,
        ModbusParser.LONGEST);
  }

  @Test
  void requests_are_the_golden_frames() {
    assertThat(RELAY_ON.frame()).isEqualTo(bytes("01 05 00 00 FF 00 8C 3A"));
    assertThat(ModbusRequest.write(1, ModbusTable.COIL, 0, 0).frame())
        .isEqualTo(bytes("01 05 00 00 00 00 CD CA"));
    assertThat(ModbusRequest.read(1, ModbusTable.COIL, 0, 8).frame())
        .isEqualTo(bytes("01 01 00 00 00 08 3D CC"));
    assertThat(ModbusRequest.read(1, ModbusTable.DISCRETE, 0, 8).frame())
        .isEqualTo(bytes("01 02 00 00 00 08 79 CC"));
    assertThat(ModbusRequest.read(1, ModbusTable.INPUT, 1, 2).frame())
        .isEqualTo(bytes("01 04 00 01 00 02 20 0B"));
    assertThat(CLIMATE.frame()).isEqualTo(bytes("01 04 00 01 00 01 60 0A"));
  }

  @Test
  void answers_are_found_however_they_are_split() {
    answersTo(CLIMATE).splits(WARM, "Values[values=[305]]");
    answersTo(CLIMATE).splits(REFUSED, "Refused[code=2]");
    answersTo(RELAY_ON).splits(RELAY_ON.frame(), "Written[]");
    answersTo(CLIMATE).splits(join(bytes("00 01 FF 01"), WARM), "Values[values=[305]]");
    answersTo(CLIMATE).splits(join(WARM, WARM), "Values[values=[305]]", "Values[values=[305]]");
  }

  @Test
  void bits_come_in_the_order_of_their_addresses() {
    byte[] frame = bytes("01 02 02 05 01 00 00");
    int crc = Crc16.of(frame, 0, 5);
    frame[5] = (byte) crc;
    frame[6] = (byte) (crc >> 8);
    assertThat(answersTo(ModbusRequest.read(1, ModbusTable.DISCRETE, 0, 9)).frames(frame, 3))
        .containsExactly("Values[values=[1, 0, 1, 0, 0, 0, 0, 0, 1]]");
  }

  @Test
  void no_turned_bit_and_no_part_of_a_frame_passes() {
    answersTo(CLIMATE).bits(WARM);
    answersTo(CLIMATE).bits(REFUSED);
    answersTo(RELAY_ON).bits(RELAY_ON.frame());
    answersTo(CLIMATE).truncation(WARM);
    answersTo(RELAY_ON).truncation(RELAY_ON.frame());
  }

  @Test
  void the_confirmation_of_another_write_is_not_ours() {
    assertThat(
            answersTo(RELAY_ON).frames(ModbusRequest.write(1, ModbusTable.COIL, 0, 0).frame(), 8))
        .isEmpty();
    assertThat(answersTo(RELAY_ON).frames(WARM, 8)).isEmpty();
  }

  @Test
  void ten_thousand_mutated_frames_do_no_harm() {
    answersTo(CLIMATE)
        .mutations(
            List.of(WARM, REFUSED),
            (bytes, frame) -> {
              for (int from = 0; from < bytes.length - 4; from++) {
                for (int to : new int[] {from + 5, from + 7}) {
                  if (to <= bytes.length && checks(bytes, from, to) && bytes[from] == 1) {
                    return true;
                  }
                }
              }
              return false;
            });
    answersTo(CLIMATE).noise();
    answersTo(ModbusRequest.read(1, ModbusTable.HOLDING, 0, 125)).noise();
  }

  /** A frame with its own CRC behind it has the CRC zero: a way of checking that is not ours. */
  private static boolean checks(byte[] bytes, int from, int to) {
    return Crc16.of(bytes, from, to) == 0;
  }

  @Test
  void what_cannot_be_asked_is_refused() {
    assertThatThrownBy(() -> ModbusRequest.read(0, ModbusTable.COIL, 0, 1))
        .hasMessageContaining("unit");
    assertThatThrownBy(() -> ModbusRequest.read(1, ModbusTable.HOLDING, 0, 126))
        .hasMessageContaining("too many");
    assertThatThrownBy(() -> ModbusRequest.write(1, ModbusTable.DISCRETE, 0, 1))
        .hasMessageContaining("DISCRETE");
    assertThatThrownBy(() -> ModbusRequest.write(1, ModbusTable.HOLDING, 0, 65_536))
        .hasMessageContaining("65536");
  }
}
