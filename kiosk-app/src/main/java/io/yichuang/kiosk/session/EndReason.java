package io.yichuang.kiosk.session;

/** How a citizen's turn ended. */
public enum EndReason {
  /** By the last key. */
  FINISHED,
  /** By 不办了 or 首页. */
  ABANDONED,
  /** Nobody touched the page. */
  TIMED_OUT,
  /** Something broke; the citizen was told. */
  BROKEN
}
