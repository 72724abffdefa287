package io.yichuang.device.lane;

import io.yichuang.device.Call;
import io.yichuang.device.DeviceException;
import io.yichuang.device.DeviceFault;
import io.yichuang.device.FaultCode;
import io.yichuang.device.Outcome;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One command on its way: queued, taken by the lane's thread, ended. Whoever ends it first decides:
 * there is one outcome, whatever the others do later.
 */
final class Job<C extends AutoCloseable, T> {
  private static final Logger log = LoggerFactory.getLogger(Job.class);

  private final Command<C, T> command;
  private final Call call;
  private final long overrun;
  final Turn turn;

  private volatile boolean taken;
  private volatile @Nullable Outcome<T> outcome;

  Job(Command<C, T> command, Call call, Turn turn, LaneTimings timings) {
    this.command = command;
    this.call = call;
    this.turn = turn;
    this.overrun = timings.overrun().toNanos();
  }

  /** On the lane's thread: false if the caller has gone already. */
  boolean take() {
    turn.change(() -> {
      if (outcome == null) {
        taken = true;
      }
    });
    return taken;
  }

  /**
   * On the lane's thread: runs the command to its outcome.
   *
   * @return the fault after which the connection is not to be trusted any more, if there was one
   */
  @Nullable DeviceFault run(C connection) {
    try {
      turn.check();
      end(command.run(connection, turn));
      return null;
    } catch (TurnOver e) {
      end(stopped(e));
      return null;
    } catch (Throwable e) { // whatever a driver throws, its caller gets one outcome
      DeviceFault fault = fault(e);
      fail(fault);
      return fault;
    }
  }

  /** The fault with which it ended or may have ended badly, after {@link #run}. */
  Optional<DeviceFault> failed() {
    return switch (outcome) {
      case Outcome.Failed<T>(var fault) -> Optional.of(fault);
      case Outcome.Uncertain<T>(var fault) -> Optional.of(fault);
      case Outcome.Done<T> _, Outcome.Refused<T> _, Outcome.Cancelled<T> _ -> Optional.empty();
      case null -> Optional.empty();
    };
  }

  /** Ends the job with a fault. */
  void fail(DeviceFault fault) {
    turn.change(() -> end(failure(fault)));
  }

  private Outcome<T> failure(DeviceFault fault) {
    return turn.begun() ? new Outcome.Uncertain<>(fault) : new Outcome.Failed<>(fault);
  }

  /** Ends the job before it was taken. */
  void withdraw() {
    end(new Outcome.Cancelled<>());
  }

  private Outcome<T> stopped(TurnOver over) {
    if (over.cancelled() && !turn.begun()) {
      return new Outcome.Cancelled<>();
    }
    var fault =
        new DeviceFault(
            FaultCode.NO_ANSWER,
            over.cancelled() ? "cancelled after it had begun" : "the limit of the command ended");
    return failure(fault);
  }

  /** What a driver's exception means. Messages of unknown ones may hold personal data: dropped. */
  static DeviceFault fault(Throwable e) {
    if (e instanceof DeviceException known) {
      return known.fault();
    }
    if (e instanceof IOException) {
      return new DeviceFault(FaultCode.CONNECTION_LOST, e.getClass().getSimpleName());
    }
    StackTraceElement[] trace = e.getStackTrace();
    Object where = trace.length == 0 ? "nowhere" : trace[0];
    log.error("a driver has a bug: {} at {}", e.getClass().getName(), where);
    return new DeviceFault(FaultCode.PROTOCOL, e.getClass().getSimpleName() + " at " + where);
  }

  private void end(Outcome<T> with) {
    turn.change(() -> {
      if (outcome == null) {
        outcome = with;
        turn.end();
      }
    });
  }

  /**
   * On the caller's thread: waits for the outcome, in the queue and out of it.
   *
   * @param giveUp called when a command does not stop in time
   */
  Outcome<T> await(Runnable giveUp) {
    boolean interrupted = false;
    try (var _ = call.cancellation().onCancel(turn::cancel)) {
      while (true) {
        try {
          Outcome<T> now = outcomeAfterWaiting(giveUp);
          if (now != null) {
            return now;
          }
        } catch (InterruptedException e) {
          interrupted = true; // the caller's wish to stop; the outcome is still waited for
          turn.cancel();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private @Nullable Outcome<T> outcomeAfterWaiting(Runnable giveUp) throws InterruptedException {
    long seen = turn.changes();
    boolean waits = !taken;
    long left = untilGone(waits);
    if (outcome == null && left > 0) {
      turn.await(left, seen);
      return outcome;
    }
    if (outcome == null && waits) {
      leaveQueue();
    } else if (outcome == null && leaveRunning()) {
      giveUp.run();
    }
    return outcome;
  }

  /** Nanoseconds that the caller still waits. */
  private long untilGone(boolean waits) {
    return turn.untilStop() + (waits ? 0 : overrun);
  }

  private void leaveQueue() {
    turn.change(() -> {
      if (!taken && outcome == null) {
        end(
            turn.cancelled()
                ? new Outcome.Cancelled<>()
                : new Outcome.Failed<>(
                    new DeviceFault(FaultCode.BUSY, "the limit ended in the queue")));
      }
    });
  }

  /** True if the caller goes now; looked at again, since the limit may have started anew. */
  private boolean leaveRunning() {
    var gone = new AtomicBoolean();
    turn.change(() -> {
      if (outcome == null && untilGone(false) <= 0) {
        fail(new DeviceFault(FaultCode.NO_ANSWER, "the command did not stop in time"));
        gone.set(true);
      }
    });
    return gone.get();
  }
}
