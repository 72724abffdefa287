package io.yichuang.device;

/** The consumables a device may hold. */
public enum Supply {
  PAPER,
  TONER,
  INK
}
