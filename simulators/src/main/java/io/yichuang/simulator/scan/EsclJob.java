package io.yichuang.simulator.scan;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** One scan job of an eSCL client. Guarded by its {@link EsclFace}. */
final class EsclJob {
  enum State {
    PROCESSING("Processing", "JobScanning"),
    COMPLETED("Completed", "JobCompletedSuccessfully"),
    CANCELED("Canceled", "JobCanceledByUser"),
    ABORTED("Aborted", "AbortedBySystem");

    final String word;
    final String reason;

    State(String word, String reason) {
      this.word = word;
      this.reason = reason;
    }
  }

  private final ScanRequest request;
  private final InstantSource clock;
  private final String uuid;
  private final Instant created;
  private Instant touched;
  private State state = State.PROCESSING;
  private int images;

  EsclJob(ScanRequest request, InstantSource clock) {
    this.request = request;
    this.clock = clock;
    this.uuid = UUID.randomUUID().toString();
    this.created = clock.instant();
    this.touched = created;
  }

  ScanRequest request() {
    return request;
  }

  String uuid() {
    return uuid;
  }

  String path() {
    return EsclFace.JOBS + "/" + uuid;
  }

  State state() {
    return state;
  }

  void end(State how) {
    if (state == State.PROCESSING) {
      state = how;
    }
  }

  boolean running() {
    return state == State.PROCESSING;
  }

  void delivered() {
    images++;
  }

  int images() {
    return images;
  }

  void touch() {
    touched = clock.instant();
  }

  boolean abandoned(Duration after) {
    return Duration.between(touched, clock.instant()).compareTo(after) > 0;
  }

  long ageSeconds() {
    return Math.max(0, Duration.between(created, clock.instant()).toSeconds());
  }
}
