package io.yichuang.device.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.device.Call;
import io.yichuang.device.Cancellation;
import io.yichuang.device.DeviceEvent;
import io.yichuang.device.DeviceException;
import io.yichuang.device.DeviceId;
import io.yichuang.device.FaultCode;
import io.yichuang.device.MediaState;
import io.yichuang.device.Outcome;
import io.yichuang.device.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/**
 * Random commands, cancellations, interrupts, unplugs and closings, many of them at once, against
 * what a lane promises. The wire is made up and the times are a thousandth, so that sequences take
 * milliseconds; threads and clocks are real, since the races are what is looked for.
 */
class LaneModelTest {
  private static final int SEQUENCES = Integer.getInteger("yichuang.lane-sequences", 10_000);
  private static final int AT_ONCE = 8;
  private static final int STEPS = 14;
  private static final int WAIT_SECONDS = 60;

  private static final LaneTimings QUICK =
      new LaneTimings(
          Duration.ofMillis(2),
          Duration.ofMillis(1),
          Duration.ofMillis(1),
          Duration.ofMillis(4),
          10,
          Duration.ofMillis(30),
          Duration.ofMillis(5),
          Duration.ofSeconds(20));

  @Test
  @Timeout(600)
  void whatever_happens_every_command_ends_once_and_as_the_model_allows(TestReporter reporter)
      throws Exception {
    long seed = Long.getLong("yichuang.seed", 4);
    reporter.publishEntry("the lane model's first seed", Long.toString(seed));
    var kinds = new AtomicInteger[Outcome.class.getPermittedSubclasses().length];
    java.util.Arrays.setAll(kinds, _ -> new AtomicInteger());
    try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
      var sequences = new ArrayList<Future<?>>();
      for (int i = 0; i < SEQUENCES; i++) {
        long own = seed + i;
        sequences.add(
            workers.submit(() -> {
              new Sequence(own, kinds).run();
              return own;
            }));
      }
      for (Future<?> sequence : sequences) {
        sequence.get();
      }
    }
    // A model that never meets an outcome proves nothing of it.
    assertThat(kinds).allSatisfy(count -> assertThat(count.get()).isPositive());
  }

  /** What a command does when its turn comes. */
  enum Kind {
    DONE,
    REFUSE,
    FAULT,
    BUG,
    BEGIN_AND_FAULT,
    WAIT,
    BEGIN_AND_WAIT,
    /** Begins when its limit ends or a little later, its caller gone or going. */
    BEGIN_LATE,
    /** Begins when its caller has given it up. */
    HANG_AND_BEGIN,
    HANG,
    REPORT
  }

  /** One command and what became of it. */
  private static final class Trial {
    private final int number;
    private final Kind kind;
    private final Call call;
    private final AtomicInteger runs = new AtomicInteger();
    private volatile boolean begun;
    private Thread caller;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Outcome<Integer> outcome;

    Trial(int number, Kind kind, Duration limit) {
      this.number = number;
      this.kind = kind;
      this.call = new Call(limit, new Cancellation());
    }
  }

  /** One sequence on a lane of its own. */
  private static final class Sequence {
    private final long seed;
    private final Random random;
    private final AtomicInteger[] kinds;
    private final Plug plug = new Plug();
    private final Lane<Plug.Cord> lane;
    private final List<Trial> trials = new ArrayList<>();
    private final List<DeviceEvent> events =
        java.util.Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger inside = new AtomicInteger();
    private volatile int most;
    private boolean closed;

    Sequence(long seed, AtomicInteger[] kinds) {
      this.seed = seed;
      this.random = new Random(seed);
      this.kinds = kinds;
      this.lane = Lane.start(new DeviceId("thing"), plug, QUICK, LaneClock.system());
    }

    void run() throws InterruptedException {
      try (var _ = lane.subscribe(events::add)) {
        for (int step = 0; step < STEPS; step++) {
          step();
        }
        trials.forEach(trial -> trial.call.cancellation().cancel());
        if (random.nextBoolean()) {
          close();
        }
        for (Trial trial : trials) {
          assertThat(trial.ended.await(WAIT_SECONDS, TimeUnit.SECONDS)).as(name(trial)).isTrue();
        }
      } finally {
        close();
      }
      trials.forEach(this::check);
      assertThat(most).as("seed %d: commands at once", seed).isLessThanOrEqualTo(1);
      assertThat(plug.open).as("seed %d: connections left", seed).hasValue(0);
      checkEvents();
    }

    private void close() {
      closed = true;
      lane.close();
    }

    private void step() {
      switch (random.nextInt(14)) {
        case 0 -> plug.in = false;
        case 1, 2 -> plug.in = true;
        case 3 -> plug.sick = random.nextBoolean();
        case 4 -> plug.away = random.nextBoolean();
        case 5 -> lane.forgive();
        case 6 -> stop(trial -> trial.call.cancellation().cancel());
        case 7 -> stop(trial -> trial.caller.interrupt());
        default -> submit();
      }
      if (random.nextInt(3) == 0) {
        LockSupport.parkNanos(random.nextInt(1_000_000));
      }
    }

    /** Stops one of the commands, if there is any yet. */
    private void stop(Consumer<Trial> how) {
      if (!trials.isEmpty()) {
        Trial trial = trials.get(random.nextInt(trials.size()));
        how.accept(trial);
      }
    }

    private void submit() {
      Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
      Duration limit =
          kind == Kind.HANG || kind == Kind.HANG_AND_BEGIN || random.nextBoolean()
              ? Duration.ofMillis(1 + random.nextInt(6))
              : Duration.ofHours(1);
      var trial = new Trial(trials.size(), kind, limit);
      trials.add(trial);
      trial.caller =
          Thread.ofVirtual()
              .start(() -> {
                trial.outcome = lane.run(trial.call, (cord, turn) -> command(trial, cord, turn));
                trial.ended.countDown();
              });
    }

    private Outcome<Integer> command(Trial trial, Plug.Cord cord, Turn turn)
        throws IOException, TurnOver {
      trial.runs.incrementAndGet();
      most = Math.max(most, inside.incrementAndGet());
      try {
        switch (trial.kind) {
          case DONE -> {}
          case REFUSE -> {
            return new Outcome.Refused<>(Refusal.NO_MEDIUM);
          }
          case FAULT -> throw new DeviceException(FaultCode.MALFORMED, "noise");
          case BUG -> throw new IllegalStateException("a bug");
          case BEGIN_AND_FAULT -> {
            begin(trial, turn);
            throw new DeviceException(FaultCode.CONNECTION_LOST, "gone");
          }
          case WAIT -> turn.pause(Duration.ofHours(1));
          case BEGIN_AND_WAIT -> {
            begin(trial, turn);
            turn.pause(Duration.ofHours(1));
          }
          case BEGIN_LATE -> {
            boolean anew = trial.number % 2 == 0; // the limit, just when the caller is leaving
            long late = anew ? QUICK.overrun().toNanos() : 0;
            LockSupport.parkNanos(Math.min(turn.remaining().toNanos(), 6_000_000) + late);
            if (anew) {
              turn.restartLimit();
            }
            begin(trial, turn);
            throw new DeviceException(FaultCode.CONNECTION_LOST, "gone");
          }
          case HANG_AND_BEGIN -> {
            cord.hang();
            begin(trial, turn);
          }
          case HANG -> cord.hang();
          case REPORT -> {
            for (MediaState media : MediaState.values()) {
              turn.report(Health.online(media));
            }
          }
        }
        return new Outcome.Done<>(trial.number);
      } finally {
        inside.decrementAndGet();
      }
    }

    /** What follows {@code begin} stands for the effect in the world. */
    private static void begin(Trial trial, Turn turn) throws TurnOver {
      turn.begin();
      trial.begun = true;
    }

    private void check(Trial trial) {
      boolean ran = trial.runs.get() > 0;
      assertThat(trial.runs.get()).as(name(trial)).isLessThanOrEqualTo(1);
      switch (trial.outcome) {
        case Outcome.Done<Integer>(Integer value) -> {
          kinds[0].incrementAndGet();
          assertThat(value).as(name(trial)).isEqualTo(trial.number);
          assertThat(ran).as(name(trial)).isTrue();
          // What hangs ends when the lane closes, and may then still begin: its caller has waited.
          assertThat(trial.kind)
              .as(name(trial))
              .isIn(Kind.DONE, Kind.REPORT, Kind.HANG, Kind.HANG_AND_BEGIN);
        }
        case Outcome.Refused<Integer> _ -> {
          kinds[1].incrementAndGet();
          assertThat(ran && trial.kind == Kind.REFUSE).as(name(trial)).isTrue();
        }
        case Outcome.Failed<Integer> _ -> kinds[2].incrementAndGet();
        case Outcome.Uncertain<Integer> _ -> {
          kinds[3].incrementAndGet();
          assertThat(ran && trial.begun).as(name(trial)).isTrue();
        }
        case Outcome.Cancelled<Integer> _ -> kinds[4].incrementAndGet();
      }
      if (trial.begun) { // no effect follows an outcome that denied it
        assertThat(trial.outcome)
            .as(name(trial))
            .isInstanceOfAny(Outcome.Uncertain.class, Outcome.Done.class);
      }
    }

    private void checkEvents() {
      boolean there = false;
      long last = 0;
      for (DeviceEvent event : List.copyOf(events)) {
        assertThat(event.number()).as("seed %d", seed).isGreaterThan(last);
        last = event.number();
        if (event instanceof DeviceEvent.MediaInserted) {
          assertThat(there).as("seed %d: laid twice", seed).isFalse();
          there = true;
        } else if (event instanceof DeviceEvent.MediaRemoved) {
          assertThat(there).as("seed %d: taken twice", seed).isTrue();
          there = false;
        }
      }
    }

    private String name(Trial trial) {
      return "seed "
          + seed
          + ", command "
          + trial.number
          + " "
          + trial.kind
          + " -> "
          + trial.outcome
          + (closed ? ", closed" : "");
    }
  }
}
