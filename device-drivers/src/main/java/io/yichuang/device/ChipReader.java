package io.yichuang.device;

/** A reader of the chips in passports and permits. */
public interface ChipReader extends Device {
  /**
   * Waits for a card within the limit and says what it is, without a key. {@code Refused}: {@code
   * NO_MEDIUM}, or {@code UNREADABLE_MEDIUM} for a card that does not speak or was pulled.
   */
  Outcome<Chip> identify(Call call);

  /**
   * Waits for a document within the limit, opens its chip with what is printed on it, and reads it.
   * {@code Refused}: {@code NO_MEDIUM}; {@code INVALID_MEDIUM} for a card that is no travel
   * document, or whose chip does not open with this key; {@code UNREADABLE_MEDIUM} for one that
   * does not speak or was pulled: it has to be laid again.
   */
  Outcome<ChipDocument> read(ChipKey key, Call call);

  /**
   * A card, as everybody may ask it.
   *
   * @param atr its answer to reset as hex; random in most passports, so no mark of a person
   * @param travelDocument whether it holds ICAO's application
   */
  record Chip(String atr, boolean travelDocument) {}
}
