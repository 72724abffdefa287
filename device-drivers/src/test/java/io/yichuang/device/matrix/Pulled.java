package io.yichuang.device.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.device.Call;
import io.yichuang.device.DeviceState;
import io.yichuang.device.Outcome;
import io.yichuang.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** A device that is pulled and put back. One hand at a time. */
final class Pulled implements AutoCloseable {
  private static final Executor WATCHERS = Thread.ofVirtual().name("hot-plug-watch")::start;

  final String name;
  private final Subject<?> subject;
  private final int speed;

  Pulled(String name, Subjects.Maker maker, Path folder, int speed) {
    this.name = name;
    this.speed = speed;
    this.subject = maker.make(SimulatorOptions.in(folder).withSpeed(speed), speed);
  }

  /** The phases in which this device can be pulled. */
  List<Phase> phases() {
    return Stream.of(Phase.values())
        .filter(phase -> Expected.of(name, Fault.UNPLUG, phase).possible())
        .toList();
  }

  /**
   * What one pull brought, in the device's own time: at twice its speed twice what the clock says.
   *
   * @param seen whether the phase was caught; else it was pulled right after the command
   * @param absent from the pull until it was told absent
   * @param back from the return until it was told ready
   */
  record Pull(String name, Phase phase, boolean seen, Duration absent, Duration back) {}

  /** From ready to ready again. */
  Pull pull(Phase phase) {
    subject.far.reset(); // paper, cards and bins as on the first day
    assertThat(ready()).as("%s: %s", name, Cell.state(subject)).isTrue();
    subject.tidy();
    subject.prepare();
    assertThat(ready()).as("%s: %s", name, Cell.state(subject)).isTrue();
    var pulled = new AtomicLong();
    var absent = new CompletableFuture<Long>();
    var attempt =
        new Attempt(
            subject,
            phase,
            () -> {
              subject.far.unplug();
              pulled.set(System.nanoTime());
              absent.completeAsync(this::absentSince, WATCHERS);
            });
    boolean seen = phase == Phase.IDLE || struck(attempt, phase);
    if (!attempt.struck()) {
      attempt.strike();
    }
    long gone = absent.join() - pulled.get();
    subject.far.plug();
    long returned = System.nanoTime();
    assertThat(ready()).as("%s, %s: %s", name, phase, Cell.state(subject)).isTrue();
    long back = System.nanoTime() - returned;
    return new Pull(name, phase, seen, own(gone), own(back));
  }

  /** Runs the command, with the pull in it; false if its phase went by. */
  private boolean struck(Attempt attempt, Phase phase) {
    Outcome<?> outcome = attempt.work(call());
    if (phase == Phase.COMMITTING
        && outcome instanceof Outcome.Done
        && subject instanceof Subject.Committing committing) {
      attempt.commit(committing, call(), true);
    }
    return attempt.struck();
  }

  private long absentSince() {
    assertThat(Cell.await(() -> subject.device.status().state() == DeviceState.NO_DEVICE))
        .as("%s is told absent: %s", name, Cell.state(subject))
        .isTrue();
    return System.nanoTime();
  }

  private boolean ready() {
    return Cell.await(() -> subject.device.status().ready());
  }

  private Duration own(long nanos) {
    return Duration.ofNanos(nanos * subject.speed(speed));
  }

  /** Empty if a command is done. */
  String serves() {
    return Cell.serves(subject, this::call);
  }

  private Call call() {
    return Call.within(Cell.LIMIT.dividedBy(speed));
  }

  @Override
  public void close() {
    subject.close();
  }
}
