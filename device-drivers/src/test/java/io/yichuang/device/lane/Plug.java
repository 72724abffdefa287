package io.yichuang.device.lane;

import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import io.yichuang.device.MediaState;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A wire that a test plugs in, pulls and makes sick. */
final class Plug implements Wire<Plug.Cord> {
  volatile boolean in = true;
  volatile boolean sick;
  volatile boolean away;

  /** Looking itself fails, as in a folder of the system that vanishes meanwhile. */
  volatile boolean blind;

  final AtomicInteger open = new AtomicInteger();
  final AtomicInteger connects = new AtomicInteger();

  @Override
  public boolean attached() {
    if (blind) {
      throw new IllegalStateException("cannot look");
    }
    return in;
  }

  @Override
  public Cord connect() throws DeviceException {
    if (away) {
      throw new DeviceException(FaultCode.UNPLUGGED, "nobody answers");
    }
    connects.incrementAndGet();
    open.incrementAndGet();
    return new Cord();
  }

  @Override
  public Health probe(Cord cord) throws IOException {
    if (away) {
      throw new DeviceException(FaultCode.CONNECTION_LOST, "ended");
    }
    if (!in || sick) {
      throw new DeviceException(FaultCode.NO_ANSWER, "silent");
    }
    return Health.online(MediaState.UNKNOWN);
  }

  final class Cord implements AutoCloseable {
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicBoolean once = new AtomicBoolean();

    void hang() {
      boolean ended = false;
      while (!ended) { // as deaf to interrupts as a native read
        try {
          closed.await();
          ended = true;
        } catch (InterruptedException e) {
          ended = closed.getCount() == 0;
        }
      }
    }

    @Override
    public void close() {
      if (once.compareAndSet(false, true)) { // the lane and who gave up may both close it
        open.decrementAndGet();
        closed.countDown();
      }
    }
  }
}
