package io.yichuang.simulator.card;

import io.yichuang.simulator.fault.Faults;
import io.yichuang.simulator.wire.FarEnd;
import io.yichuang.simulator.wire.Line;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** 720 family frames (protocols.md 5.2): an order, ACK, the host's ENQ, and then it is done. */
final class K720Face implements FarEnd.Receiver {
  private final CardBox box;
  private final Faults faults;
  private final Line line;
  private final Executor motor;
  private final byte[] frame = new byte[5];
  private int size;
  private @Nullable String ordered;
  private volatile boolean notFed;
  private volatile boolean tookBack;

  K720Face(CardBox box, Faults faults, Line line, Executor motor) {
    this.box = box;
    this.faults = faults;
    this.line = line;
    this.motor = motor;
  }

  @Override
  public void received(byte[] bytes) {
    for (byte each : bytes) {
      if (size == 0 && each == 0x05) {
        String order = ordered;
        ordered = null;
        if (order != null) {
          serve(order);
        }
      } else if (size > 0 || each == 0x02) {
        frame[size++] = each;
        if (size == frame.length) {
          size = 0;
          take();
        }
      }
    }
  }

  private void take() {
    boolean whole =
        frame[3] == 0x03 && (byte) (frame[0] ^ frame[1] ^ frame[2] ^ frame[3]) == frame[4];
    if (!whole || faults.strikes(CardDispenserSimulator.NAK)) {
      line.send(new byte[] {0x15});
      return;
    }
    ordered = "" + (char) frame[1] + (char) frame[2];
    line.send(new byte[] {0x06});
  }

  private void serve(String order) {
    switch (order) {
      case "PB" -> line.send(flags());
      case "RF" -> line.send(status());
      case "DH" -> move(() -> notFed = box.toReader() == CardBox.Result.NOT_FED);
      case "ES" -> move(box::toGate);
      case "DC" ->
          move(() -> {
            if (box.toReader() == CardBox.Result.DONE) {
              box.toGate();
            }
          });
      case "CP", "FU" -> move(() -> tookBack = box.toBin() == CardBox.Result.DONE);
      case "ST" -> {
        box.aboutToStart();
        move(box::start);
      }
      case "PC" -> {
        notFed = false;
        tookBack = false;
      }
      default -> {} // an order that this unit does not know is acknowledged and forgotten
    }
  }

  private void move(Runnable motion) {
    notFed = false;
    tookBack = false;
    motor.execute(motion);
  }

  private byte[] flags() {
    int first =
        bit(0, box.binFull())
            | bit(1, notFed)
            | bit(2, box.motion() == CardBox.Motion.BACK)
            | bit(3, box.motion() == CardBox.Motion.OUT);
    int second = bit(0, box.few()) | bit(1, box.jammed()) | bit(2, tookBack);
    int third =
        bit(0, box.motion() == CardBox.Motion.STILL && !box.jammed() && !box.starting())
            | bit(1, box.place() == CardBox.Place.READER)
            | bit(2, box.place() == CardBox.Place.GATE)
            | bit(3, box.stack() == 0);
    return reply("PB", 0x30 | first, 0x30 | second, 0x30 | third);
  }

  /** The one that comes first in the manual's order. */
  private byte[] status() {
    String code =
        notFed
            ? "200"
            : box.jammed()
                ? "020"
                : box.binFull()
                    ? "100"
                    : box.motion() == CardBox.Motion.OUT
                        ? "800"
                        : box.motion() == CardBox.Motion.BACK ? "400" : resting();
    return reply("SF", code.charAt(0), code.charAt(1), code.charAt(2));
  }

  private String resting() {
    return switch (box.place()) {
      case GATE -> "004";
      case READER -> "002";
      case NONE -> box.stack() == 0 ? "008" : box.few() ? "010" : "000";
    };
  }

  private byte[] reply(String name, int first, int second, int third) {
    byte[] reply = {
      0x02,
      (byte) name.charAt(0),
      (byte) name.charAt(1),
      (byte) first,
      (byte) second,
      (byte) third,
      0x03,
      0
    };
    for (int i = 0; i < 7; i++) {
      reply[7] ^= reply[i];
    }
    if (faults.strikes(CardDispenserSimulator.BAD_CHECKSUM)) {
      reply[7] ^= 0x55;
    }
    return reply;
  }

  private static int bit(int number, boolean set) {
    return set ? 1 << number : 0;
  }
}
