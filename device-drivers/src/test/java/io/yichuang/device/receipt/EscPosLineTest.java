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
