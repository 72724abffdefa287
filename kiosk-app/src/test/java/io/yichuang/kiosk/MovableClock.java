package io.yichuang.kiosk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** Runs like another clock, and can be put forward, and back. */
public final class MovableClock extends Clock {
  private final Clock runs;
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  public MovableClock(Clock runs) {
    this.runs = runs;
  }

  public void forward(Duration by) {
    ahead.updateAndGet(by::plus);
  }

  @Override
  public Instant instant() {
    return runs.instant().plus(ahead.get());
  }

  @Override
  public ZoneId getZone() {
    return runs.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("one terminal, one zone");
  }
}
