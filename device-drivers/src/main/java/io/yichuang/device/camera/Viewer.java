package io.yichuang.device.camera;

import io.yichuang.device.FrameSource.Frame;
import io.yichuang.device.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One consumer of frames on a thread of its own: the latest wins, at most so many a second. */
final class Viewer implements Subscription {
  private static final Logger log = LoggerFactory.getLogger(Viewer.class);

  private final Consumer<Frame> consumer;
  private final Consumer<Viewer> onClose;
  private final long interval;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable Frame latest;
  private boolean closed;

  /** A viewer that {@link #start} has still to start. */
  Viewer(int framesPerSecond, Consumer<Frame> consumer, Consumer<Viewer> onClose) {
    if (framesPerSecond < 1 || framesPerSecond > 30) {
      throw new IllegalArgumentException("1 to 30 frames a second, not " + framesPerSecond);
    }
    this.interval = TimeUnit.SECONDS.toNanos(1) / framesPerSecond;
    this.consumer = consumer;
    this.onClose = onClose;
  }

  void start(String name) {
    // Not a virtual one: who looks for faces or sheets in a frame would hold its carrier natively.
    Thread.ofPlatform().daemon().name(name).start(this::run);
  }

  /** Never waits. */
  void show(Frame frame) {
    lock.lock();
    try {
      latest = frame;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      for (Frame frame = next(0); frame != null; ) {
        long begun = System.nanoTime();
        consumer.accept(frame);
        frame = next(begun + interval);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // Its message may hold what was in the picture.
      log.warn("a consumer of frames failed and is cut off: {}", e.getClass().getName());
    } finally {
      close();
    }
  }

  /** The newest frame once {@code due} has come; null when closed. */
  private @Nullable Frame next(long due) throws InterruptedException {
    lock.lock();
    try {
      while (!closed) {
        long early = due == 0 ? 0 : due - System.nanoTime();
        Frame frame = latest;
        if (frame != null && early <= 0) {
          latest = null;
          return frame;
        }
        if (frame != null) {
          long left = changed.awaitNanos(early);
          log.trace("woken {} ns early", left);
        } else {
          changed.await();
        }
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      latest = null;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    onClose.accept(this);
  }
}
