package io.yichuang.device.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DrainTest {
  private final byte[] buffer = new byte[1024];

  /** A device that has so many bytes to say. */
  private static final class Talker implements ByteLink {
    private int left;

    Talker(int bytes) {
      left = bytes;
    }

    @Override
    public int read(byte[] into, Duration limit) {
      int count = Math.min(left, into.length);
      left -= count;
      return count;
    }

    @Override
    public void write(byte[] bytes, Duration limit) {
      throw new UnsupportedOperationException("nobody asks it");
    }

    @Override
    public void close() {}
  }

  @Test
  void a_device_that_never_stops_is_given_up() {
    var talker = new Talker(Integer.MAX_VALUE);
    assertThatThrownBy(() -> Drain.of(talker, buffer))
        .isInstanceOfSatisfying(
            DeviceException.class,
            e -> assertThat(e.fault().code()).isEqualTo(FaultCode.MALFORMED));
  }

  @Test
  void what_an_operating_system_keeps_of_a_line_is_forgotten() throws DeviceException {
    var talker = new Talker(4096);
    Drain.of(talker, buffer);
    assertThat(talker.left).isZero();
  }
}
