package io.yichuang.device.camera;

import io.yichuang.device.DeviceException;
import io.yichuang.device.DeviceId;
import io.yichuang.device.FaultCode;
import io.yichuang.device.FrameSource;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.lane.Turn;
import io.yichuang.device.lane.TurnOver;
import io.yichuang.device.link.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The JPEG files of a folder, by name, over and over: for replay and for tests without a camera.
 */
public final class FolderCamera {
  /** Ten pictures a second, as a slow camera. */
  private static final Duration INTERVAL = Duration.ofMillis(100);

  private FolderCamera() {}

  /**
   * Starts it.
   *
   * @param address {@code file:/folder}; pictures may come and go while it runs
   */
  public static FrameSource start(
      DeviceId id, Address address, CameraTimings timings, LaneClock clock) {
    address.allow(Set.of());
    Path folder = Path.of(address.path());
    return Camera.start(id, () -> new FolderFeed(folder), timings, clock);
  }

  private record FolderFeed(Path folder) implements Feed {
    @Override
    public void probe() throws DeviceException {
      if (pictures().isEmpty()) {
        throw new DeviceException(FaultCode.UNPLUGGED, "no *.jpg in " + folder);
      }
    }

    private List<Path> pictures() throws DeviceException {
      try (java.util.stream.Stream<Path> files = Files.list(folder)) {
        return files.filter(FolderFeed::usable).sorted().toList();
      } catch (IOException e) {
        throw new DeviceException(FaultCode.UNPLUGGED, "no folder " + folder);
      }
    }

    private static boolean usable(Path file) {
      try {
        return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.jpe?g")
            && Files.size(file) <= MjpegCamera.MAX_FRAME;
      } catch (IOException e) {
        return false; // it went away
      }
    }

    @Override
    public boolean live() {
      return false;
    }

    @Override
    public Feed.Stream open(Turn turn) throws DeviceException {
      return new Feed.Stream() {
        private int shown;

        @Override
        public byte[] next(Duration timeout) throws DeviceException, TurnOver {
          List<Path> pictures = pictures();
          if (pictures.isEmpty()) {
            throw new DeviceException(FaultCode.UNPLUGGED, "no *.jpg in " + folder);
          }
          try {
            if (shown > 0) {
              turn.pause(INTERVAL);
            }
            return Files.readAllBytes(pictures.get(shown++ % pictures.size()));
          } catch (IOException e) {
            throw new DeviceException(FaultCode.CONNECTION_LOST, "a picture went away");
          }
        }

        @Override
        public int corruptions() {
          return 0;
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public void close() {}
  }
}
