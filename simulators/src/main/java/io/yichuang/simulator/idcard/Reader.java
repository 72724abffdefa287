package io.yichuang.simulator.idcard;

import org.jspecify.annotations.Nullable;

/**
 * Where the card lies and how far it has been read: the physical half of the reader. A card that
 * was read well answers no find until it has left the field; whether it still lies there only 30 03
 * tells. Any thread.
 */
final class Reader {
  private @Nullable SimulatedCard card;
  private Stage stage = Stage.LAID;
  private int layings;
  private boolean old;

  private enum Stage {
    LAID,
    FOUND,
    SELECTED,
    READ,
    FAILED
  }

  /** A card whose read has begun, and which laying it was: the same card laid again is another. */
  record Begun(SimulatedCard card, int laying) {}

  synchronized void lay(SimulatedCard laid) {
    card = laid;
    layings++;
    stage = Stage.LAID;
  }

  synchronized void take() {
    card = null;
    stage = Stage.LAID;
  }

  synchronized @Nullable SimulatedCard card() {
    return card;
  }

  synchronized boolean wasRead() {
    return card != null && stage == Stage.READ;
  }

  /** Whether find sees a card. */
  synchronized boolean find() {
    if (card == null || stage == Stage.READ || stage == Stage.FAILED) {
      return false;
    }
    stage = Stage.FOUND;
    return true;
  }

  /** Whether the card found is still there. */
  synchronized boolean select() {
    if (card == null || stage != Stage.FOUND) {
      return false;
    }
    stage = Stage.SELECTED;
    return true;
  }

  /** The card whose read would start now: one that is selected. */
  synchronized @Nullable Begun selected() {
    return card != null && stage == Stage.SELECTED ? new Begun(card, layings) : null;
  }

  /** The read came to its end: whether the card stayed until then. */
  synchronized boolean finishRead(Begun begun) {
    if (card == null || layings != begun.laying() || stage != Stage.SELECTED) {
      return false;
    }
    stage = Stage.READ;
    return true;
  }

  /** A failed read: the card has to be lifted and laid again (protocols.md 1.5). */
  synchronized void failRead() {
    if (stage == Stage.SELECTED) {
      stage = Stage.READ;
    }
  }

  /**
   * The card of which more may be read without a new select: it was selected or read, and is still
   * there.
   */
  synchronized @Nullable SimulatedCard known() {
    return stage == Stage.SELECTED || stage == Stage.READ ? card : null;
  }

  /** An old module does not know the command that reads the appended address. */
  synchronized void old(boolean now) {
    old = now;
  }

  synchronized boolean old() {
    return old;
  }

  synchronized void resetModule() {
    if (stage != Stage.READ && stage != Stage.FAILED) {
      stage = Stage.LAID;
    }
  }
}
