package io.yichuang.simulator.card;

import io.yichuang.simulator.fault.Faults;
import io.yichuang.simulator.wire.FarEnd;
import io.yichuang.simulator.wire.Line;
import io.yichuang.simulator.wire.Pace;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/**
 * CRT-571/591 frames (protocols.md 5.1). A whole frame is acknowledged and done; the reply is sent
 * again until the host acknowledges it.
 */
final class CrtFace implements FarEnd.Receiver {
  /** 20 ms in the manuals; a host on a desktop system is given more. */
  private static final Duration HOST_ACKS = Duration.ofSeconds(2);

  private static final int SENDINGS = 3;

  private final CardBox box;
  private final Faults faults;
  private final Line line;
  private final Executor motor;
  private final UnaryOperator<Duration> scaled;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private final AtomicBoolean acknowledged;

  /**
   * @param acknowledged the box's own, which outlives a line: a command ends what was repeated
   */
  CrtFace(
      CardBox box,
      Faults faults,
      Line line,
      Executor motor,
      AtomicBoolean acknowledged,
      UnaryOperator<Duration> scaled) {
    this.acknowledged = acknowledged;
    this.box = box;
    this.faults = faults;
    this.line = line;
    this.motor = motor;
    this.scaled = scaled;
  }

  @Override
  public void received(byte[] bytes) {
    for (byte each : bytes) {
      int b = each & 0xFF;
      if (pending.size() == 0 && b != 0xF2) {
        if (b == 0x06) {
          acknowledged.set(true);
        }
        continue;
      }
      pending.write(each);
      byte[] all = pending.toByteArray();
      int length = all.length < 4 ? -1 : (all[2] & 0xFF) << 8 | (all[3] & 0xFF);
      if (length > 512 || (length >= 0 && all.length >= 6 + length)) {
        pending.reset();
        take(all, length);
      }
    }
  }

  private void take(byte[] frame, int length) {
    byte sum = 0;
    for (int i = 0; i < frame.length - 1; i++) {
      sum ^= frame[i];
    }
    boolean whole =
        length >= 3
            && length <= 512
            && frame[frame.length - 2] == 0x03
            && frame[frame.length - 1] == sum
            && frame[4] == 'C';
    if (!whole || faults.strikes(CardDispenserSimulator.NAK)) {
      line.send(new byte[] {0x15});
      return;
    }
    line.send(new byte[] {0x06});
    acknowledged.set(
        true); // a new command: the host does not wait for the reply before it any more
    motor.execute(() -> serve(frame));
  }

  private void serve(byte[] frame) {
    String command = new String(frame, 5, 2, StandardCharsets.US_ASCII);
    CardBox.Result result =
        switch (command) {
          case "10" -> CardBox.Result.DONE;
          case "21", "22" -> box.toReader();
          case "20", "29" -> box.toGate();
          case "23" -> box.toBin();
          case "30", "31" -> {
            box.gate(command.equals("30"));
            yield CardBox.Result.DONE;
          }
          case "00", "03" -> {
            box.start();
            yield box.jammed() ? CardBox.Result.JAMMED : CardBox.Result.DONE;
          }
          case "01" -> box.place() == CardBox.Place.NONE ? CardBox.Result.DONE : box.toBin();
          default -> null;
        };
    String text =
        result == CardBox.Result.DONE
            ? "P" + command + state()
            : "N" + command + (result == null ? "00" : error(result));
    reply(frame[1], text.getBytes(StandardCharsets.US_ASCII));
  }

  private String state() {
    char card =
        switch (box.place()) {
          case NONE -> '0';
          case GATE -> '1';
          case READER -> '2';
        };
    char stack = box.stack() == 0 ? '0' : box.few() ? '1' : '2';
    return "" + card + stack + (box.binFull() ? '1' : '0');
  }

  private static String error(CardBox.Result result) {
    return switch (result) {
      case JAMMED -> "10";
      case EMPTY, NOT_FED -> "A0";
      case BIN_FULL -> "A1";
      case NO_CARD, DONE -> "02";
    };
  }

  private void reply(byte address, byte[] text) {
    byte[] frame = Arrays.copyOf(new byte[] {(byte) 0xF2, address}, text.length + 6);
    frame[2] = (byte) (text.length >> 8);
    frame[3] = (byte) text.length;
    System.arraycopy(text, 0, frame, 4, text.length);
    frame[frame.length - 2] = 0x03;
    for (int i = 0; i < frame.length - 1; i++) {
      frame[frame.length - 1] ^= frame[i];
    }
    acknowledged.set(false);
    for (int sending = 1; sending <= SENDINGS && !acknowledged.get(); sending++) {
      byte[] sent = frame.clone();
      if (faults.strikes(CardDispenserSimulator.BAD_CHECKSUM)) {
        sent[sent.length - 1] ^= 0x55;
      }
      line.send(sent);
      long end = System.nanoTime() + scaled.apply(HOST_ACKS).toNanos();
      while (!acknowledged.get()
          && System.nanoTime() < end
          && !Thread.currentThread().isInterrupted()) {
        Pace.pause(scaled.apply(Duration.ofMillis(20)).toNanos());
      }
    }
  }
}
