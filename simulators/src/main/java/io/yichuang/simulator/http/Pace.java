package io.yichuang.simulator.http;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Waits as long as the real device would, or a fraction of it in tests; woken early when the device
 * is closed.
 */
public final class Pace {
  private final double speed;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private boolean over;

  /**
   * @param speed 1 = as the real device, 20 = twenty times as fast; above 0
   */
  public Pace(double speed) {
    if (!(speed > 0)) {
      throw new IllegalArgumentException("speed must be above 0: " + speed);
    }
    this.speed = speed;
  }

  /**
   * Waits for the time the real device needs.
   *
   * @throws InterruptedIOException if the thread is interrupted
   */
  public void await(Duration real) throws InterruptedIOException {
    long nanos = (long) (real.toNanos() / speed);
    lock.lock();
    try {
      while (nanos > 0 && !over) {
        nanos = ended.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while pacing");
    } finally {
      lock.unlock();
    }
  }

  /** Lets every waiter go on at once, now and later. */
  public void end() {
    lock.lock();
    try {
      over = true;
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
