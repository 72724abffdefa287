package io.yichuang.device;

/** The consumables a device may hold. */
public enum Supply {
  PAPER,
  TONER,
  INK,
  /** Cards in the stack of a dispenser. */
  CARDS,
  /** Room in the bin for cards taken back: OUT when it is full. */
  BIN_ROOM
}
