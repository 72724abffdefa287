package io.yichuang.vision.face;

/** The answer of a face check. */
public enum Verdict {
  /** More good frames are wanted. */
  PENDING,
  /** The same person, and alive. */
  PASS,
  /** Not sure: once more, or a person decides. */
  RETRY,
  /** Another person, or not alive. */
  FAIL
}
