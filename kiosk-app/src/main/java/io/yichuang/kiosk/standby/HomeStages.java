package io.yichuang.kiosk.standby;

import io.yichuang.kiosk.session.Stage;

/** Pages between the first touch and a journey. */
sealed interface HomeStages extends Stage {
  @Override
  default boolean harmless() {
    return true;
  }

  /**
   * All items.
   *
   * @param atOnce only those whose result comes at once
   */
  record AllItems(boolean atOnce) implements HomeStages {}

  /** What did you come for? */
  record Search() implements HomeStages {
    @Override
    public Pace pace() {
      return Pace.FORM;
    }
  }

  /** What an item is, before it begins. */
  record Guide(String item) implements HomeStages {}
}
