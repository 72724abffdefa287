package io.yichuang.vision.face;

/** What to tell the person before the camera. */
public enum FaceHint {
  NO_FACE,
  SEVERAL_FACES,
  TOO_FAR,
  TOO_DARK,
  BLURRED,
  OFF_CENTRE,
  /** The head is turned, raised or lowered. */
  LOOK_HERE,
  /** Something covers mouth and nose. */
  MASK,
  /**
   * Both eyes seem to be closed. The model is not sure enough of narrow eyes to hold anybody up:
   * {@link FaceCheck} goes on after a second.
   */
  EYES_CLOSED,
  GOOD
}
