package io.yichuang.device.dispenser;

import io.yichuang.device.DeviceException;
import io.yichuang.device.lane.Turn;
import io.yichuang.device.lane.TurnOver;

/**
 * A box, whatever it speaks. A move blocks until its end. A move that nobody confirmed is never
 * repeated: {@code NO_ANSWER}, {@code BAD_CHECKSUM} or {@code MALFORMED} is thrown, and the sensors
 * have to tell. The lane's thread only.
 */
interface Mechanism extends AutoCloseable {
  Sensors sensors() throws DeviceException;

  void move(Move move, Turn turn) throws DeviceException, TurnOver;

  /** Whether it can take cards in at the gate. */
  boolean accepts();

  /** Opens or closes the gate for insertion. */
  void gate(boolean open) throws DeviceException;

  /** Initialises it and waits for the end of that; a card stays where it is. */
  void reset(Turn turn) throws DeviceException, TurnOver;

  @Override
  void close();

  /** What a card can be made to do. */
  enum Move {
    /** From the stack to the reader. */
    FEED,
    /** To the gate. */
    PRESENT,
    /** Into the bin. */
    TAKE_BACK
  }
}
