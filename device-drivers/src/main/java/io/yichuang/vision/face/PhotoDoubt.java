package io.yichuang.vision.face;

/** Why a photo would be sent back by the office; the person takes another one. */
public enum PhotoDoubt {
  NO_FACE,
  SEVERAL_FACES,
  /** Fewer pixels than the finished photo has. */
  TOO_FAR,
  /** The photo would reach over the picture's border: step back or to the middle. */
  MORE_ROOM,
  /** The head is not straight before the camera. */
  LOOK_HERE,
  MASK,
  /** Both eyes seem to be closed; of narrow eyes the model is not sure. */
  EYES_CLOSED,
  BLURRED,
  TOO_DARK,
  /** Not plain and white behind the person. */
  BACKGROUND,
  /** A shadow behind the person. */
  SHADOW,
  /** One half of the face is darker. */
  UNEVEN_LIGHT,
  /** Head too large, too small, too high or too low, and the crop could not mend it. */
  HEAD_SIZE
}
