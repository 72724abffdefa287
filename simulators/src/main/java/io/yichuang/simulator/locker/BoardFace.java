package io.yichuang.simulator.locker;

import io.yichuang.simulator.fault.Faults;
import io.yichuang.simulator.wire.FarEnd;
import io.yichuang.simulator.wire.Line;
import io.yichuang.simulator.wire.Pace;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Boards that speak 0x8A frames (protocols.md 5.4). 8A fires a lock and answers with the feedback
 * as it is then, 80 asks one lock; 81 is pushed when a door moves. Lock 0 (all) is not known here.
 */
final class BoardFace implements FarEnd {
  private static final Duration ANSWERS_AFTER = Duration.ofMillis(20);

  /** From current to a door that stands open. */
  private static final Duration SPRINGS = Duration.ofMillis(80);

  private final Doors doors;
  private final int locks;
  private final int openValue;
  private final Faults faults;
  private final UnaryOperator<Duration> scaled;
  private volatile @Nullable Line line;

  BoardFace(Doors doors, int locks, int openValue, Faults faults, UnaryOperator<Duration> scaled) {
    this.doors = doors;
    this.locks = locks;
    this.openValue = openValue;
    this.faults = faults;
    this.scaled = scaled;
    doors.onMove(this::moved);
  }

  @Override
  public Receiver begin(Line fresh) {
    line = fresh;
    byte[] window = new byte[5];
    return bytes -> {
      for (byte each : bytes) {
        System.arraycopy(window, 1, window, 0, 4);
        window[4] = each;
        int sum = window[0] ^ window[1] ^ window[2] ^ window[3];
        if ((byte) sum == window[4]) {
          serve(window[0] & 0xFF, window[1] & 0xFF, window[2] & 0xFF, window[3] & 0xFF, fresh);
        }
      }
    };
  }

  private void serve(int head, int board, int lock, int value, Line to) {
    int door = (board - 1) * locks + lock;
    boolean known = board >= 1 && lock >= 1 && lock <= locks && door <= doors.count();
    if (!known || !((head == 0x8A && value == 0x11) || (head == 0x80 && value == 0x33))) {
      return;
    }
    Pace.pause(scaled.apply(ANSWERS_AFTER).toNanos());
    if (head == 0x8A) {
      boolean stuck = faults.isSet(LockerBankSimulator.STUCK);
      to.send(frame(head, board, lock, feedback(door)));
      Pace.pause(scaled.apply(SPRINGS).toNanos());
      doors.fire(door, stuck);
    } else {
      to.send(frame(head, board, lock, feedback(door)));
    }
  }

  private void moved(int door) {
    Line now = line;
    if (now != null) {
      int board = 1 + (door - 1) / locks;
      now.send(frame(0x81, board, 1 + (door - 1) % locks, feedback(door)));
    }
  }

  private int feedback(int door) {
    boolean open = doors.isOpen(door) && !faults.isSet(LockerBankSimulator.FEEDBACK_BROKEN);
    return open ? openValue : 0x11 - openValue;
  }

  private byte[] frame(int head, int board, int lock, int value) {
    int sum = head ^ board ^ lock ^ value;
    if (faults.strikes(LockerBankSimulator.BAD_CHECKSUM)) {
      sum ^= 0x55;
    }
    return new byte[] {(byte) head, (byte) board, (byte) lock, (byte) value, (byte) sum};
  }
}
