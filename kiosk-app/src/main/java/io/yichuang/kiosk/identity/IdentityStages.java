package io.yichuang.kiosk.identity;

import io.yichuang.kiosk.session.Stage;

/** Pages that find out who somebody is. */
sealed interface IdentityStages extends Stage {
  Goal goal();

  /** Number and code. */
  record BySms(Goal goal) implements IdentityStages {
    @Override
    public Pace pace() {
      return Pace.FORM;
    }
  }

  /**
   * The face, after a consent of its own.
   *
   * @param portrait to compare with; personal
   */
  record ByFace(Goal goal, byte[] portrait) implements IdentityStages {
    @Override
    public Pace pace() {
      return Pace.READING;
    }

    @Override
    public String toString() {
      return "ByFace";
    }
  }

  /** The ways, side by side. */
  record Ways(Goal goal) implements IdentityStages {
    @Override
    public Pace pace() {
      return Pace.READING;
    }
  }
}
