package io.yichuang.simulator.wire;

import io.yichuang.simulator.fault.Faults;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends messages in order at the real speed of a serial line: 10 bit times a byte (8N1). */
final class PacedLine implements Line, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PacedLine.class);

  private static final int BITS_A_BYTE = 10;

  /**
   * Bytes are sent in bursts of about this long: shorter pauses than the scheduler's are not worth
   * asking for.
   */
  private static final long BURST_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  /** Bytes of noise at once. */
  private static final int NOISE = 32;

  /** Messages that may wait; a host that asks without end and never reads loses the rest. */
  private static final int MOST_WAITING = 256;

  /** Where the bytes go; throws when the line has ended. */
  @FunctionalInterface
  interface Sink {
    void write(byte[] bytes) throws IOException;
  }

  /**
   * @param since a delay counts from then; 0 for from the end of the burst before
   */
  private record Out(WireFaults.Burst burst, int baud, long since) {}

  private final Sink sink;
  private final Faults faults;
  private final double speed;
  private final LinkedBlockingQueue<Out> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private final Thread sender;
  private volatile int baud;
  private volatile boolean ended;

  /**
   * @param baud bits per second, 0 for unpaced
   * @param speed how many times faster than real
   */
  PacedLine(String name, Sink sink, Faults faults, int baud, double speed) {
    this.sink = sink;
    this.faults = faults;
    this.baud = baud;
    this.speed = speed;
    this.sender = Thread.ofVirtual().name("wire-send-" + name).start(this::run);
  }

  @Override
  public void send(byte[] message) {
    long since = System.nanoTime(); // late answers are late each by itself, they do not queue up
    for (WireFaults.Burst burst : WireFaults.of(faults, message)) {
      if (!waiting.offer(new Out(burst, baud, since))) {
        log.debug("A message of {} bytes is lost: the host does not read", message.length);
      }
      since = 0;
    }
  }

  @Override
  public void speed(int newBaud) {
    baud = newBaud;
  }

  /** Nanoseconds a number of bytes takes on this line. */
  long nanos(int bytes) {
    return nanos(bytes, baud);
  }

  private long nanos(int bytes, int atBaud) {
    return atBaud == 0
        ? 0
        : Math.round(bytes * (double) BITS_A_BYTE * TimeUnit.SECONDS.toNanos(1) / atBaud / speed);
  }

  private void run() {
    try {
      while (!ended) {
        Out out = waiting.take();
        long wait = Math.round(out.burst().after().toNanos() / speed);
        Pace.pause(out.since() == 0 ? wait : out.since() + wait - System.nanoTime());
        write(out);
        babble(out.baud());
      }
    } catch (InterruptedException e) {
      // closed: the line is over
    } catch (IOException e) {
      log.debug("The line has ended: {}", e.getMessage());
    }
  }

  /** As a line whose driver stage is broken: noise, and no end of it. */
  private void babble(int atBaud) throws IOException, InterruptedException {
    while (faults.isSet(WireFaults.ENDLESS) && !ended) {
      byte[] noise = new byte[NOISE];
      for (int i = 0; i < noise.length; i++) {
        noise[i] = (byte) faults.choose(256);
      }
      sink.write(noise);
      Pace.pause(Math.max(BURST_NANOS, nanos(noise.length, atBaud)));
    }
  }

  private void write(Out out) throws IOException {
    byte[] bytes = out.burst().bytes();
    long start = System.nanoTime();
    int step =
        out.baud() == 0
            ? bytes.length
            : (int) Math.max(1, BURST_NANOS / Math.max(1, nanos(1, out.baud())));
    for (int from = 0; from < bytes.length && !ended; from += step) {
      int to = Math.min(bytes.length, from + step);
      // A byte is there when its last bit is: wait first, then write.
      Pace.pause(start + nanos(to, out.baud()) - System.nanoTime());
      sink.write(Arrays.copyOfRange(bytes, from, to));
    }
  }

  @Override
  public void close() {
    ended = true;
    sender.interrupt();
  }
}
