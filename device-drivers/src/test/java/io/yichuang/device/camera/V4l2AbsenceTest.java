package io.yichuang.device.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yichuang.device.DeviceException;
import io.yichuang.device.DeviceId;
import io.yichuang.device.DeviceState;
import io.yichuang.device.FaultCode;
import io.yichuang.device.FrameSource;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.link.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real calls of this machine's Linux, on what is no camera. */
@Timeout(120)
class V4l2AbsenceTest {
  private static final int FASTER = 10;

  @TempDir Path folder;

  @Test
  void what_is_no_camera_is_told_by_the_real_calls() throws IOException {
    LinuxVideo linux = LinuxVideo.system();
    fails(linux, folder.resolve("none"), FaultCode.UNPLUGGED);
    fails(linux, Files.createFile(folder.resolve("file")), FaultCode.PROTOCOL);
    fails(linux, Path.of("/dev/null"), FaultCode.PROTOCOL);
  }

  private static void fails(LinuxVideo linux, Path file, FaultCode code) {
    assertThatThrownBy(() -> VideoFile.open(linux, file).close())
        .isInstanceOfSatisfying(
            DeviceException.class, e -> assertThat(e.fault().code()).isEqualTo(code));
  }

  @Test
  void a_camera_that_this_machine_has_not_is_absent() {
    try (FrameSource camera =
        V4l2Camera.start(
            new DeviceId("face-camera"),
            Address.parse("v4l2:usb=ffff:fffe"),
            CameraTimings.usual().faster(FASTER),
            LaneClock.system())) {
      await().until(() -> camera.status().state() == DeviceState.NO_DEVICE);
    }
  }

  @Test
  void wrong_addresses_name_what_would_be_right() {
    wrong("v4l2:video0", "/dev/NAME");
    wrong("v4l2:/dev/video0?size=big", "size=1920x1080");
    wrong("v4l2:/dev/video0?fps=30", "size");
  }

  private static void wrong(String address, String choice) {
    assertThatThrownBy(() ->
            V4l2Camera.start(
                new DeviceId("c"),
                Address.parse(address),
                CameraTimings.usual(),
                LaneClock.system()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(choice);
  }

  /** Two slow cores that do much else have to be enough. */
  private static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(40));
  }
}
