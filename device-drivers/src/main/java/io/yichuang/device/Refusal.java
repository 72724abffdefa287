package io.yichuang.device;

/**
 * Why a healthy device said no. The texts are in the bundle {@code io/yichuang/device/refusals}.
 */
public enum Refusal {
  /** No card on the reader, no sheet in the feeder. */
  NO_MEDIUM,
  /** Another kind of card, or one the device rejects. */
  INVALID_MEDIUM,
  /** The right kind, but its data cannot be read: lift it and lay it again. */
  UNREADABLE_MEDIUM,
  /** The tray or the roll is empty. */
  SUPPLY_OUT,
  /** A cover is open. */
  COVER_OPEN,
  /** The medium is jammed; a person has to free it. */
  JAMMED,
  /** The device cannot do what was asked, such as duplex. */
  UNSUPPORTED,
  /** The device works for somebody else. */
  OCCUPIED,
  /** The medium was still there when the wait for its removal ended. */
  STILL_PRESENT
}
