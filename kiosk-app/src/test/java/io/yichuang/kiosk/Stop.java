package io.yichuang.kiosk;

/** Where somebody who walks over the pages stands still, to have them looked at. */
interface Stop {
  /**
   * At something that rises over a page: it is opened in each way to see it.
   *
   * @param name of it
   * @param open from the page
   * @param close back to the page
   */
  void at(String name, Runnable open, Runnable close);

  /** At a page, which is there. */
  default void at(String name) {
    at(name, () -> {}, () -> {});
  }
}
