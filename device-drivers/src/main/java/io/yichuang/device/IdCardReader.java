package io.yichuang.device;

/**
 * A contactless reader of resident identity cards and residence permits. The card is laid, never
 * swallowed.
 */
public interface IdCardReader extends Device {
  /** Waits for a card within the limit and reads it. */
  Outcome<IdCard> read(Call call);

  /**
   * Waits until the card that was read last is gone; {@code Refused(STILL_PRESENT)} when the limit
   * ends first.
   */
  Outcome<Removal> awaitRemoval(Call call);

  /** The card is gone. */
  record Removal() {}
}
