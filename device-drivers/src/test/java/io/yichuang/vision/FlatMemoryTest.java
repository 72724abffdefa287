package io.yichuang.vision;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.vision.page.PageCleaner;
import io.yichuang.vision.page.PageFinder;
import io.yichuang.vision.page.PageWatcher;
import io.yichuang.vision.page.Printed;
import io.yichuang.vision.page.SheetTrials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * A matrix that outlives its scope is native memory that nobody gives back: one of the smallest
 * frame's size a look would be seen here. The long run: {@code -Dyichuang.vision.frames=10000}.
 */
@EnabledOnOs(OS.LINUX)
@Tag("long")
class FlatMemoryTest {

  /** The platform's own: no logging library is on this module's path, and the log is the proof. */
  private static final System.Logger log = System.getLogger(FlatMemoryTest.class.getName());

  private static final int FRAMES = Integer.getInteger("yichuang.vision.frames", 80);

  /** Until buffers of the decoder and of the threads have their size. */
  private static final int WARM = 20;

  /** A colour frame of 960 x 1280 has 3.5 MB, and 80 of them 280 MB. */
  private static final int MOST_MB = 100;

  @Test
  void frames_and_pages_leave_no_matrix_behind() throws Exception {
    Vision.require();
    var photo = SheetTrials.photo(Printed.text(110, 20, 1), 0.2, 1);
    var watcher = new PageWatcher();
    look(photo, watcher, WARM);
    var before = resident();
    for (var i = 0; i < 4; i++) {
      look(photo, watcher, FRAMES / 4);
      log.log(
          System.Logger.Level.INFO,
          "{0} frames: {1} MB resident",
          (i + 1) * FRAMES / 4,
          resident());
    }
    assertThat(resident() - before).as("growth, MB").isLessThan(MOST_MB);
  }

  private static void look(byte[] photo, PageWatcher watcher, int times) throws Exception {
    for (var i = 0; i < times; i++) {
      watcher.look(photo);
      if (i % 10 == 0) {
        PageCleaner.clean(photo, PageFinder.find(photo));
      }
    }
  }

  private static long resident() throws IOException {
    for (var line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
      }
    }
    throw new IOException("no VmRSS");
  }
}
