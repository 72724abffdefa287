package io.yichuang.simulator.wire;

import java.util.concurrent.locks.LockSupport;

/**
 * The one place where a simulated device takes its time: lines, motors and chips are slow on
 * purpose.
 */
public final class Pace {
  private Pace() {}

  /** Waits as long as the real thing would, or until the thread is interrupted. */
  public static void pause(long nanos) {
    long end = System.nanoTime() + nanos;
    for (long left = nanos; left > 0 && !Thread.currentThread().isInterrupted(); ) {
      LockSupport.parkNanos(left);
      left = end - System.nanoTime();
    }
  }
}
