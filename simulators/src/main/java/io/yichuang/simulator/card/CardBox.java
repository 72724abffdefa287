package io.yichuang.simulator.card;

import io.yichuang.simulator.fault.Faults;
import io.yichuang.simulator.wire.Pace;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Stack, transport, gate and bin: the physical half. Motors take their time. Any thread. */
final class CardBox {
  static final int STACK = 50;
  static final int BIN = 20;

  /** Below this the sensor under the stack says that cards are few. */
  private static final int FEW = 10;

  private static final Duration STEP = Duration.ofMillis(800);

  /** The motors turn both ways once before the sensors are believed. */
  private static final Duration STARTS = Duration.ofMillis(1_600);

  private final Faults faults;
  private final UnaryOperator<Duration> scaled;
  private int stack;
  private int binned;
  private Place place = Place.NONE;
  private boolean jammed;
  private boolean starting;
  private boolean gateOpen;
  private Motion motion = Motion.STILL;

  enum Place {
    NONE,
    READER,
    GATE
  }

  enum Motion {
    STILL,
    OUT,
    BACK
  }

  enum Result {
    DONE,
    JAMMED,
    EMPTY,
    NOT_FED,
    BIN_FULL,
    NO_CARD
  }

  CardBox(Faults faults, UnaryOperator<Duration> scaled) {
    this.faults = faults;
    this.scaled = scaled;
    refill();
  }

  synchronized void refill() {
    stack = STACK;
    binned = 0;
    place = Place.NONE;
    jammed = false;
    gateOpen = false;
    motion = Motion.STILL;
  }

  synchronized int stack() {
    return faults.isSet(CardDispenserSimulator.STACK_EMPTY)
        ? 0
        : faults.isSet(CardDispenserSimulator.STACK_LOW) ? Math.min(stack, FEW - 1) : stack;
  }

  synchronized boolean few() {
    return stack() < FEW;
  }

  synchronized boolean binFull() {
    return binned >= BIN || faults.isSet(CardDispenserSimulator.BIN_IS_FULL);
  }

  synchronized int binned() {
    return binned;
  }

  synchronized Place place() {
    return place;
  }

  /** A jam lasts until the fault is cleared: a person has opened the path. */
  synchronized boolean jammed() {
    return jammed && !starting;
  }

  /**
   * From here until {@link #start} ends nothing is known: whether it still jams shows at the end.
   */
  synchronized void aboutToStart() {
    starting = true;
  }

  /** Turns the motors until the path is known. */
  void start() {
    aboutToStart();
    Pace.pause(scaled.apply(STARTS).toNanos());
    synchronized (this) {
      starting = false;
    }
  }

  synchronized boolean starting() {
    return starting;
  }

  synchronized Motion motion() {
    return motion;
  }

  synchronized void gate(boolean open) {
    gateOpen = open;
  }

  /** A person frees the path: what was in it is taken out. */
  synchronized void free() {
    if (jammed) {
      jammed = false;
      place = Place.NONE;
    }
  }

  /** A person takes the card at the gate. */
  synchronized void take() {
    if (place != Place.GATE) {
      throw new IllegalArgumentException("There is no card at the gate");
    }
    place = Place.NONE;
  }

  /** A person puts a card into the gate; an open one draws it in. */
  synchronized void insert() {
    if (!gateOpen || place != Place.NONE) {
      throw new IllegalArgumentException("The gate takes no card now");
    }
    place = Place.READER;
  }

  Result toReader() {
    synchronized (this) {
      if (place == Place.NONE && stack() == 0) {
        return Result.EMPTY;
      }
    }
    if (!run(Motion.OUT)) {
      return Result.JAMMED;
    }
    synchronized (this) {
      if (place == Place.NONE) {
        if (faults.strikes(CardDispenserSimulator.NOT_FED)) {
          return Result.NOT_FED;
        }
        stack--;
      }
      place = Place.READER;
      return Result.DONE;
    }
  }

  Result toGate() {
    synchronized (this) {
      if (place == Place.NONE) {
        return Result.NO_CARD;
      }
    }
    return run(Motion.OUT) ? arrive(Place.GATE) : Result.JAMMED;
  }

  Result toBin() {
    synchronized (this) {
      if (place == Place.NONE) {
        return Result.NO_CARD;
      }
      if (binFull()) {
        return Result.BIN_FULL;
      }
    }
    if (!run(Motion.BACK)) {
      return Result.JAMMED;
    }
    synchronized (this) {
      if (place != Place.NONE) { // taken meanwhile by a quick hand
        binned++;
      }
      place = Place.NONE;
    }
    return Result.DONE;
  }

  private synchronized Result arrive(Place at) {
    place = at;
    return Result.DONE;
  }

  /** Turns the motor; false when the card jams. */
  private boolean run(Motion direction) {
    synchronized (this) {
      if (jammed) {
        return false;
      }
      motion = direction;
    }
    Pace.pause(scaled.apply(STEP).toNanos());
    synchronized (this) {
      motion = Motion.STILL;
      jammed = faults.isSet(CardDispenserSimulator.JAM);
      if (jammed) {
        place = Place.READER;
      }
      return !jammed;
    }
  }
}
