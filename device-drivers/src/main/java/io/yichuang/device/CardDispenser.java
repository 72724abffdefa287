package io.yichuang.device;

/** A motorised box that gives cards out of a stack and takes cards in. */
public interface CardDispenser extends Device {

  /** Asks the sensors where a card is now. */
  Outcome<Place> look(Call call);

  /**
   * Draws a card from the stack to where its chip can be read. {@code Refused}: {@code SUPPLY_OUT},
   * {@code OCCUPIED} while another card is in the path, {@code JAMMED}.
   */
  Outcome<Place> feed(Call call);

  /** Moves the card inside to the gate and holds it there; {@code Refused(NO_MEDIUM)}. */
  Outcome<Place> present(Call call);

  /** Waits until the card at the gate is taken; {@code Refused(STILL_PRESENT)} at the limit. */
  Outcome<Taken> awaitTaken(Call call);

  /** Moves the card, wherever it is, into the bin; {@code Failed(BIN_FULL)}. */
  Outcome<Place> takeBack(Call call);

  /**
   * Opens the gate to a person's card and draws it in; {@code Refused(NO_MEDIUM)} when none came,
   * {@code Refused(UNSUPPORTED)} where the box only dispenses.
   */
  Outcome<Place> accept(Call call);

  /** Where a card is. */
  enum Place {
    /** Nowhere in the path. */
    EMPTY,
    /** Inside, at the reader. */
    INSIDE,
    /** In the gate, held; a person can take it. */
    GATE
  }

  /** The card has left the gate. */
  record Taken() {}
}
