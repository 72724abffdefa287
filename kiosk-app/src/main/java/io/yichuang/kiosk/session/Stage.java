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
   * Whether the page is drawn anew when a device comes or goes, so that it offers what is there.
   * Not where somebody writes or signs: his stroke would be lost. Nor where the page looks itself.
   */
  default boolean followsDevices() {
    return false;
  }

  /** Nobody is there. */
  record Standby() implements Stage {
    @Override
    public Pace pace() {
      return Pace.NONE;
    }
  }

  /** What would you like to do? */
  record Home() implements Stage {}

  /** A step of the journey in hand. */
  record At(Step step) implements Stage {
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

    @Override
    public boolean followsDevices() {
      return step instanceof Step.Materials;
    }
  }

  /** How long a page waits before it asks whether somebody is still there. */
  enum Pace {
    /** For ever. */
    NONE,
    PAGE,
    READING,
    FORM,
    /** The last page: it wipes itself without asking. */
    RESULT
  }
}
