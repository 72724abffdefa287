package io.yichuang.device.locker;

import io.yichuang.device.DeviceException;
import io.yichuang.device.DeviceFault;
import io.yichuang.device.FaultCode;
import io.yichuang.device.LockerBank.Opened;
import io.yichuang.device.Outcome;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.lane.Turn;
import io.yichuang.device.lane.TurnOver;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One connection to the boards. */
final class LockerSession implements AutoCloseable {
  private final Board board;
  private final LockerTimings timings;
  private final LaneClock clock;
  private long restedAt;
  private boolean settled;

  LockerSession(Board board, LockerTimings timings, LaneClock clock) {
    this.board = board;
    this.timings = timings;
    this.clock = clock;
    this.restedAt = now();
  }

  /** Leaves no lock under current, and looks whether the boards answer. */
  void look() throws DeviceException {
    if (!settled) {
      board.settle();
      settled = true;
    }
    board.isOpen(1);
  }

  boolean isOpen(int door) throws DeviceException {
    return board.isOpen(door);
  }

  Outcome<Opened> open(int door, Turn turn) throws DeviceException, TurnOver {
    if (board.isOpen(door)) {
      return new Outcome.Done<>(new Opened(true));
    }
    turn.pause(Duration.ofNanos(Math.max(0, restedAt - now())));
    turn.begin();
    DeviceFault lost = fire(door);
    long end = now() + timings.spring().toNanos();
    while (!board.isOpen(door)) {
      if (now() - end >= 0) {
        // Shut, so it may be tried again; whatever became of the command, it did not open.
        return new Outcome.Failed<>(
            lost != null ? lost : new DeviceFault(FaultCode.DOOR_STUCK, "door " + door));
      }
      turn.pause(timings.poll());
    }
    return new Outcome.Done<>(new Opened(false));
  }

  /** Fires; when nobody confirms it, the feedback has to tell. */
  private @Nullable DeviceFault fire(int door) throws DeviceException {
    try {
      board.fire(door);
      return null;
    } catch (DeviceException e) {
      if (!board.settled()) {
        throw e; // the next connection begins with it
      }
      return switch (e.fault().code()) {
        case NO_ANSWER, BAD_CHECKSUM, MALFORMED -> e.fault();
        default -> throw e;
      };
    } finally {
      restedAt = now() + timings.rest().toNanos();
    }
  }

  private long now() {
    return clock.nanos().getAsLong();
  }

  @Override
  public void close() {
    board.close();
  }
}
