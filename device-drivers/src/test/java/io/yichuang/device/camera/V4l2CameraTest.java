package io.yichuang.device.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.device.Call;
import io.yichuang.device.DeviceEvent;
import io.yichuang.device.DeviceFault;
import io.yichuang.device.DeviceId;
import io.yichuang.device.DeviceState;
import io.yichuang.device.FaultCode;
import io.yichuang.device.FrameSource;
import io.yichuang.device.FrameSource.Frame;
import io.yichuang.device.FrameSource.FrameSpec;
import io.yichuang.device.Outcome;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.link.Address;
import io.yichuang.device.natives.CCompiler;
import io.yichuang.device.natives.CFunction;
import io.yichuang.device.natives.SystemLibrary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The driver on calls of Linux that a library of ours plays, written against the kernel's header.
 * No camera and no kernel module for one was at hand.
 */
@Timeout(120)
class V4l2CameraTest {
  private static final int FASTER = 10;

  @TempDir static Path home;
  private static SymbolLookup library;

  @TempDir Path folder;
  private Path node;

  @BeforeAll
  static void compile() throws IOException {
    CCompiler.assume();
    Path built = CCompiler.library(V4l2CameraTest.class, "video.c", home);
    library = SystemLibrary.load(List.of(built.toString()));
  }

  @BeforeEach
  void start() throws IOException {
    node = folder.resolve("video0");
    Files.write(folder.resolve("video0.frame"), FramesTest.jpeg(64, 48));
  }

  @AfterEach
  void nothing_is_left_open_or_mapped() {
    await().until(() -> count("left_open") == 0 && count("left_mapped") == 0);
  }

  private static int count(String function) {
    return new CFunction(library, function, FunctionDescriptor.of(ValueLayout.JAVA_INT))
        .call()
        .code();
  }

  private void plug(String words) throws IOException {
    Files.writeString(node, words);
  }

  private FrameSource camera(String parameters) {
    return V4l2Camera.start(
        new DeviceId("face-camera"),
        Address.parse("v4l2:" + node + parameters),
        CameraTimings.usual().faster(FASTER),
        LaneClock.system(),
        new LinuxVideo(library));
  }

  @ParameterizedTest
  @ValueSource(strings = {"64 48 mjpeg", "64 48 yuyv"})
  void pictures_come_while_somebody_watches(String words) throws IOException {
    plug(words);
    if (words.contains("yuyv")) {
      Files.write(folder.resolve("video0.frame"), new byte[64 * 48 * 2]);
    }
    List<Frame> frames = new CopyOnWriteArrayList<>();
    try (FrameSource camera = camera("?size=64x48")) {
      await().until(() -> camera.status().ready());
      try (var _ = camera.frames(new FrameSpec(30), frames::add)) {
        await().until(() -> frames.size() >= 20);
      }
      var image = ImageIO.read(new ByteArrayInputStream(frames.getLast().jpeg()));
      assertThat(image.getWidth()).isEqualTo(64);
      assertThat(camera.status().state()).isEqualTo(DeviceState.ONLINE);
      await().until(() -> count("left_mapped") == 0); // off while nobody watches
    }
  }

  @Test
  void pictures_without_tables_can_be_read() throws IOException {
    plug("64 48 mjpeg");
    Files.write(folder.resolve("video0.frame"), FramesTest.withoutTables(FramesTest.jpeg(64, 48)));
    List<Frame> frames = new CopyOnWriteArrayList<>();
    try (FrameSource camera = camera("");
        var _ = camera.frames(new FrameSpec(30), frames::add)) {
      await().until(() -> frames.size() >= 3);
      assertThat(ImageIO.read(new ByteArrayInputStream(frames.getFirst().jpeg()))).isNotNull();
    }
  }

  @Test
  void a_camera_that_is_pulled_while_it_is_watched_is_absent_and_comes_back() throws IOException {
    plug("64 48 mjpeg");
    List<Frame> frames = new CopyOnWriteArrayList<>();
    try (FrameSource camera = camera("");
        var _ = camera.frames(new FrameSpec(30), frames::add)) {
      for (int round = 0; round < 5; round++) {
        int before = frames.size();
        await().until(() -> frames.size() > before + 2);
        Files.delete(node);
        await().until(() -> camera.status().state() == DeviceState.NO_DEVICE);
        plug("64 48 mjpeg");
      }
      int before = frames.size();
      await().until(() -> frames.size() > before + 2 && camera.status().ready());
    }
  }

  @Test
  void a_camera_that_is_pulled_while_nobody_looks_is_absent_too() throws IOException {
    try (FrameSource camera = camera("")) {
      await().until(() -> camera.status().state() == DeviceState.NO_DEVICE);
      plug("64 48 mjpeg");
      await().until(() -> camera.status().ready());
      Files.delete(node);
      await().until(() -> camera.status().state() == DeviceState.NO_DEVICE);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "64 48 denied | PORT_BUSY | group video",
        "64 48 busy | PORT_BUSY | another program",
        "64 48 metadata | PROTOCOL | take another",
        "64 48 grey | PROTOCOL | GREY",
        "64 48 nomemory | PROTOCOL | no memory",
        "64 48 giant | PROTOCOL | 1073741824",
        "64 48 wild | PROTOCOL | 99",
        "64 48 silent | NO_ANSWER | no frame",
        "64 48 huge | FRAMES_BROKEN | no picture",
        "64 48 damaged | FRAMES_BROKEN | no picture"
      })
  void what_is_wrong_is_told_in_words(String words, FaultCode code, String why) throws IOException {
    plug(words);
    try (FrameSource camera = camera("")) {
      try (var _ = camera.frames(new FrameSpec(30), frame -> {})) {
        await()
            .untilAsserted(() -> {
              DeviceFault fault = camera.status().fault();
              assertThat(fault).isNotNull();
              assertThat(fault.code()).isEqualTo(code);
              assertThat(fault.detail()).contains(why);
            });
      }
    }
  }

  /** What the stream shows is not taken back by a probe, which leaves the camera off. */
  @Test
  void a_camera_that_fails_in_its_stream_is_not_called_well_between_two_tries() throws IOException {
    plug("64 48 wild");
    List<DeviceState> states = new CopyOnWriteArrayList<>();
    try (FrameSource camera = camera("")) {
      try (var _ = camera.frames(new FrameSpec(30), frame -> {})) {
        await().until(() -> camera.status().fault() != null);
        try (var _ =
            camera.subscribe(event -> {
              if (event instanceof DeviceEvent.StatusChanged changed) {
                states.add(changed.status().state());
              }
            })) {
          // Several tries fall into this time, a twentieth of a second and more apart.
          await().during(Duration.ofMillis(700)).until(() -> !states.contains(DeviceState.ONLINE));
        }
      }
    }
  }

  @Test
  void noise_instead_of_pictures_is_told_and_a_picture_mends_it() throws IOException {
    plug("64 48 mjpeg");
    Files.write(folder.resolve("video0.frame"), new byte[500]);
    try (FrameSource camera = camera("");
        var _ = camera.frames(new FrameSpec(30), frame -> {})) {
      await()
          .until(() -> {
            DeviceFault fault = camera.status().fault();
            return fault != null && fault.code() == FaultCode.FRAMES_BROKEN;
          });
      Files.write(folder.resolve("video0.frame"), FramesTest.jpeg(64, 48));
      await().until(() -> camera.status().ready());
    }
  }

  @Test
  void the_self_test_passes_on_a_good_camera_and_fails_on_a_bad_one() throws IOException {
    plug("64 48 mjpeg");
    try (FrameSource camera = camera("")) {
      assertThat(camera.selfTests().getFirst().run(Call.within(Duration.ofSeconds(30))))
          .matches(verdict -> verdict.toString().contains("passed=true"));
      plug("64 48 mjpeg silent");
      assertThat(camera.selfTests().getFirst().run(Call.within(Duration.ofSeconds(2))))
          .isNotInstanceOf(Outcome.Done.class);
    }
  }

  /** Two slow cores that do much else have to be enough. */
  private static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(40));
  }
}
