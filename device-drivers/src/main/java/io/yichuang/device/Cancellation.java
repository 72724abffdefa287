package io.yichuang.device;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** A wish to stop a command, from any thread, once. */
public final class Cancellation {
  private final AtomicBoolean requested = new AtomicBoolean();
  private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();

  /**
   * Asks for the stop; the command ends with {@link Outcome.Cancelled} or, if it was too late, with
   * what it did.
   */
  public void cancel() {
    if (requested.compareAndSet(false, true)) {
      listeners.forEach(Runnable::run);
    }
  }

  public boolean requested() {
    return requested.get();
  }

  /**
   * Runs {@code listener} once, on the cancelling thread, or at once if the stop was asked for
   * already.
   */
  public Subscription onCancel(Runnable listener) {
    var once = new AtomicBoolean();
    Runnable guarded =
        () -> {
          if (once.compareAndSet(false, true)) {
            listener.run();
          }
        };
    listeners.add(guarded);
    if (requested.get()) {
      guarded.run();
    }
    return () -> listeners.remove(guarded);
  }
}
