package io.yichuang.device.permit;

import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import io.yichuang.device.permit.Pcsc.PcscException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Calls of pcsc-lite on a thread of their own. They know no limit and nothing ends them from
 * outside: a card that falls silent, or a daemon that hangs, would hold the lane's thread for ever.
 * A call that is late is left behind with its thread, which ends when the call returns; how many of
 * them a device may have is bounded.
 */
final class PcscCalls {
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("pcsc").factory());
  private final AtomicInteger owed;
  private volatile boolean late;

  /**
   * @param owed counts the device's calls that were left behind and have not returned yet
   */
  PcscCalls(AtomicInteger owed) {
    this.owed = owed;
  }

  /** What is asked of pcsc-lite. */
  interface Question<T> {
    T ask() throws PcscException;
  }

  /**
   * Waits for the answer, no longer than the limit; an interrupt ends the wait.
   *
   * @param silence the fault when none comes, here or once before
   */
  <T> T ask(Question<T> question, Duration limit, DeviceException silence)
      throws PcscException, DeviceException {
    var call = new Late();
    try {
      if (late) {
        throw silence;
      }
      Future<T> answer =
          thread.submit(() -> {
            try {
              return question.ask();
            } finally {
              call.returned();
            }
          });
      return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException _) {
      throw silence; // ended meanwhile
    } catch (TimeoutException _) {
      call.leave();
      throw silence;
    } catch (InterruptedException _) {
      call.leave();
      Thread.currentThread().interrupt();
      throw silence;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof PcscException refused) {
        throw refused;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** One call; counted between being left and returning. */
  private final class Late {
    private boolean returned;
    private boolean left;

    private synchronized void returned() {
      returned = true;
      if (left) {
        owed.decrementAndGet();
      }
    }

    private synchronized void leave() {
      late = true;
      left = true;
      if (!returned) {
        owed.incrementAndGet();
      }
    }
  }

  /** Asks a last time, of a call that is late when it has returned, and ends the thread then. */
  void end(Runnable last, Duration limit) {
    try {
      thread.execute(last);
      thread.shutdown();
      if (!late && !thread.awaitTermination(limit.toNanos(), TimeUnit.NANOSECONDS)) {
        late = true;
      }
    } catch (RejectedExecutionException _) {
      late = true; // it was ended before
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  static DeviceException daemonIsSilent() {
    // As if it did not run: what hangs is ended and started by whoever keeps it.
    return new DeviceException(FaultCode.UNPLUGGED, "pcscd does not answer");
  }

  static DeviceException cardIsSilent() {
    return new DeviceException(FaultCode.NO_ANSWER, "the card says nothing; it has to be lifted");
  }
}
