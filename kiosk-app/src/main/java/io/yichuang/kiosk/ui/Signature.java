package io.yichuang.kiosk.ui;

import java.util.List;

/**
 * A signature as it was written.
 *
 * @param width width of the pad, px
 * @param height height of the pad, px
 * @param strokes each from pen down to pen up
 */
public record Signature(int width, int height, List<List<Dot>> strokes) {
  /** A point of a stroke: px from the pad's upper left corner, and ms since the first point. */
  public record Dot(int x, int y, int ms) {
    @Override
    public String toString() {
      return "Dot[hidden]";
    }
  }

  public Signature {
    strokes = strokes.stream().map(List::copyOf).toList();
  }

  @Override
  public String toString() {
    return "Signature[hidden, " + strokes.size() + " strokes]";
  }
}
