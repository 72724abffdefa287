package io.yichuang.device.lane;

import io.yichuang.device.Call;
import io.yichuang.device.DeviceEvent;
import io.yichuang.device.DeviceFault;
import io.yichuang.device.DeviceId;
import io.yichuang.device.DeviceStatus;
import io.yichuang.device.FaultCode;
import io.yichuang.device.Outcome;
import io.yichuang.device.Subscription;
import io.yichuang.device.trace.FlightRecorder;
import io.yichuang.device.trace.Traffic;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one owner of a device. Its thread alone touches the connection: it runs the commands one by
 * one, probes the device when idle, and connects anew after a failure. It is a platform thread,
 * because native reads pin virtual ones.
 *
 * <p>{@link #run} may be called from any thread; it blocks until the one outcome of the command is
 * there, at the latest {@link LaneTimings#overrun} after its limit or its cancellation, even if the
 * driver hangs.
 *
 * @param <C> the connection that the driver's {@link Wire} opens
 */
public final class Lane<C extends AutoCloseable> implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Lane.class);

  /** Nobody needs more commands at once of one device. */
  private static final int QUEUE = 32;

  private static final DeviceFault QUARANTINE =
      new DeviceFault(FaultCode.QUARANTINED, "failed too often; left alone for a while");

  private final DeviceId id;
  private final Wire<C> wire;
  private final LaneTimings timings;
  private final LaneClock clock;
  private final Announcer announcer;
  private final LinkedBlockingQueue<Job<C, ?>> queue = new LinkedBlockingQueue<>(QUEUE);
  private final Thread owner;
  private volatile boolean closed;
  private volatile boolean forgiven;
  private volatile @Nullable Job<C, ?> running;
  private volatile @Nullable C connection;

  // The owner's alone.
  private final Recovery recovery;
  private boolean attached = true;

  /** Whether the last try found nobody there. */
  private boolean absent;

  private long nextProbe;

  private Lane(DeviceId id, Wire<C> wire, LaneTimings timings, LaneClock clock) {
    this.id = id;
    this.wire = wire;
    this.timings = timings;
    this.clock = clock;
    this.announcer = new Announcer(id, clock, wire.recorder());
    this.recovery = new Recovery(timings, now());
    this.owner = Thread.ofPlatform().daemon().name("lane-" + id).unstarted(this::work);
  }

  /** Starts a lane; it connects at once, on its own thread. */
  public static <C extends AutoCloseable> Lane<C> start(
      DeviceId id, Wire<C> wire, LaneTimings timings, LaneClock clock) {
    var lane = new Lane<>(id, wire, timings, clock);
    lane.owner.start();
    return lane;
  }

  public DeviceId id() {
    return id;
  }

  /** The latest status; never blocks. */
  public DeviceStatus status() {
    return announcer.status();
  }

  /** See {@link io.yichuang.device.Device#subscribe}. */
  public Subscription subscribe(Consumer<DeviceEvent> listener) {
    return announcer.subscribe(listener);
  }

  /** The last minutes on the wire; empty where they are not recorded. */
  public List<Traffic> traffic() {
    FlightRecorder recorder = wire.recorder();
    return recorder == null ? List.of() : recorder.traffic();
  }

  /** The last faults, oldest first, and what went over the wire before each. */
  public List<FlightRecorder.Fault> faults() {
    FlightRecorder recorder = wire.recorder();
    return recorder == null ? List.of() : recorder.faults();
  }

  /** Lifts a quarantine: a person has helped. */
  public void forgive() {
    forgiven = true;
  }

  /** Runs a command and waits for its outcome. */
  public <T> Outcome<T> run(Call call, Command<C, T> command) {
    var job = new Job<C, T>(command, call, new Turn(call, clock, announcer::report), timings);
    if (closed) {
      job.withdraw();
    } else if (!queue.offer(job)) {
      job.fail(new DeviceFault(FaultCode.BUSY, QUEUE + " commands are waiting already"));
    } else if (closed) {
      job.turn.cancel(); // closed while we queued: the owner has it by now, or never sees it
    }
    return job.await(() -> giveUp(job));
  }

  /** A command hangs: closing its connection is the only thing that ends a native call. */
  private void giveUp(Job<C, ?> job) {
    C hanging = connection;
    if (running == job && hanging != null) {
      log.warn("{}: a command hangs; its connection is closed", id);
      Thread.ofPlatform().daemon().name("give-up-" + id).start(() -> closeQuietly(hanging));
      owner.interrupt();
    }
  }

  private void work() {
    while (!closed) {
      try {
        Job<C, ?> job = queue.poll(untilDuty(), TimeUnit.NANOSECONDS);
        if (job == null) {
          tend();
        } else {
          serve(job);
        }
      } catch (InterruptedException e) {
        log.debug("{}: woken", id); // closing, or the end of a command that was given up
      }
    }
    drop();
    for (Job<C, ?> job = queue.poll(); job != null; job = queue.poll()) {
      job.withdraw();
    }
  }

  private long untilDuty() {
    long now = now();
    if (connection != null) {
      return Math.max(0, nextProbe - now);
    }
    long look = timings.look().toNanos();
    return attached && !forgiven ? Math.min(look, recovery.untilTry(now)) : look;
  }

  /** The care of an idle device. */
  private void tend() {
    C now = connection;
    if (now != null) {
      probe(now);
    } else if (looksAttached() && recovery.untilTry(now()) == 0) {
      connect();
    }
  }

  private boolean looksAttached() {
    boolean before = attached;
    attached = attachedNow();
    if (forgiven || (attached && !before)) {
      forgiven = false;
      recovery.forgive(now());
    }
    if (!attached) {
      announcer.fault(new DeviceFault(FaultCode.UNPLUGGED, "nothing is plugged in"));
    }
    return attached;
  }

  /** Where one cannot look, the connection shows it. A mistake here must not end the lane. */
  private boolean attachedNow() {
    try {
      return wire.attached();
    } catch (RuntimeException e) {
      log.warn("{}: cannot tell whether it is plugged in: {}", id, e.getClass().getName());
      return true;
    }
  }

  private void serve(Job<C, ?> job) {
    if (!job.take()) {
      return;
    }
    DeviceFault obstacle = connected();
    C now = connection;
    if (obstacle != null || now == null) {
      job.fail(obstacle != null ? obstacle : new DeviceFault(FaultCode.UNPLUGGED, "not connected"));
      return;
    }
    running = job;
    if (closed) {
      job.turn.cancel(); // whoever closes did not see it run yet
    }
    DeviceFault fault = job.run(now);
    job.failed().ifPresent(announcer::struck);
    running = null;
    boolean givenUp = Thread.interrupted();
    if (fault != null || givenUp) {
      lost(fault != null ? fault : new DeviceFault(FaultCode.NO_ANSWER, "the command hung"));
    }
    nextProbe = now() + timings.probe().toNanos();
  }

  /** Makes sure of a connection for a command, back-off or not; says what is in the way. */
  private @Nullable DeviceFault connected() {
    if (connection != null) {
      return null;
    }
    if (!looksAttached()) {
      return announcer.status().fault();
    }
    if (recovery.quarantined(now())) {
      return QUARANTINE;
    }
    return connect();
  }

  private @Nullable DeviceFault connect() {
    try {
      C fresh = wire.connect();
      connection = fresh;
      return probe(fresh);
    } catch (Throwable e) { // a driver's bug must not end the lane
      return lost(Job.fault(e));
    }
  }

  private @Nullable DeviceFault probe(C now) {
    try {
      if (!attachedNow()) {
        return lost(new DeviceFault(FaultCode.UNPLUGGED, "it was pulled out"));
      }
      announcer.report(wire.probe(now));
      if (absent) {
        // Behind a TCP port nothing else tells that it was plugged in anew.
        absent = false;
        recovery.forgive(now());
      }
      recovery.answered();
      nextProbe = now() + timings.probe().toNanos();
      return null;
    } catch (Throwable e) { // as above
      return lost(Job.fault(e));
    }
  }

  /** The device or its wire has failed: tell, close, and wait for the next try. */
  private DeviceFault lost(DeviceFault fault) {
    drop();
    absent = fault.code() == FaultCode.UNPLUGGED;
    if (absent) {
      recovery.absent(now());
    } else {
      // What is not installed is no fault of the device: a quarantine would hide what to do.
      recovery.failed(now(), fault.code() != FaultCode.NOT_INSTALLED);
    }
    DeviceFault told = recovery.quarantined(now()) ? QUARANTINE : fault;
    if (!closed) {
      announcer.fault(told);
    }
    return fault;
  }

  private void drop() {
    C old = connection;
    connection = null;
    if (old != null) {
      closeQuietly(old);
    }
  }

  private void closeQuietly(C old) {
    try {
      old.close();
    } catch (Exception e) { // AutoCloseable may throw anything; there is nothing left to save
      log.debug("{}: closing: {}", id, e.toString());
    }
  }

  /** Cancels what runs and waits, frees the wire; ends within {@link LaneTimings#close}. */
  @Override
  public void close() {
    closed = true;
    Job<C, ?> current = running;
    if (current != null) {
      current.turn.cancel();
    }
    owner.interrupt();
    try {
      if (!owner.join(timings.close())) {
        log.warn("{}: its thread does not end and is left behind", id);
        C hanging = connection;
        if (hanging != null) { // a native call ends with its descriptor, if with anything
          Thread.ofPlatform().daemon().name("close-" + id).start(() -> closeQuietly(hanging));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    announcer.close();
  }

  private long now() {
    return clock.nanos().getAsLong();
  }
}
