package io.yichuang.vision.text;

/** How a page must be turned to stand upright. */
public enum Turn {
  /** It stands upright. */
  NONE,
  /** A quarter clockwise. */
  RIGHT,
  /** It stands upside down. */
  HALF,
  /** A quarter counter-clockwise. */
  LEFT
}
