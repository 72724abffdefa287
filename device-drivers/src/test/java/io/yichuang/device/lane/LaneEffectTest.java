package io.yichuang.device.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.device.Call;
import io.yichuang.device.Cancellation;
import io.yichuang.device.DeviceException;
import io.yichuang.device.DeviceId;
import io.yichuang.device.FaultCode;
import io.yichuang.device.Outcome;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where a command begins to have an effect in the world. */
@Timeout(20)
class LaneEffectTest {
  private final Lane<Plug.Cord> lane =
      Lane.start(
          new DeviceId("thing"), new Plug(), LaneTimings.usual().faster(2), LaneClock.system());

  @AfterEach
  void close() {
    lane.close();
  }

  @Test
  void a_fault_after_the_beginning_is_uncertain() {
    var outcome =
        lane.run(
            Call.within(Duration.ofSeconds(5)),
            (cord, turn) -> {
              turn.begin();
              throw new DeviceException(FaultCode.CONNECTION_LOST, "gone");
            });
    assertThat(outcome).isInstanceOf(Outcome.Uncertain.class);
  }

  @Test
  void an_effect_whose_caller_has_gone_does_not_begin() throws Exception {
    var effects = new AtomicInteger();
    var ended = new CountDownLatch(1);
    var outcome =
        lane.run(
            Call.within(Duration.ofMillis(50)),
            (cord, turn) -> {
              try {
                cord.hang(); // until the lane closes it under the command, its outcome being given
                turn.begin();
                effects.incrementAndGet();
                return new Outcome.Done<>(1);
              } finally {
                ended.countDown();
              }
            });
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.fault().code()).isEqualTo(FaultCode.NO_ANSWER));
    ended.await();
    assertThat(effects).hasValue(0);
  }

  @Test
  void what_has_to_stop_does_not_begin_and_what_has_begun_may_say_so_again() {
    var stop = new Cancellation();
    var outcome =
        lane.run(
            new Call(Duration.ofHours(1), stop),
            (cord, turn) -> {
              stop.cancel();
              awaitCancelled(turn);
              turn.begin();
              return new Outcome.Done<>(1);
            });
    assertThat(outcome).isEqualTo(new Outcome.Cancelled<>());
    var begun = new Cancellation();
    var second =
        lane.run(
            new Call(Duration.ofHours(1), begun),
            (cord, turn) -> {
              turn.begin();
              begun.cancel();
              awaitCancelled(turn);
              turn.begin();
              return new Outcome.Done<>(1);
            });
    assertThat(second).isEqualTo(new Outcome.Done<>(1));
  }

  /** The caller passes a cancellation on from its own thread, once it waits. */
  private static void awaitCancelled(Turn turn) {
    while (!turn.cancelled()) {
      Thread.onSpinWait();
    }
  }
}
