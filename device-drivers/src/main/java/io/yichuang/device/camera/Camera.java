package io.yichuang.device.camera;

import io.yichuang.device.Call;
import io.yichuang.device.Cancellation;
import io.yichuang.device.DeviceEvent;
import io.yichuang.device.DeviceException;
import io.yichuang.device.DeviceFault;
import io.yichuang.device.DeviceId;
import io.yichuang.device.DeviceState;
import io.yichuang.device.DeviceStatus;
import io.yichuang.device.FaultCode;
import io.yichuang.device.FrameSource;
import io.yichuang.device.MediaState;
import io.yichuang.device.Outcome;
import io.yichuang.device.ResetReport;
import io.yichuang.device.SelfTest;
import io.yichuang.device.Subscription;
import io.yichuang.device.lane.Health;
import io.yichuang.device.lane.Lane;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.lane.Turn;
import io.yichuang.device.lane.TurnOver;
import io.yichuang.device.lane.Wire;
import io.yichuang.device.trace.FlightRecorder;
import io.yichuang.device.trace.Mask;
import io.yichuang.device.trace.Recorded;
import io.yichuang.device.trace.Traffic;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A camera over any {@link Feed}. Watching is one long command of its lane, which ends when nobody
 * watches any more; the rest of the time the lane probes the source without switching it on.
 */
final class Camera implements FrameSource, Recorded {
  /**
   * Watching has no end of its own; it is begun anew so that no arithmetic runs into its limits.
   */
  private static final Duration LONG = Duration.ofHours(12);

  /** The pause before a bad stream is opened again doubles up to so many times the first one. */
  private static final int LONGEST_RETRY = 8;

  private final Lane<Feed> lane;
  private final CameraTimings timings;
  private final LaneClock clock;
  private final State state;
  private final CopyOnWriteArrayList<Viewer> viewers = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Cancellation watching;

  /** What outlives a single stream. Written by the lane's thread alone. */
  private static final class State {
    private final Freshness freshness;
    private long number;
    private volatile Health known = Health.online(MediaState.UNKNOWN);

    State(CameraTimings timings) {
      freshness = new Freshness(timings.staleFrames(), timings.brokenFrames());
    }
  }

  /** Opens the source; called again after every loss. */
  interface Opener {
    Feed open() throws IOException;

    /** False while the operating system knows that nothing is plugged in; see {@link Wire}. */
    default boolean attached() {
      return true;
    }
  }

  private Camera(Lane<Feed> lane, State state, CameraTimings timings, LaneClock clock) {
    this.lane = lane;
    this.state = state;
    this.timings = timings;
    this.clock = clock;
  }

  static Camera start(DeviceId id, Opener opener, CameraTimings timings, LaneClock clock) {
    return start(id, opener, timings, clock, new FlightRecorder(Mask.ALL, clock.wall()));
  }

  /**
   * @param recorder where the source notes its messages, if it has any
   */
  static Camera start(
      DeviceId id, Opener opener, CameraTimings timings, LaneClock clock, FlightRecorder recorder) {
    var state = new State(timings);
    Wire<Feed> wire =
        Wire.of(
            recorder,
            opener::open,
            feed -> {
              feed.probe();
              return state.known;
            },
            opener::attached);
    return new Camera(Lane.start(id, wire, timings.lane(), clock), state, timings, clock);
  }

  @Override
  public Subscription frames(FrameSpec spec, Consumer<Frame> latestWins) {
    var viewer = new Viewer(spec.framesPerSecond(), latestWins, this::left);
    lock.lock();
    try {
      viewers.add(viewer);
      if (watching == null) {
        var cancellation = new Cancellation();
        watching = cancellation;
        Thread.ofVirtual().name("watch-" + id()).start(() -> watch(cancellation));
      }
    } finally {
      lock.unlock();
    }
    viewer.start("frames-" + id());
    return viewer;
  }

  private void left(Viewer viewer) {
    Cancellation last = null;
    lock.lock();
    try {
      // A bad camera is watched on until it is good: nobody asks for one that is called bad.
      if (viewers.remove(viewer) && viewers.isEmpty() && state.known.fault() == null) {
        last = watching;
        watching = null;
      }
    } finally {
      lock.unlock();
    }
    if (last != null) {
      last.cancel();
    }
  }

  /** Keeps the stream open while somebody watches, with a pause after each failure. */
  private void watch(Cancellation cancellation) {
    Duration pause = timings.retry();
    try {
      while (!cancellation.requested()) {
        Outcome<Boolean> end = lane.run(new Call(LONG, cancellation), this::stream);
        if (cancellation.requested() || end instanceof Outcome.Cancelled<Boolean> || needless()) {
          return;
        }
        boolean back = returned(pause);
        if (closing.getCount() == 0) {
          return;
        }
        boolean good = end instanceof Outcome.Done<Boolean>(Boolean shown) && shown;
        Duration longest = timings.retry().multipliedBy(LONGEST_RETRY);
        Duration doubled = pause.multipliedBy(2);
        pause = good || back ? timings.retry() : doubled.compareTo(longest) < 0 ? doubled : longest;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits, but no longer than until a camera that was pulled out is there again. */
  private boolean returned(Duration pause) throws InterruptedException {
    long end = System.nanoTime() + pause.toNanos();
    boolean absent = false;
    while (System.nanoTime() - end < 0) {
      if (closing.await(timings.slice().toNanos(), TimeUnit.NANOSECONDS)) {
        return false;
      }
      DeviceState now = lane.status().state();
      if (absent && now == DeviceState.ONLINE) {
        return true;
      }
      absent |= now == DeviceState.NO_DEVICE;
    }
    return false;
  }

  /** True when nobody watches and there is nothing left to prove. */
  private boolean needless() {
    lock.lock();
    try {
      boolean needless = viewers.isEmpty() && state.known.fault() == null;
      if (needless) {
        watching = null;
      }
      return needless;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Reads frames until nobody watches or the camera needs to be opened anew.
   *
   * @return whether a good frame came
   */
  private Outcome<Boolean> stream(Feed feed, Turn turn) throws DeviceException, TurnOver {
    try {
      return watched(feed, turn);
    } catch (DeviceException e) {
      FaultCode code = e.fault().code();
      if (code != FaultCode.UNPLUGGED && code != FaultCode.CONNECTION_LOST) {
        // Else the next probe, which leaves the camera off, would call it well until the next try.
        tell(Health.broken(DeviceState.OFFLINE, e.fault()), turn);
      }
      throw e;
    }
  }

  private Outcome<Boolean> watched(Feed feed, Turn turn) throws DeviceException, TurnOver {
    try (Feed.Stream stream = feed.open(turn)) {
      long heard = System.nanoTime();
      long before = state.number;
      int corruptions = 0;
      int judged = 0;
      while (true) {
        turn.check();
        byte[] frame = stream.next(timings.slice());
        int corrupt = stream.corruptions() - corruptions;
        corruptions += corrupt;
        judged += corrupt;
        state.freshness.corrupt(corrupt);
        if (frame != null) {
          heard = System.nanoTime();
          judged++;
          show(frame, feed.live());
        }
        if (frame != null || corrupt > 0) {
          tell(state.freshness.health(), turn);
        }
        if (System.nanoTime() - heard > timings.silence().toNanos()) {
          var silent = new DeviceFault(FaultCode.NO_ANSWER, "no frame for " + timings.silence());
          tell(Health.broken(DeviceState.OFFLINE, silent), turn);
          return new Outcome.Done<>(state.number > before);
        }
        // A camera that is bad gets as many frames again to prove that it is good by now.
        boolean proven = state.known.fault() == null && viewers.isEmpty();
        if (proven || (state.known.fault() != null && judged >= timings.provingFrames())) {
          return new Outcome.Done<>(state.number > before);
        }
      }
    }
  }

  private void show(byte[] jpeg, boolean live) {
    switch (state.freshness.judge(jpeg, live)) {
      case FRESH, EQUAL -> {
        var frame = new Frame(++state.number, jpeg, clock.wall().instant());
        viewers.forEach(viewer -> viewer.show(frame));
      }
      case STALE, BROKEN -> {} // never shown: nobody may be judged by it
    }
  }

  private void tell(@Nullable Health now, Turn turn) {
    if (now != null && !now.equals(state.known)) {
      state.known = now;
      turn.report(now);
    }
  }

  /** Switches the camera off and on again, if it is on. */
  @Override
  public Outcome<ResetReport> reset(Call call) {
    lane.forgive();
    return new Outcome.Done<>(new ResetReport(MediaState.UNKNOWN));
  }

  @Override
  public List<SelfTest> selfTests() {
    return List.of(new LivePictureTest(this, timings));
  }

  @Override
  public DeviceId id() {
    return lane.id();
  }

  @Override
  public DeviceStatus status() {
    return lane.status();
  }

  @Override
  public Subscription subscribe(Consumer<DeviceEvent> listener) {
    return lane.subscribe(listener);
  }

  @Override
  public List<Traffic> traffic() {
    return lane.traffic();
  }

  @Override
  public List<FlightRecorder.Fault> faults() {
    return lane.faults();
  }

  @Override
  public void close() {
    closing.countDown();
    viewers.forEach(Viewer::close);
    lane.close();
  }
}
