package io.yichuang.kiosk.submission;

import io.yichuang.kiosk.session.Stage;

/** What comes after the signature. */
sealed interface SubmissionStages extends Stage {
  /**
   * It is made: the code, the paper, the rating.
   *
   * @param attempt at the paper, from 1: each has a print job of its own
   */
  record Made(Order order, Submissions.Submitted submitted, int attempt)
      implements SubmissionStages {
    @Override
    public Pace pace() {
      return Pace.READING;
    }

    @Override
    public String toString() {
      return "Made";
    }
  }

  /** The paper did not come: how else should it reach the citizen? */
  record NoPaper(
      Order order, Submissions.Submitted submitted, int attempt, PrintJobs.Paper.None why)
      implements SubmissionStages {
    @Override
    public Pace pace() {
      return Pace.READING;
    }

    @Override
    public String toString() {
      return "NoPaper";
    }
  }
}
