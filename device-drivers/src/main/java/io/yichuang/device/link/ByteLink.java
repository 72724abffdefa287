package io.yichuang.device.link;

import io.yichuang.device.DeviceException;
import java.time.Duration;

/**
 * An open line to a device. One thread reads and writes; {@link #close} may come from any thread
 * and ends a blocked call. Every failure is a {@link DeviceException} with {@code CONNECTION_LOST};
 * after it the link is of no use and has only to be closed.
 */
public interface ByteLink extends AutoCloseable {

  /**
   * Waits for bytes and returns as soon as one is there.
   *
   * @return how many bytes came, 0 when the timeout ended first
   */
  int read(byte[] buffer, Duration timeout) throws DeviceException;

  /**
   * Writes all bytes.
   *
   * @throws DeviceException {@code NO_ANSWER} when the device takes no more bytes within the
   *     timeout: some may have arrived
   */
  void write(byte[] bytes, Duration timeout) throws DeviceException;

  /** Frees the line within a deadline of its own; never throws. */
  @Override
  void close();
}
