package io.yichuang.kiosk.draft;

import io.yichuang.kiosk.session.Stage;

/** Pages about a draft. */
sealed interface DraftStages extends Stage {
  /** There is one: go on with it, or begin anew? */
  record Found(Draft draft) implements DraftStages {
    @Override
    public Pace pace() {
      return Pace.READING;
    }
  }
}
