package io.yichuang.device.dispenser;

import io.yichuang.device.CardDispenser.Place;
import io.yichuang.device.DeviceException;
import io.yichuang.device.DeviceFault;
import io.yichuang.device.FaultCode;
import io.yichuang.device.Outcome;
import io.yichuang.device.Refusal;
import io.yichuang.device.SupplyLevel;
import io.yichuang.device.dispenser.Mechanism.Move;
import io.yichuang.device.lane.Turn;
import io.yichuang.device.lane.TurnOver;
import org.jspecify.annotations.Nullable;

/** What may be done with a card, and what became of it: the sensors decide, not the replies. */
final class CardPath implements AutoCloseable {
  private final Mechanism mechanism;

  CardPath(Mechanism mechanism) {
    this.mechanism = mechanism;
  }

  Mechanism mechanism() {
    return mechanism;
  }

  Sensors look(Turn turn) throws DeviceException {
    Sensors sensors = mechanism.sensors();
    turn.report(sensors.health());
    return sensors;
  }

  Outcome<Place> feed(Turn turn) throws DeviceException, TurnOver {
    Sensors before = look(turn);
    if (before.jammed()) {
      return new Outcome.Refused<>(Refusal.JAMMED);
    }
    if (before.place() != Place.EMPTY) {
      return new Outcome.Refused<>(Refusal.OCCUPIED);
    }
    if (before.cards() == SupplyLevel.OUT) {
      return new Outcome.Refused<>(Refusal.SUPPLY_OUT);
    }
    return move(Move.FEED, Place.INSIDE, turn);
  }

  Outcome<Place> present(Turn turn) throws DeviceException, TurnOver {
    Sensors before = look(turn);
    if (before.jammed()) {
      return new Outcome.Refused<>(Refusal.JAMMED);
    }
    return switch (before.place()) {
      case EMPTY -> new Outcome.Refused<>(Refusal.NO_MEDIUM);
      case GATE -> new Outcome.Done<>(Place.GATE);
      case INSIDE -> move(Move.PRESENT, Place.GATE, turn);
    };
  }

  Outcome<Place> takeBack(Turn turn) throws DeviceException, TurnOver {
    Sensors before = look(turn);
    if (before.jammed()) {
      return new Outcome.Refused<>(Refusal.JAMMED);
    }
    if (before.place() == Place.EMPTY) {
      return new Outcome.Refused<>(Refusal.NO_MEDIUM);
    }
    if (before.binFull()) {
      return new Outcome.Failed<>(new DeviceFault(FaultCode.BIN_FULL, "the bin is full"));
    }
    return move(Move.TAKE_BACK, Place.EMPTY, turn);
  }

  private Outcome<Place> move(Move move, Place to, Turn turn) throws DeviceException, TurnOver {
    turn.begin();
    DeviceFault fault = tried(move, turn);
    Sensors after = look(turn);
    if (after.jammed()) {
      return new Outcome.Failed<>(Sensors.JAM); // known where it is: in the path, for a person
    }
    if (after.place() == to) {
      return new Outcome.Done<>(to);
    }
    if (fault == null) {
      fault =
          new DeviceFault(FaultCode.PROTOCOL, move + " is done, but the card is " + after.place());
    }
    boolean unknown =
        switch (fault.code()) {
          case NO_ANSWER, BAD_CHECKSUM, MALFORMED, PROTOCOL -> true;
          default -> false;
        };
    return unknown ? new Outcome.Uncertain<>(fault) : new Outcome.Failed<>(fault);
  }

  private @Nullable DeviceFault tried(Move move, Turn turn) throws DeviceException, TurnOver {
    try {
      mechanism.move(move, turn);
      return null;
    } catch (DeviceException e) {
      if (e.fault().code() == FaultCode.CONNECTION_LOST) {
        throw e;
      }
      return e.fault();
    }
  }

  @Override
  public void close() {
    mechanism.close();
  }
}
