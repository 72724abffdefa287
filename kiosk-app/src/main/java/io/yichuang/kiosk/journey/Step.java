package io.yichuang.kiosk.journey;

/** A place in a journey that a citizen can be at. */
public sealed interface Step {
  /** Prove who you are. */
  record Identify() implements Step {}

  /** One question. */
  record Ask(String question) implements Step {}

  /** The basket. */
  record Materials() implements Step {}

  /** Check your answers, and sign. */
  record Confirm() implements Step {}

  /** What came of it. */
  record Done() implements Step {}

  /** The window on the stroke that this step belongs to. */
  default Phase phase() {
    return switch (this) {
      case Identify() -> Phase.IDENTITY;
      case Ask(String question) -> Phase.ANSWERS;
      case Materials() -> Phase.MATERIALS;
      case Confirm() -> Phase.CONFIRM;
      case Done() -> Phase.RESULT;
    };
  }

  /** The windows on the stroke 一, from left to right. */
  enum Phase {
    ITEM,
    IDENTITY,
    ANSWERS,
    MATERIALS,
    CONFIRM,
    RESULT
  }
}
