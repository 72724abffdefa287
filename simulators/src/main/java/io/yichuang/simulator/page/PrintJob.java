package io.yichuang.simulator.page;

import com.hp.jipp.model.JobState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One job, from its creation to the last sheet. Guarded by its {@link PrintEngine}. */
final class PrintJob {
  final int id;
  final String name;
  final String user;
  final Instant created;
  final int copies;
  final boolean twoSided;
  byte @Nullable [] document;

  /** Sides of one copy. */
  int pages;

  int impressionsDone;
  int sheetsDone;
  JobState state = JobState.pending;
  String reason = "job-incoming";
  @Nullable Instant processing;
  @Nullable Instant completed;

  PrintJob(int id, String name, String user, Instant created, int copies, boolean twoSided) {
    this.id = id;
    this.name = name;
    this.user = user;
    this.created = created;
    this.copies = copies;
    this.twoSided = twoSided;
  }

  boolean ended() {
    return state.equals(JobState.completed)
        || state.equals(JobState.aborted)
        || state.equals(JobState.canceled);
  }

  int impressions() {
    return pages * copies;
  }

  void end(JobState how, String why, Instant when) {
    if (!ended()) {
      state = how;
      reason = why;
      completed = when;
    }
  }
}
