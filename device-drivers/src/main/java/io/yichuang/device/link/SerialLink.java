package io.yichuang.device.link;

import com.fazecast.jSerialComm.SerialPort;
import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open serial line. jSerialComm keeps saying that a pulled adapter is open, so nobody asks it: a
 * read of -1 or a write that takes nothing is the loss.
 */
final class SerialLink implements ByteLink {
  private static final Logger log = LoggerFactory.getLogger(SerialLink.class);

  /** Unix drivers count read timeouts in tenths of a second (termios VTIME). */
  private static final int TICK_MILLIS = 100;

  /** A closing that takes longer is stuck in the kernel; its thread is left behind. */
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

  /** Small enough to look at the deadline between two pieces: 22 ms at 115200 baud. */
  private static final int PIECE = 256;

  private final SerialPort port;
  private final AtomicBoolean closed = new AtomicBoolean();
  private int timeoutMillis = -1;

  SerialLink(SerialPort port) {
    this.port = port;
  }

  @Override
  public int read(byte[] buffer, Duration timeout) throws DeviceException {
    int millis = ticks(timeout);
    if (millis != timeoutMillis) {
      port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, millis, 0);
      timeoutMillis = millis;
    }
    int count = port.readBytes(buffer, buffer.length);
    if (count < 0) {
      throw lost("read");
    }
    return count;
  }

  private static int ticks(Duration timeout) {
    long ticks = Math.ceilDiv(Math.max(1, timeout.toMillis()), TICK_MILLIS);
    return (int) Math.min(ticks * TICK_MILLIS, 25_000);
  }

  @Override
  public void write(byte[] bytes, Duration timeout) throws DeviceException {
    long end = System.nanoTime() + timeout.toNanos();
    for (int at = 0; at < bytes.length; ) {
      int written = port.writeBytes(bytes, Math.min(PIECE, bytes.length - at), at);
      if (written <= 0) {
        throw lost("write");
      }
      at += written;
      if (at < bytes.length && System.nanoTime() - end > 0) {
        throw new DeviceException(
            FaultCode.NO_ANSWER, (bytes.length - at) + " bytes were not taken within " + timeout);
      }
    }
  }

  private DeviceException lost(String what) {
    return new DeviceException(
        FaultCode.CONNECTION_LOST,
        "the serial line failed on " + what + " (errno " + port.getLastErrorCode() + ")");
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    // Closing is known to hang in the native when the adapter is gone: never on our own thread.
    var done = new CountDownLatch(1);
    Thread.ofPlatform()
        .daemon()
        .name("serial-close")
        .start(() -> {
          port.closePort();
          done.countDown();
        });
    try {
      if (!done.await(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn("closing {} is stuck; its thread is left behind", port.getSystemPortPath());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
