package io.yichuang.simulator.code;

import io.yichuang.simulator.code.CodeScannerSimulator.Maker;
import io.yichuang.simulator.fault.Faults;
import io.yichuang.simulator.wire.FarEnd;
import io.yichuang.simulator.wire.Line;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The eye and the light of a scanner, and the frames that command them (protocols.md 5.7). A code
 * is decoded once per lighting; with no trigger at all, once per showing.
 */
final class Imager implements AutoCloseable {
  /** The most digits a QR code holds (ISO/IEC 18004, version 40-L). */
  static final int LONGEST = 7_089;

  /** From light to text on usual kiosk scanners. */
  private static final Duration DECODES = Duration.ofMillis(120);

  /** A manual trigger goes out by itself after this long. */
  private static final Duration LIT = Duration.ofSeconds(30);

  private static final int ACK = 0x06;
  private static final int NAK = 0x15;

  private final Maker maker;
  private final Faults faults;
  private final UnaryOperator<Duration> scaled;
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("code-scanner").factory());
  private @Nullable Line line;
  private @Nullable String shown;
  private @Nullable ScheduledFuture<?> dark;
  private boolean lit;
  private boolean read;

  Imager(Maker maker, Faults faults, UnaryOperator<Duration> scaled) {
    this.maker = maker;
    this.faults = faults;
    this.scaled = scaled;
    this.lit = maker == Maker.NONE;
  }

  synchronized FarEnd.Receiver begin(Line fresh) {
    line = fresh;
    lit = maker == Maker.NONE;
    ByteArrayOutputStream pending = new ByteArrayOutputStream();
    return bytes -> {
      for (byte each : bytes) {
        pending.write(each);
        int last = maker == Maker.HONEYWELL ? 0x0D : 0x03;
        if (each == last || pending.size() > 64) {
          command(pending.toByteArray());
          pending.reset();
        }
      }
    };
  }

  synchronized void show(@Nullable String text) {
    shown = text;
    read = false;
    look();
  }

  synchronized @Nullable String shown() {
    return shown;
  }

  synchronized boolean lit() {
    return lit;
  }

  synchronized boolean read() {
    return read;
  }

  private synchronized void command(byte[] frame) {
    String text = new String(frame, StandardCharsets.ISO_8859_1);
    switch (maker) {
      case HONEYWELL -> {
        if (faults.isSet(CodeScannerSimulator.REFUSES)) {
          return;
        }
        if (text.endsWith("\u0016T\r")) {
          light(true);
        } else if (text.endsWith("\u0016U\r")) {
          light(false);
        }
      }
      case NEWLAND -> {
        int start = text.indexOf("~\u00010000");
        if (start < 0 || !text.endsWith(";\u0003")) {
          return; // noise: a scanner says nothing to it
        }
        String body = text.substring(start + 6, text.length() - 2);
        boolean on = body.matches("[@#]SCNTRG1");
        boolean known = on || body.matches("[@#]SCNTRG0");
        boolean refuses = faults.isSet(CodeScannerSimulator.REFUSES);
        answer(body, known && !refuses ? ACK : NAK);
        if (known && !refuses) {
          light(on);
        }
      }
      case NONE -> {}
    }
  }

  /** The reply repeats the command and adds its verdict. */
  private void answer(String body, int verdict) {
    send(
        ("\u0002\u00010000" + body + (char) verdict + ";\u0003")
            .getBytes(StandardCharsets.ISO_8859_1));
  }

  private void light(boolean on) {
    lit = on;
    read = false;
    if (dark != null) {
      dark.cancel(false);
    }
    if (on) {
      dark = later.schedule(this::timeOut, scaled.apply(LIT).toNanos(), TimeUnit.NANOSECONDS);
      look();
    }
  }

  private synchronized void timeOut() {
    lit = false;
  }

  private void look() {
    if (lit && shown != null && !read) {
      var _ = later.schedule(this::decode, scaled.apply(DECODES).toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private synchronized void decode() {
    String text = shown;
    if (!lit || text == null || read || faults.isSet(CodeScannerSimulator.NO_READ)) {
      return;
    }
    read = true;
    lit = maker == Maker.NONE;
    String suffix = faults.isSet(CodeScannerSimulator.NO_SUFFIX) ? "" : "\r";
    send((text + suffix).getBytes(StandardCharsets.UTF_8));
  }

  private void send(byte[] bytes) {
    Line now = line;
    if (now != null) {
      now.send(bytes);
    }
  }

  @Override
  public void close() {
    later.shutdownNow();
  }
}
