package io.yichuang.device.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.link.ByteLink;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EscPosLineTest {
  /** A printer that says one status for ever, whatever it is asked. */
  private static final class Talker implements ByteLink {
    @Override
    public int read(byte[] into, Duration limit) {
      Arrays.fill(into, (byte) 0x12);
      return into.length;
    }

    @Override
    public void write(byte[] bytes, Duration limit) {}

    @Override
    public void close() {}
  }

  /** A printer that misses so many questions, then says that all is well. */
  private static final class Misser implements ByteLink {
    private int missed;
    private boolean asked;

    Misser(int missed) {
      this.missed = missed;
    }

    @Override
    public int read(byte[] into, Duration limit) {
      if (!asked) {
        return 0;
      }
      asked = false;
      into[0] = 0x12;
      return 1;
    }

    @Override
    public void write(byte[] bytes, Duration limit) {
      asked = missed-- <= 0;
    }

    @Override
    public void close() {}
  }

  @Test
  void one_question_that_is_missed_is_asked_again_and_two_are_silence() throws Exception {
    var timings = EscPosTimings.usual().faster(20);
    try (var line =
        new EscPosLine(new Misser(1), PrinterModel.GENERIC, timings, LaneClock.system())) {
      assertThat(line.sensors().fault()).isNull();
    }
    try (var line =
        new EscPosLine(new Misser(2), PrinterModel.GENERIC, timings, LaneClock.system())) {
      assertThatThrownBy(line::sensors)
          .isInstanceOfSatisfying(
              DeviceException.class,
              e -> assertThat(e.fault().code()).isEqualTo(FaultCode.NO_ANSWER));
    }
  }

  @Test
  @Timeout(60)
  void a_printer_that_never_stops_answering_is_given_up() {
    var line =
        new EscPosLine(
            new Talker(), PrinterModel.GENERIC, EscPosTimings.usual(), LaneClock.system());
    assertThatThrownBy(line::sensors)
        .isInstanceOfSatisfying(
            DeviceException.class,
            e -> assertThat(e.fault().code()).isEqualTo(FaultCode.MALFORMED));
  }
}
