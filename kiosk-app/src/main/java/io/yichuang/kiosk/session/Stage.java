package io.yichuang.kiosk.session;

import io.yichuang.kiosk.journey.Step;

/**
 * What the page shows. Each feature has records of its own; {@link Screens} turns them into
 * screens.
 */
public interface Stage {
  /** How long this page waits for a touch. */
  default Pace pace() {
    return Pace.PAGE;
  }

  /**
   * Whether its page may be shown as it is while somebody rehearses: it asks no device, no platform
   * and no journal for anything of a citizen.
   */
  default boolean harmless() {
    return false;
  }

  /** Nobody is there. */
  record Standby() implements Stage {
    @Override
    public boolean harmless() {
      return true;
    }

    @Override
    public Pace pace() {
      return Pace.NONE;
    }
  }

  /** What would you like to do? */
  record Home() implements Stage {
    @Override
    public boolean harmless() {
      return true;
    }
  }

  /** A step of the journey in hand. */
  record At(Step step) implements Stage {
    @Override
    public boolean harmless() {
      return step instanceof Step.Ask;
    }

    @Override
    public Pace pace() {
      return switch (step) {
        case Step.Identify() -> Pace.READING;
        case Step.Ask(String question) -> Pace.FORM;
        case Step.Materials() -> Pace.FORM;
        case Step.Confirm() -> Pace.FORM;
        case Step.Done() -> Pace.READING;
      };
    }
  }

  /** How long a page waits before it asks whether somebody is still there. */
  enum Pace {
    /** For ever. */
    NONE,
    PAGE,
    READING,
    FORM,
    /** The citizen has gone to fetch papers, and said so. */
    PAUSE,
    /** The last page: it wipes itself without asking. */
    RESULT
  }
}
