package io.yichuang.device.lane;

import io.yichuang.device.Call;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The time a command has, and the one place where it learns that it has to stop. A command that
 * waits for long asks {@link #check} or {@link #pause} at least as often as its device answers.
 */
public final class Turn {
  /** Longer limits mean for ever; the cap keeps the arithmetic in nanoseconds from overflowing. */
  private static final Duration FOR_EVER = Duration.ofDays(365);

  private final LaneClock clock;
  private final long limit;
  private final Consumer<Health> reporter;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  private long deadline;
  private long cancelledAt;
  private boolean cancelled;
  private boolean begun;
  private boolean over;
  private long changes;

  Turn(Call call, LaneClock clock, Consumer<Health> reporter) {
    this.clock = clock;
    this.reporter = reporter;
    this.limit = (call.limit().compareTo(FOR_EVER) < 0 ? call.limit() : FOR_EVER).toNanos();
    this.deadline = now() + limit;
  }

  /**
   * Says that from now on the command may have an effect in the world: a fault, a cancellation or
   * the end of the limit makes the outcome {@code Uncertain}. Called before the effect, since it
   * ends a command that has to stop and one whose caller has gone: no effect follows an outcome
   * that denied it. A command that has begun may call it again.
   */
  public void begin() throws TurnOver {
    lock.lock(); // looking and beginning are one: a caller may be leaving just now
    try {
      if (over) {
        throw new TurnOver(cancelled);
      }
      if (!begun) {
        check();
        change(() -> begun = true);
      }
    } finally {
      lock.unlock();
    }
  }

  /** The outcome is given; nothing may begin any more. Under {@link #change} only. */
  void end() {
    over = true;
  }

  /** Starts the limit anew; for commands whose limit counts per page. */
  public void restartLimit() {
    change(() -> deadline = now() + limit);
  }

  /** Time until the limit ends, never negative. */
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, locked(() -> deadline - now())));
  }

  /** The shorter of {@code timeout} and {@link #remaining}. */
  public Duration atMost(Duration timeout) {
    Duration remaining = remaining();
    return remaining.compareTo(timeout) < 0 ? remaining : timeout;
  }

  /** Ends the command if it has to stop. */
  public void check() throws TurnOver {
    if (cancelled()) {
      throw new TurnOver(true);
    }
    if (remaining().isZero()) {
      throw new TurnOver(false);
    }
  }

  /** Waits that long, or until the command has to stop. */
  public void pause(Duration time) throws TurnOver {
    long end = now() + time.toNanos();
    try {
      long seen = changes();
      check();
      while (end - now() > 0) {
        await(Math.min(end - now(), remaining().toNanos()), seen);
        seen = changes();
        check();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the lane closes or has given this command up
      throw new TurnOver(true);
    }
  }

  /**
   * Waits that long, for commands to which the end of the limit is an answer: false then. A
   * cancellation ends the command.
   */
  public boolean pausedInTime(Duration time) throws TurnOver {
    try {
      pause(time);
      return true;
    } catch (TurnOver over) {
      if (over.cancelled()) {
        throw over;
      }
      return false;
    }
  }

  /** Tells the world at once what the command has found out about the device. */
  public void report(Health health) {
    reporter.accept(health);
  }

  /** True once somebody wants the command to stop. */
  public boolean cancelled() {
    return locked(() -> cancelled);
  }

  boolean begun() {
    return locked(() -> begun);
  }

  void cancel() {
    change(() -> {
      if (!cancelled) {
        cancelled = true;
        cancelledAt = now();
      }
    });
  }

  /** Nanoseconds until the command should have stopped; negative when it is late. */
  long untilStop() {
    return locked(() -> (cancelled ? Math.min(cancelledAt, deadline) : deadline) - now());
  }

  /** Rises with every change; read before looking, so that {@link #await} misses none. */
  long changes() {
    return locked(() -> changes);
  }

  /** Changes something that others wait for. */
  void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      changes++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until there was a change after the {@code seen} one, at most so many nanoseconds. */
  void await(long nanos, long seen) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (changes == seen && left > 0) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  private <V> V locked(Supplier<V> read) {
    lock.lock();
    try {
      return read.get();
    } finally {
      lock.unlock();
    }
  }

  private long now() {
    return clock.nanos().getAsLong();
  }
}
