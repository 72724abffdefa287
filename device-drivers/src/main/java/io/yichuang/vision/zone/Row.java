package io.yichuang.vision.zone;

import java.util.List;

/**
 * One row of a zone.
 *
 * @param readings of the same row at different scales, letters, digits and {@code <} alone; they
 *     need not be equal, nor as long as the row
 */
public record Row(List<String> readings) {
  public Row {
    readings = List.copyOf(readings);
  }

  /** Without the text: it names a person. */
  @Override
  public String toString() {
    return "Row[" + readings.size() + " readings]";
  }
}
