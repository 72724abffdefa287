package io.yichuang.kiosk.session;

/** How a citizen's turn ended. */
public enum EndReason {
  /** By the last key. */
  FINISHED,
  /** By 不办了 or 首页. */
  ABANDONED,
  /** By 存起来，下次接着办. */
  KEPT,
  /**
   * The citizen has gone, and somebody or something else ended it: what was done is not to blame.
   */
  LEFT,
  /** Nobody touched the page. */
  TIMED_OUT,
  /** Something broke; the citizen was told. */
  BROKEN
}
