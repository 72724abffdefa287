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
  GOOD
}
