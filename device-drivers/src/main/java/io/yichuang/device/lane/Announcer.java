package io.yichuang.device.lane;

import io.yichuang.device.DeviceEvent;
import io.yichuang.device.DeviceFault;
import io.yichuang.device.DeviceId;
import io.yichuang.device.DeviceState;
import io.yichuang.device.DeviceStatus;
import io.yichuang.device.FaultCode;
import io.yichuang.device.MediaState;
import io.yichuang.device.Subscription;
import io.yichuang.device.trace.FlightRecorder;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The status of a device and its events. The edges of the medium are derived from its level here,
 * so that no driver can tell one without the other.
 */
final class Announcer {
  private static final Logger log = LoggerFactory.getLogger(Announcer.class);

  /** Events that a listener may lag behind; a healthy one lags by a handful. */
  static final int BACKLOG = 256;

  private final DeviceId device;
  private final LaneClock clock;
  private final @Nullable FlightRecorder recorder;
  private final ReentrantLock lock = new ReentrantLock();
  private final CopyOnWriteArrayList<Listener> listeners = new CopyOnWriteArrayList<>();
  private volatile DeviceStatus status;
  private boolean mediumThere;
  private long number;

  Announcer(DeviceId device, LaneClock clock, @Nullable FlightRecorder recorder) {
    this.device = device;
    this.clock = clock;
    this.recorder = recorder;
    this.status = DeviceStatus.starting(clock.wall().instant());
  }

  DeviceStatus status() {
    return status;
  }

  void report(Health health) {
    lock.lock();
    try {
      var now = clock.wall().instant();
      DeviceStatus next = health.at(now);
      DeviceFault fault = next.fault();
      if (fault != null && news(fault, status.fault())) {
        struck(fault);
      }
      if (!next.sameAs(status)) {
        status = next;
        send(new DeviceEvent.StatusChanged(device, ++number, now, next));
      }
      // Unknown is no edge: a card may lie there still when the wire comes back.
      if (health.media() == MediaState.PRESENT && !mediumThere) {
        mediumThere = true;
        send(new DeviceEvent.MediaInserted(device, ++number, now));
      } else if (health.media() == MediaState.NOT_PRESENT && mediumThere) {
        mediumThere = false;
        send(new DeviceEvent.MediaRemoved(device, ++number, now));
      }
    } finally {
      lock.unlock();
    }
  }

  /** The device or its wire has failed; what led to it is kept. */
  void fault(DeviceFault fault) {
    DeviceState state =
        switch (fault.code()) {
          case UNPLUGGED -> DeviceState.NO_DEVICE;
          case HARDWARE -> DeviceState.HARDWARE_ERROR;
          default -> DeviceState.OFFLINE;
        };
    if (news(fault, status.fault())) {
      log.info("{}: {} {}", device, fault.code(), fault.detail());
      report(Health.broken(state, fault));
    }
  }

  /** The detail of a failed retry may differ; it is news only when the code does. */
  private static boolean news(DeviceFault fault, @Nullable DeviceFault before) {
    return before == null || before.code() != fault.code();
  }

  /** Keeps what led to a fault: of the device, its wire, or a command. */
  void struck(DeviceFault fault) {
    // That nobody looks for a while is our own doing, and must not hide the reason.
    if (recorder != null && fault.code() != FaultCode.QUARANTINED) {
      recorder.struck(fault);
    }
  }

  private void send(DeviceEvent event) {
    for (Listener listener : listeners) {
      if (!listener.backlog.offer(event)) {
        log.warn("{}: a listener was {} events late and is cut off", device, BACKLOG);
        listener.close();
      }
    }
  }

  Subscription subscribe(Consumer<DeviceEvent> consumer) {
    var listener = new Listener(consumer);
    listeners.add(listener);
    listener.thread.start();
    return listener;
  }

  void close() {
    listeners.forEach(Listener::close);
  }

  private final class Listener implements Subscription {
    private final BlockingQueue<DeviceEvent> backlog = new ArrayBlockingQueue<>(BACKLOG);
    private final Thread thread;

    Listener(Consumer<DeviceEvent> consumer) {
      thread = Thread.ofVirtual().name("events-" + device).unstarted(() -> deliver(consumer));
    }

    private void deliver(Consumer<DeviceEvent> consumer) {
      try {
        while (!Thread.currentThread().isInterrupted()) {
          DeviceEvent event = backlog.take();
          try {
            consumer.accept(event);
          } catch (RuntimeException e) {
            log.error("{}: a listener failed on {}", device, event.getClass().getSimpleName(), e);
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // closed
      }
    }

    @Override
    public void close() {
      listeners.remove(this);
      thread.interrupt();
    }
  }
}
