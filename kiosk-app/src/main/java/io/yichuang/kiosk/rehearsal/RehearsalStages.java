package io.yichuang.kiosk.rehearsal;

import io.yichuang.kiosk.session.Stage;

/** Pages that only a rehearsal has. */
public sealed interface RehearsalStages extends Stage {
  @Override
  default Pace pace() {
    return Pace.READING;
  }

  /** What a rehearsal is, before it begins. */
  record Intro() implements RehearsalStages {}

  /** It is over, and nothing was submitted. */
  record Over() implements RehearsalStages {}
}
