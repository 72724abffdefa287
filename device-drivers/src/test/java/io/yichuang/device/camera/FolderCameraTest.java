package io.yichuang.device.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yichuang.device.Call;
import io.yichuang.device.DeviceId;
import io.yichuang.device.DeviceState;
import io.yichuang.device.FrameSource;
import io.yichuang.device.Outcome;
import io.yichuang.device.SelfTest.Verdict;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.link.Address;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FolderCameraTest {
  @TempDir Path folder;

  private static boolean passed(FrameSource camera) {
    return camera.selfTests().getFirst().run(Call.within(Duration.ofSeconds(10)))
            instanceof Outcome.Done<Verdict>(Verdict verdict)
        && verdict.passed();
  }

  @Test
  void the_self_test_passes_on_pictures_and_fails_without_or_on_what_is_none() throws Exception {
    try (FrameSource camera =
        FolderCamera.start(
            new DeviceId("camera"),
            Address.parse("file:" + folder),
            CameraTimings.usual().faster(5),
            LaneClock.system())) {
      await().until(() -> camera.status().state() == DeviceState.NO_DEVICE);
      assertThat(passed(camera)).isFalse();

      Path picture = folder.resolve("1.jpg");
      ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "jpg", picture.toFile());
      await().until(() -> camera.status().ready());
      assertThat(passed(camera)).isTrue();

      Files.write(picture, new byte[] {1, 2, 3});
      assertThat(passed(camera)).isFalse();
    }
  }
}
