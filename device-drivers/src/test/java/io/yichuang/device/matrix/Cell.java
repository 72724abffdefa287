package io.yichuang.device.matrix;

import io.yichuang.device.Call;
import io.yichuang.device.DeviceFault;
import io.yichuang.device.DocumentScanner.ScanSummary;
import io.yichuang.device.Outcome;
import io.yichuang.device.Refusal;
import io.yichuang.device.SelfTest.Verdict;
import io.yichuang.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One fault at one moment of one device's life, from good order to good order again. */
record Cell(String name, Subjects.Maker maker, Fault fault, Phase phase) {
  /** A command's own limit at usual speed. */
  static final Duration LIMIT = Duration.ofSeconds(40);

  /** Patience with loaded machines; what returns, returns long before. */
  static final Duration PATIENCE = Duration.ofSeconds(40);

  /** A device that gets its power back answers so long later. */
  private static final Duration BOOT = Duration.ofMillis(80);

  private static final int TRIES = 8;

  Cell {
    if (fault == null || phase == null) {
      throw new IllegalArgumentException("no such cell");
    }
  }

  Expected expected() {
    return Expected.of(name, fault, phase);
  }

  /**
   * What was seen.
   *
   * @param wrong what should not have been, or empty
   */
  record Seen(String outcome, String state, String wrong, int speed) {
    boolean good() {
      return wrong.isEmpty();
    }
  }

  /** Runs the cell, so many times faster than real. */
  Seen run(Path folder, int speed) {
    Expected expected = expected();
    try (Subject<?> subject = maker.make(SimulatorOptions.in(folder).withSpeed(speed), speed)) {
      if (!await(() -> subject.device.status().ready())) {
        return new Seen("", state(subject), "it was never ready", speed);
      }
      return new Run(subject, expected, speed).run();
    }
  }

  static String state(Subject<?> subject) {
    var status = subject.device.status();
    return status.state() + (status.fault() == null ? "" : " " + status.fault().code().code());
  }

  static boolean await(BooleanSupplier what) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!what.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      LockSupport.parkNanos(Attempt.LOOK.toNanos());
    }
    return true;
  }

  /** Empty if a command is done once nothing lies about any more, else how it ended. */
  static String serves(Subject<?> subject, Supplier<Call> call) {
    Outcome<?> again = null;
    for (int i = 0; i < TRIES; i++) {
      subject.tidy();
      subject.prepare();
      again = new Attempt(subject, null, () -> {}).work(call.get());
      if (again instanceof Outcome.Done) {
        return "";
      }
    }
    return "it does not serve again: " + words(again);
  }

  /** An outcome in the words of {@code cells.txt}. */
  static String words(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Done<?>(ScanSummary summary) -> "Done " + summary.end();
      case Outcome.Done<?>(Verdict verdict) -> "Done " + (verdict.passed() ? "good" : "bad");
      case Outcome.Done<?>(Enum<?> value) -> "Done " + value;
      case Outcome.Done<?> _ -> "Done";
      case Outcome.Refused<?>(Refusal why) -> "Refused " + why;
      case Outcome.Failed<?>(DeviceFault fault) -> "Failed " + fault.code().code();
      case Outcome.Uncertain<?>(DeviceFault fault) -> "Uncertain " + fault.code().code();
      case Outcome.Cancelled<?> _ -> "Cancelled";
    };
  }

  /** The steps of one run. */
  private final class Run {
    private final Subject<?> subject;
    private final Expected expected;
    private final int speed;
    private final Attempt attempt;

    Run(Subject<?> subject, Expected expected, int speed) {
      this.subject = subject;
      this.expected = expected;
      this.speed = speed;
      this.attempt = new Attempt(subject, phase, this::strike);
    }

    private Call call() {
      return Call.within(LIMIT.dividedBy(speed));
    }

    Seen run() {
      subject.prepare();
      int before = subject.effects();
      if (phase == Phase.IDLE) {
        attempt.strike();
        if (!stateIsRight()) {
          return seen("", "the fault does not show");
        }
      }
      Outcome<?> outcome = attempt.work(call());
      if (phase == Phase.COMMITTING) {
        if (!(outcome instanceof Outcome.Done)) {
          return seen(words(outcome), "not even the command before it was done");
        }
        before = subject.effects();
        outcome =
            attempt.commit(able(Subject.Committing.class), call(), fault != Fault.MEDIUM_LEFT);
      }
      String words = words(outcome);
      if (!attempt.struck()) {
        return seen(words, "the phase went by unseen");
      }
      if (!matches(words)) {
        return seen(words, "expected " + expected.outcomes());
      }
      if (!stateIsRight()) {
        return seen(words, "expected " + expected.states());
      }
      String state = state(subject);
      String wrong = recovered(outcome, before);
      return new Seen(words, state, wrong, speed);
    }

    private boolean matches(String words) {
      return expected.outcomes().stream()
          .anyMatch(each -> each.equals(words) || words.startsWith(each + " "));
    }

    private boolean stateIsRight() {
      return expected.states().isEmpty()
          || await(() -> expected.states().contains(subject.device.status().state().name()));
    }

    private Seen seen(String outcome, String wrong) {
      return new Seen(outcome, state(subject), wrong, speed);
    }

    private void strike() {
      switch (fault) {
        case UNPLUG -> subject.far.unplug();
        case POWER_CYCLE -> {
          subject.far.cutPower();
          LockSupport.parkNanos(BOOT.toNanos());
          subject.far.plug();
        }
        case MEDIUM_LEFT -> {} // nobody takes it
        case MEDIUM_PULLED -> able(Subject.Pullable.class).pull();
        default -> subject.far.setFault(subject.names().getOrDefault(fault, fault.word()));
      }
    }

    /** {@code cells.txt} must not ask of a device what it cannot. */
    private <T> T able(Class<T> what) {
      if (!what.isInstance(subject)) {
        throw new IllegalStateException("cells.txt: " + name + " is not " + what.getSimpleName());
      }
      return what.cast(subject);
    }

    /** Mended, it is in service again, and what the outcome claimed is so; else what is wrong. */
    private String recovered(Outcome<?> outcome, int before) {
      subject.mend();
      if (expected.person() && !(subject.device.reset(call()) instanceof Outcome.Done)) {
        return "the reset after a person's help is refused";
      }
      if (!await(() -> subject.device.status().ready())) {
        return "it does not return by itself: " + state(subject);
      }
      if (!await(() -> subject.leftBehind().isEmpty())) {
        return subject.leftBehind();
      }
      int effects = subject.effects() - before;
      if (phase != Phase.COMMITTING && subject.effects() >= 0) {
        if (outcome instanceof Outcome.Done && effects != 1) {
          return "it claims to be done, and " + effects + " came about";
        }
        if (!(outcome instanceof Outcome.Done)
            && !(outcome instanceof Outcome.Uncertain)
            && effects != 0) {
          return "it says that nothing happened, and " + effects + " came about";
        }
      }
      return serves(subject, this::call);
    }
  }
}
