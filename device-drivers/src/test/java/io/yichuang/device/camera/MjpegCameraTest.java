package io.yichuang.device.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yichuang.device.Call;
import io.yichuang.device.DeviceFault;
import io.yichuang.device.DeviceId;
import io.yichuang.device.DeviceState;
import io.yichuang.device.FaultCode;
import io.yichuang.device.FrameSource;
import io.yichuang.device.FrameSource.Frame;
import io.yichuang.device.FrameSource.FrameSpec;
import io.yichuang.device.Outcome;
import io.yichuang.device.SelfTest;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.link.Address;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.camera.SimulatedCamera;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over real HTTP against the simulated camera. */
@Timeout(60)
class MjpegCameraTest {
  /** Pictures are made and looked at by the same few cores. */
  private static final Duration AT_LOAD = Duration.ofSeconds(30);

  /** Far above a frame of the far end; five of MAX_FRAME are 80 MB, which take their time. */
  private static final int MOST = 1 << 20;

  @TempDir Path folder;
  private SimulatedCamera far;
  private FrameSource camera;

  @BeforeEach
  void start() {
    far = SimulatedCamera.faceCamera(SimulatorOptions.in(folder).withSpeed(20));
    // The far end gives 30 frames a second at most, so the silence is not cut to a twentieth.
    var usual = CameraTimings.usual();
    var fast = usual.faster(20);
    var timings =
        new CameraTimings(
            fast.lane(),
            usual.answer().dividedBy(4),
            fast.slice(),
            usual.silence().dividedBy(4),
            usual.staleFrames(),
            usual.brokenFrames(),
            fast.retry());
    camera =
        MjpegCamera.start(
            new DeviceId("face-camera"),
            Address.parse(far.address()),
            timings,
            LaneClock.system(),
            MOST);
  }

  @AfterEach
  void end() {
    camera.close();
    far.close();
  }

  @Test
  void frames_come_while_somebody_watches_and_the_camera_is_off_otherwise() {
    await().until(() -> camera.status().state() == DeviceState.ONLINE);
    List<Frame> frames = new CopyOnWriteArrayList<>();
    try (var _ = camera.frames(new FrameSpec(30), frames::add)) {
      await().until(() -> frames.size() >= 20);
    }
    assertThat(frames).isSortedAccordingTo((a, b) -> Long.compare(a.number(), b.number()));
    assertThat(JpegHeader.of(frames.getFirst().jpeg())).isEqualTo(new JpegHeader(640, 480));
    await().until(() -> far.state().get("clients").equals(0));
    assertThat(camera.status().state()).isEqualTo(DeviceState.ONLINE);
  }

  @Test
  void a_slow_consumer_misses_frames_and_holds_nobody_up() {
    var gate = new CountDownLatch(1);
    List<Long> slow = new CopyOnWriteArrayList<>();
    var quick = new AtomicInteger();
    try (var _ =
            camera.frames(
                new FrameSpec(30),
                frame -> {
                  slow.add(frame.number());
                  waitFor(gate);
                });
        var _ = camera.frames(new FrameSpec(30), frame -> quick.incrementAndGet())) {
      await().until(() -> quick.get() > 20);
      assertThat(slow).hasSize(1);
      gate.countDown();
      await().until(() -> slow.size() > 1);
      assertThat(slow.get(1)).isGreaterThan(slow.get(0) + 10);
    }
  }

  private static void waitFor(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "frozen, FRAMES_STALE",
    "garbage, FRAMES_BROKEN",
    "truncated, FRAMES_BROKEN",
    "endless, FRAMES_BROKEN",
    "no-answer, NO_ANSWER"
  })
  void a_bad_camera_shows_in_its_status_and_comes_back_by_itself(String fault, FaultCode code) {
    List<Frame> frames = new CopyOnWriteArrayList<>();
    try (var _ = camera.frames(new FrameSpec(30), frames::add)) {
      await().until(() -> !frames.isEmpty());
      far.setFault(fault);
      await().atMost(AT_LOAD).until(() -> code == faultCode());
      assertThat(camera.status().ready()).isFalse();
      far.clearFaults();
      await().atMost(AT_LOAD).until(() -> camera.status().ready());
      int before = frames.size();
      await().atMost(AT_LOAD).until(() -> frames.size() > before + 3);
    }
  }

  @Test
  void stale_frames_are_not_shown() {
    List<Frame> frames = new CopyOnWriteArrayList<>();
    try (var _ = camera.frames(new FrameSpec(30), frames::add)) {
      await().until(() -> !frames.isEmpty());
      far.setFault("frozen");
      await().until(() -> faultCode() == FaultCode.FRAMES_STALE);
      int at = frames.size();
      // Several streams are opened and read meanwhile; not one of their frames is shown.
      await().during(Duration.ofMillis(700)).until(() -> frames.size() <= at + 1);
    }
  }

  @Test
  void an_unplugged_camera_is_absent_and_its_frames_return_with_it() {
    List<Frame> frames = new CopyOnWriteArrayList<>();
    try (var _ = camera.frames(new FrameSpec(30), frames::add)) {
      for (int round = 0; round < 5; round++) {
        int before = frames.size();
        await().until(() -> frames.size() > before);
        far.unplug();
        await().until(() -> camera.status().state() == DeviceState.NO_DEVICE);
        far.plug();
      }
      int before = frames.size();
      await().until(() -> frames.size() > before);
      assertThat(faultCode()).isNull();
    }
  }

  @Test
  void an_idle_camera_that_is_unplugged_is_absent_too() {
    await().until(() -> camera.status().state() == DeviceState.ONLINE);
    far.unplug();
    await().until(() -> camera.status().state() == DeviceState.NO_DEVICE);
    far.plug();
    await().until(() -> camera.status().state() == DeviceState.ONLINE);
  }

  @Test
  void the_self_test_passes_on_a_good_camera_and_fails_on_a_bad_one() {
    SelfTest test = camera.selfTests().getFirst();
    assertThat(test.run(Call.within(Duration.ofSeconds(10))))
        .isInstanceOfSatisfying(
            Outcome.Done.class, o -> assertThat(((SelfTest.Verdict) o.value()).passed()).isTrue());
    far.setFault("frozen");
    assertThat(test.run(Call.within(Duration.ofSeconds(3))))
        .satisfiesAnyOf(
            o ->
                assertThat(o)
                    .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        d -> assertThat(((SelfTest.Verdict) d.value()).passed()).isFalse()),
            o -> assertThat(o).isInstanceOf(Outcome.Failed.class));
    far.unplug();
    await().until(() -> camera.status().state() == DeviceState.NO_DEVICE);
    assertThat(test.run(Call.within(Duration.ofSeconds(1)))).isInstanceOf(Outcome.Failed.class);
  }

  private FaultCode faultCode() {
    DeviceFault fault = camera.status().fault();
    return fault == null ? null : fault.code();
  }
}
