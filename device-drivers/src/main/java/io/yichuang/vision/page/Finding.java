package io.yichuang.vision.page;

/** What is wrong with a cleaned page. The citizen is asked, never overruled. */
public enum Finding {
  /** Nothing printed or written on it. */
  BLANK,
  /** Its text is out of focus or moved. */
  BLURRED,
  /** A lamp mirrors on it and hides what is below. */
  GLARE,
  /** A part of it lies outside the picture. */
  CUT_EDGE,
  /** A finger or a hand covers a part of it. */
  HAND,
  /** Too little light to tell ink from paper. */
  TOO_DARK
}
