package io.yichuang.device.trace;

import io.yichuang.device.DeviceException;
import io.yichuang.device.link.ByteLink;
import java.time.Duration;

/** A line whose traffic is recorded on its way. */
public record TracedLink(ByteLink link, FlightRecorder recorder) implements ByteLink {
  @Override
  public int read(byte[] buffer, Duration timeout) throws DeviceException {
    int count = link.read(buffer, timeout);
    recorder.note(false, buffer, count);
    return count;
  }

  /** Noted before it is sent: when the line breaks on it, that is the most wanted entry. */
  @Override
  public void write(byte[] bytes, Duration timeout) throws DeviceException {
    recorder.note(true, bytes, bytes.length);
    link.write(bytes, timeout);
  }

  @Override
  public void close() {
    link.close();
  }
}
