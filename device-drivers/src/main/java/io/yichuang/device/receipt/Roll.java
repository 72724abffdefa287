package io.yichuang.device.receipt;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Paper that receipts are printed on; heads print 8 dots per millimetre, less than the paper. */
public enum Roll {
  /** 48 mm of print, 32 half-width cells. */
  MM_58("58mm", 384),
  /** 72 mm of print, 48 half-width cells. */
  MM_80("80mm", 576);

  private final String width;
  private final int dots;

  Roll(String width, int dots) {
    this.width = width;
    this.dots = dots;
  }

  /** Printed dots in a row. */
  int dots() {
    return dots;
  }

  /** Half-width characters in a row. */
  int cells() {
    return dots / Raster.CELL;
  }

  /**
   * The roll of that width, such as {@code 80mm}.
   *
   * @throws IllegalArgumentException with the valid choices
   */
  public static Roll of(String width) {
    return Arrays.stream(values())
        .filter(roll -> roll.width.equals(width))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no roll is \""
                    + width
                    + "\" wide; the valid ones are "
                    + Arrays.stream(values())
                        .map(roll -> roll.width)
                        .collect(Collectors.joining(", "))));
  }
}
