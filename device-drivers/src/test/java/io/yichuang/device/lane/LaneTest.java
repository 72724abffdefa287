package io.yichuang.device.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yichuang.device.Call;
import io.yichuang.device.Cancellation;
import io.yichuang.device.DeviceEvent;
import io.yichuang.device.DeviceId;
import io.yichuang.device.DeviceState;
import io.yichuang.device.FaultCode;
import io.yichuang.device.MediaState;
import io.yichuang.device.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The lane against a wire that is plugged and unplugged by hand, at a twentieth of the time. */
@Timeout(20)
class LaneTest {
  private static final DeviceId ID = new DeviceId("thing");

  private final Plug plug = new Plug();
  private final Lane<Plug.Cord> lane =
      Lane.start(ID, plug, LaneTimings.usual().faster(20), LaneClock.system());

  @AfterEach
  void close() {
    lane.close();
  }

  @Test
  void a_command_brings_its_outcome() {
    assertThat(lane.run(seconds(5), (cord, turn) -> new Outcome.Done<>(7)))
        .isEqualTo(new Outcome.Done<>(7));
    await().until(() -> lane.status().state() == DeviceState.ONLINE);
  }

  @Test
  void commands_run_one_at_a_time() throws Exception {
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var outcomes = new CopyOnWriteArrayList<Future<Outcome<Integer>>>();
      for (int i = 0; i < 20; i++) {
        outcomes.add(
            callers.submit(() ->
                lane.run(
                    seconds(10),
                    (cord, turn) -> {
                      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                      turn.pause(Duration.ofMillis(2));
                      inside.decrementAndGet();
                      return new Outcome.Done<>(1);
                    })));
      }
      for (var outcome : outcomes) {
        assertThat(outcome.get()).isEqualTo(new Outcome.Done<>(1));
      }
    }
    assertThat(most).hasValue(1);
  }

  @Test
  void a_driver_that_throws_anything_still_gives_one_outcome() {
    assertFault(
        lane.run(
            seconds(5),
            (cord, turn) -> {
              throw new AssertionError("the name of a person");
            }),
        FaultCode.PROTOCOL);
    assertFault(
        lane.run(
            seconds(5),
            (cord, turn) -> {
              throw new IOException("x");
            }),
        FaultCode.CONNECTION_LOST);
    assertThat(lane.run(seconds(5), (cord, turn) -> new Outcome.Done<>(1)))
        .isEqualTo(new Outcome.Done<>(1));
  }

  @Test
  void cancelling_ends_a_running_and_a_queued_command() throws Exception {
    var stop = new Cancellation();
    var started = new CountDownLatch(1);
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var first =
          callers.submit(() -> lane.run(new Call(Duration.ofHours(1), stop), waiting(started)));
      started.await();
      var queued = new Cancellation();
      var second =
          callers.submit(() ->
              lane.run(
                  new Call(Duration.ofHours(1), queued), (cord, turn) -> new Outcome.Done<>(2)));
      queued.cancel();
      assertThat(second.get()).isEqualTo(new Outcome.Cancelled<>());
      assertThat(first.isDone()).isFalse();
      stop.cancel();
      assertThat(first.get()).isEqualTo(new Outcome.Cancelled<>());
    }
  }

  @Test
  void interrupting_the_caller_cancels_and_keeps_the_interrupt() throws Exception {
    var started = new CountDownLatch(1);
    var seen = new CompletableFuture<Outcome<Integer>>();
    var flag = new CompletableFuture<Boolean>();
    Thread caller =
        Thread.ofVirtual()
            .start(() -> {
              seen.complete(lane.run(seconds(3600), waiting(started)));
              flag.complete(Thread.currentThread().isInterrupted());
            });
    started.await();
    caller.interrupt();
    assertThat(seen.get()).isEqualTo(new Outcome.Cancelled<>());
    assertThat(flag.get()).isTrue();
  }

  @Test
  void a_limit_that_ends_in_the_queue_is_busy() throws Exception {
    var started = new CountDownLatch(1);
    var stop = new Cancellation();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var first =
          callers.submit(() -> lane.run(new Call(Duration.ofHours(1), stop), waiting(started)));
      started.await();
      assertFault(
          lane.run(Call.within(Duration.ofMillis(30)), (cord, turn) -> new Outcome.Done<>(1)),
          FaultCode.BUSY);
      stop.cancel();
      first.get();
    }
  }

  @Test
  void a_driver_that_hangs_loses_its_connection_and_the_caller_goes_on() {
    assertFault(
        lane.run(
            Call.within(Duration.ofMillis(50)),
            (cord, turn) -> {
              cord.hang();
              return new Outcome.Done<>(1);
            }),
        FaultCode.NO_ANSWER);
    assertThat(lane.run(seconds(10), (cord, turn) -> new Outcome.Done<>(2)))
        .isEqualTo(new Outcome.Done<>(2));
  }

  @Test
  void unplugging_shows_and_plugging_brings_it_back() {
    await().until(() -> lane.status().state() == DeviceState.ONLINE);
    for (int i = 0; i < 15; i++) { // more than the failures that lead to quarantine
      plug.in = false;
      await().until(() -> lane.status().state() == DeviceState.NO_DEVICE);
      assertFault(lane.run(seconds(5), (c, t) -> new Outcome.Done<>(1)), FaultCode.UNPLUGGED);
      plug.in = true;
      await().until(() -> lane.status().state() == DeviceState.ONLINE);
    }
  }

  /** A TCP port always looks attached; only a connect tells that nobody is there. */
  @Test
  void a_device_behind_a_port_may_go_and_come_more_often_than_it_may_fail() {
    await().until(() -> lane.status().state() == DeviceState.ONLINE);
    for (int i = 0; i < 15; i++) {
      plug.away = true;
      await().until(() -> lane.status().state() == DeviceState.NO_DEVICE);
      plug.away = false;
      await().until(() -> lane.status().state() == DeviceState.ONLINE);
    }
  }

  @Test
  void where_nobody_can_look_what_is_plugged_in_the_lane_goes_on() {
    await().until(() -> lane.status().state() == DeviceState.ONLINE);
    plug.blind = true;
    plug.sick = true;
    await().until(() -> lane.status().state() != DeviceState.ONLINE);
    plug.sick = false;
    await().until(() -> lane.status().state() == DeviceState.ONLINE);
    assertThat(lane.run(seconds(5), (c, t) -> new Outcome.Done<>(1)))
        .isEqualTo(new Outcome.Done<>(1));
  }

  @Test
  void a_device_that_fails_over_and_over_is_left_alone_until_it_is_forgiven() {
    plug.sick = true;
    await()
        .until(() ->
            lane.status().fault() != null && lane.status().fault().code() == FaultCode.QUARANTINED);
    int connects = plug.connects.get();
    assertFault(lane.run(seconds(5), (c, t) -> new Outcome.Done<>(1)), FaultCode.QUARANTINED);
    assertThat(plug.connects).hasValue(connects);
    plug.sick = false;
    lane.forgive();
    await().until(() -> lane.status().state() == DeviceState.ONLINE);
  }

  @Test
  void media_edges_are_numbered_and_in_order() {
    List<DeviceEvent> events = new CopyOnWriteArrayList<>();
    lane.run(seconds(5), (c, t) -> new Outcome.Done<>(0));
    lane.subscribe(events::add);
    lane.run(
        seconds(5),
        (cord, turn) -> {
          for (var media :
              List.of(
                  MediaState.PRESENT,
                  MediaState.UNKNOWN,
                  MediaState.PRESENT,
                  MediaState.NOT_PRESENT)) {
            turn.report(Health.online(media));
          }
          return new Outcome.Done<>(1);
        });
    await().until(() -> events.size() >= 6);
    assertThat(events.stream().filter(e -> !(e instanceof DeviceEvent.StatusChanged)))
        .hasExactlyElementsOfTypes(DeviceEvent.MediaInserted.class, DeviceEvent.MediaRemoved.class);
    for (int i = 1; i < events.size(); i++) {
      assertThat(events.get(i).number()).isEqualTo(events.get(i - 1).number() + 1);
    }
  }

  @Test
  void a_slow_listener_is_cut_off_and_holds_nobody_up() {
    var gate = new CountDownLatch(1);
    var slow = new AtomicInteger();
    lane.subscribe(event -> {
      slow.incrementAndGet();
      try {
        gate.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    var outcome =
        lane.run(
            seconds(10),
            (cord, turn) -> {
              for (int i = 0; i < Announcer.BACKLOG * 2; i++) {
                turn.report(
                    Health.online(i % 2 == 0 ? MediaState.PRESENT : MediaState.NOT_PRESENT));
              }
              return new Outcome.Done<>(1);
            });
    assertThat(outcome).isEqualTo(new Outcome.Done<>(1));
    gate.countDown();
    assertThat(slow).hasValueLessThanOrEqualTo(2);
  }

  @Test
  void closing_cancels_all_and_nothing_runs_after_it() throws Exception {
    var started = new CountDownLatch(1);
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = callers.submit(() -> lane.run(seconds(3600), waiting(started)));
      started.await();
      var second = callers.submit(() -> lane.run(seconds(3600), (c, t) -> new Outcome.Done<>(1)));
      lane.close();
      assertThat(first.get()).isEqualTo(new Outcome.Cancelled<>());
      assertThat(second.get()).isEqualTo(new Outcome.Cancelled<>());
      assertThat(lane.run(seconds(1), (c, t) -> new Outcome.Done<>(1)))
          .isEqualTo(new Outcome.Cancelled<>());
      assertThat(plug.open).hasValue(0);
    }
  }

  private static Command<Plug.Cord, Integer> waiting(CountDownLatch started) {
    return (cord, turn) -> {
      started.countDown();
      turn.pause(Duration.ofHours(1));
      return new Outcome.Done<>(1);
    };
  }

  private static Call seconds(int seconds) {
    return Call.within(Duration.ofSeconds(seconds));
  }

  private static void assertFault(Outcome<?> outcome, FaultCode code) {
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(((Outcome.Failed<?>) outcome).fault().code()).isEqualTo(code);
  }
}
