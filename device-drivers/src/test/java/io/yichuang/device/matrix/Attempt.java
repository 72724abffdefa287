package io.yichuang.device.matrix;

import io.yichuang.device.Call;
import io.yichuang.device.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A command with a citizen beside it, and what strikes at its moment. Not for two threads. */
final class Attempt {
  /** How often one looks for the moment. */
  static final Duration LOOK = Duration.ofMillis(2);

  /** The citizen's own time. */
  private static final Duration STEP = Duration.ofMillis(120);

  /** A lane gives a command up long before. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private static final Executor CALLERS = Thread.ofVirtual().name("matrix-caller")::start;

  private final Subject<?> subject;
  private final @Nullable Phase phase;
  private final Runnable blow;
  private boolean struck;

  /**
   * Nothing happens yet.
   *
   * @param phase when it strikes; null for never
   * @param blow what strikes, once
   */
  Attempt(Subject<?> subject, @Nullable Phase phase, Runnable blow) {
    this.subject = subject;
    this.phase = phase;
    this.blow = blow;
  }

  /** Whether the moment came. */
  boolean struck() {
    return struck;
  }

  void strike() {
    struck = true;
    blow.run();
  }

  /** The command of the first four phases. */
  Outcome<?> work(Call call) {
    if (phase == Phase.ARMING) {
      strike();
    }
    var outcome = begun(() -> subject.work(call));
    long start = System.nanoTime();
    int time = 0;
    while (!outcome.isDone()) {
      boolean waited = time > 0;
      if (phase == Phase.ACTION && !struck && waited && subject.acting()) {
        strike();
      } else if (phase == Phase.FINISHING && !struck && subject.finishing()) {
        strike();
      }
      if (System.nanoTime() - start >= time * STEP.toNanos()) {
        subject.assist(time++);
      }
      LockSupport.parkNanos(LOOK.toNanos());
      noLongerThan(LONGEST, start);
    }
    return outcome.join();
  }

  /** What follows the command; the citizen does his part after the blow, unless he is to fail. */
  Outcome<?> commit(Subject.Committing committing, Call call, boolean taken) {
    var outcome = begun(() -> committing.commit(call));
    long start = System.nanoTime();
    LockSupport.parkNanos(STEP.toNanos());
    strike();
    while (!outcome.isDone()) {
      LockSupport.parkNanos(STEP.toNanos());
      if (taken) {
        committing.take();
      }
      noLongerThan(LONGEST, start);
    }
    return outcome.join();
  }

  private static void noLongerThan(Duration longest, long start) {
    if (System.nanoTime() - start > longest.toNanos()) {
      throw new IllegalStateException("the command neither ends nor is given up");
    }
  }

  private static CompletableFuture<Outcome<?>> begun(Supplier<Outcome<?>> command) {
    return CompletableFuture.supplyAsync(command, CALLERS);
  }
}
