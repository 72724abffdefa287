package io.yichuang.device.receipt;

import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.link.ByteLink;
import io.yichuang.device.link.Drain;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The line to a printer: jobs out, answers in, in whatever order they come. Lane's thread only. */
final class EscPosLine implements AutoCloseable {
  /** Bytes sent before the deadline is looked at again. */
  private static final int PIECE = 1024;

  /** DLE ENQ 2: forget what is buffered, so that no half receipt comes out for the next citizen. */
  private static final byte[] FORGET = {0x10, 0x05, 0x02};

  /**
   * ESC @, GS V 66 0, GS r 1: a fresh start, half a receipt cut off (it is another citizen's), and
   * the question that is answered last of all.
   */
  private static final byte[] CUT_OFF = {0x1B, 0x40, 0x1D, 0x56, 0x42, 0x00, 0x1D, 0x72, 0x01};

  private static final int TIMES_ASKED = 2;

  /** Of DLE EOT: the full status of kiosk models. */
  private static final int FULL_STATUS = 20;

  private final ByteLink link;
  private final EscPosTimings timings;
  private final LaneClock clock;
  private final PrinterModel model;
  private final PrinterReply.Parser parser;
  private final byte[] buffer = new byte[256];
  private boolean queuedSeen;
  private boolean doubtful;
  private long received;
  private PrinterReply.@Nullable Full full;

  EscPosLine(ByteLink link, PrinterModel model, EscPosTimings timings, LaneClock clock) {
    this.link = link;
    this.model = model;
    this.parser = new PrinterReply.Parser(model.fullStatus());
    this.timings = timings;
    this.clock = clock;
  }

  /** Asks all real-time statuses that this model has. */
  PrinterSensors sensors() throws DeviceException {
    PrinterSensors common = PrinterSensors.of(realTime(1), realTime(2), realTime(3), realTime(4));
    return model.fullStatus() ? common.with(fullStatus()) : common;
  }

  private PrinterReply.Full fullStatus() throws DeviceException {
    ask(FULL_STATUS);
    long end = now() + timings.answer().toNanos();
    while (full == null && end - now() > 0) {
      receive(Duration.ofNanos(end - now()));
    }
    PrinterReply.Full answer = full;
    full = null;
    if (answer == null) {
      throw new DeviceException(
          FaultCode.NO_ANSWER, "DLE EOT 20 was not answered; is the model in its address right?");
    }
    return answer;
  }

  private void ask(int n) throws DeviceException {
    long before = received;
    // An answer that comes before its question belongs to an older one.
    while (receive(Duration.ZERO) >= 0) {
      if (received - before > Drain.MOST_BYTES) {
        throw new DeviceException(FaultCode.MALFORMED, "answers come without end and unasked");
      }
    }
    parser.forget();
    full = null;
    link.write(new byte[] {0x10, 0x04, (byte) n}, timings.answer());
  }

  /** One answer that is lost or late is no reason to call a printer silent: asked once more. */
  private int realTime(int n) throws DeviceException {
    for (int time = 0; time < TIMES_ASKED; time++) {
      ask(n);
      int bits = receive(timings.answer());
      if (bits >= 0) {
        return bits;
      }
    }
    throw new DeviceException(FaultCode.NO_ANSWER, "DLE EOT " + n + " was not answered");
  }

  /**
   * Takes what comes until a real-time answer is there.
   *
   * @return its bits, or -1 when none came in time
   */
  private int receive(Duration timeout) throws DeviceException {
    long end = now() + timeout.toNanos();
    int found = -1;
    do {
      int count = link.read(buffer, Duration.ofNanos(Math.max(0, end - now())));
      received += count;
      for (int i = 0; i < count; i++) {
        switch (parser.next(buffer[i])) {
          case PrinterReply.RealTime(int bits) -> found = bits;
          case PrinterReply.Full answer -> full = answer;
          case PrinterReply.Queued _ -> queuedSeen = true;
          case PrinterReply.Automatic _ -> {} // the sensors are asked anyway
          case PrinterReply.Other(int value) -> doubtful |= !PrinterReply.flow(value);
          case null -> {}
        }
      }
    } while (found < 0 && full == null && end - now() > 0);
    return found;
  }

  /** Forgets answers to jobs that were given up. */
  void startJob() throws DeviceException {
    receive(Duration.ZERO);
    queuedSeen = false;
    doubtful = false;
  }

  /**
   * Lets go of what an earlier job left. Not every printer forgets its buffer when it is told to:
   * then the rest is waited for, and its answer, which would prove the next job before it is out.
   *
   * @return false if no end of it came in time
   */
  boolean settle() throws DeviceException {
    forget();
    queuedSeen = false;
    link.write(CUT_OFF, timings.take());
    long end = now() + timings.finish().toNanos();
    while (!queuedSeen && end - now() > 0) {
      listen(timings.poll());
    }
    while (queuedSeen && end - now() > 0) {
      // An older answer comes before ours, and ours at once behind it.
      queuedSeen = false;
      listen(timings.answer());
      if (!queuedSeen) {
        return true;
      }
    }
    return false;
  }

  /** Sends a job piece by piece; a printer that stands still stops taking. */
  void send(byte[] job) throws DeviceException {
    for (int at = 0; at < job.length; at += PIECE) {
      link.write(Arrays.copyOfRange(job, at, Math.min(job.length, at + PIECE)), timings.take());
    }
  }

  /** True once the question after the cut was answered. */
  boolean finished() {
    return queuedSeen;
  }

  /**
   * True once bytes came since the start of the job that no printer says: answers are single bytes
   * without a checksum, so on such a line none of them is proof of anything.
   */
  boolean doubtful() {
    return doubtful;
  }

  /** Waits for news; a late answer of any kind will do. */
  void listen(Duration time) throws DeviceException {
    long end = now() + time.toNanos();
    while (!queuedSeen && end - now() > 0) {
      receive(Duration.ofNanos(end - now()));
    }
  }

  void forget() throws DeviceException {
    link.write(FORGET, timings.answer());
  }

  private long now() {
    return clock.nanos().getAsLong();
  }

  @Override
  public void close() {
    Arrays.fill(buffer, (byte) 0);
    link.close();
  }
}
