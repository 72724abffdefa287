package io.yichuang.vision.face;

/**
 * Something that a picture held before the camera cannot do. One signal more, no proof, and never
 * the only way: who cannot see, cannot turn the head or lies in bed is not asked.
 */
public enum Challenge {
  /** To the person's own left: to the right of a picture that is not mirrored. */
  TURN_LEFT,
  TURN_RIGHT,
  /**
   * Not to be relied on: the model told lids that were drawn over three faces in two of three
   * persons, and called a smiling person's open eyes closed.
   */
  BLINK
}
