package io.yichuang.kiosk.session;

import io.yichuang.kiosk.ui.Screen;
import java.time.LocalDate;
import java.util.Optional;

/** What the session itself shows: no feature asked for it. */
sealed interface SessionStages extends Stage {
  /**
   * Nobody touched the page for a while.
   *
   * @param draft the page before, if something half written stands on it
   */
  record StillThere(Stage before, Optional<Screen> draft) implements SessionStages {
    @Override
    public boolean harmless() {
      return true;
    }

    @Override
    public Pace pace() {
      return Pace.NONE;
    }
  }

  /**
   * What was done is kept.
   *
   * @param until the last day
   */
  record Kept(LocalDate until) implements SessionStages {
    @Override
    public Pace pace() {
      return Pace.RESULT;
    }
  }

  /**
   * Something of ours broke.
   *
   * @param submitted the terminal's number of what was submitted before that, or empty
   */
  record Broken(String submitted) implements SessionStages {
    @Override
    public boolean harmless() {
      return true;
    }

    @Override
    public Pace pace() {
      return Pace.RESULT;
    }
  }
}
