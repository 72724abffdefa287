package io.yichuang.device;

import java.time.Duration;

/**
 * The terms of one command: how long it may take in all, and how it may be stopped. Interrupting
 * the calling thread cancels too.
 *
 * @param limit from the call to the outcome, waiting in the queue included; for a scan it counts
 *     per page
 * @param cancellation to stop the command early
 */
public record Call(Duration limit, Cancellation cancellation) {
  public Call {
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException("a call needs a positive limit, got " + limit);
    }
  }

  /** A call that only its limit ends. */
  public static Call within(Duration limit) {
    return new Call(limit, new Cancellation());
  }
}
