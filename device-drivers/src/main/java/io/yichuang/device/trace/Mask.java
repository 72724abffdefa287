package io.yichuang.device.trace;

/**
 * Which bytes of a wire may be kept. It is a property of the protocol, set by its driver, never by
 * configuration: what is not shown here was never kept.
 */
public enum Mask {
  /** Nothing of a person goes over this wire: all is kept. */
  NOTHING,
  /** What the device says may be personal; our questions are not. */
  ANSWERS,
  /** What we send may be personal; what the device says is not. */
  QUESTIONS,
  /** Both ways may be personal: only when and how much is kept. */
  ALL;

  boolean shows(boolean out) {
    return switch (this) {
      case NOTHING -> true;
      case ANSWERS -> out;
      case QUESTIONS -> !out;
      case ALL -> false;
    };
  }
}
