package io.yichuang.device;

/** How much of a consumable is left (XFS4IoT {@code Printer.Status.paper}). */
public enum SupplyLevel {
  UNKNOWN,
  FULL,
  LOW,
  OUT
}
