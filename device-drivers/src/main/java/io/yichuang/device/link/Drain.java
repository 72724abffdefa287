package io.yichuang.device.link;

import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import java.time.Duration;

/** Forgets what lies on a line and answers nothing that is still asked. */
public final class Drain {
  /**
   * What a device may have sent unasked: sixteen times what an operating system keeps of a line.
   * One that sends more than this while it is read never stops.
   */
  public static final int MOST_BYTES = 64 << 10;

  private Drain() {}

  /**
   * Reads until nothing comes.
   *
   * @param buffer is written over
   * @throws DeviceException {@code MALFORMED} when bytes come without end, or what the link says
   */
  public static void of(ByteLink link, byte[] buffer) throws DeviceException {
    int most = MOST_BYTES;
    for (int count = link.read(buffer, Duration.ZERO); count > 0; ) {
      most -= count;
      if (most < 0) {
        throw new DeviceException(FaultCode.MALFORMED, "bytes come without end and unasked");
      }
      count = link.read(buffer, Duration.ZERO);
    }
  }
}
