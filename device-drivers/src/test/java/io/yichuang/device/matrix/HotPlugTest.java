package io.yichuang.device.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yichuang.device.DeviceState;
import io.yichuang.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every device is pulled and put back again and again: 20 times every day, 1,000 times by {@code
 * ./kiosk matrix} ({@code -Dyichuang.hot-plugs=1000}).
 */
class HotPlugTest {
  private static final int ROUNDS = Integer.getInteger("yichuang.hot-plugs", 20);

  /** What is loaded and started once is there after these. */
  private static final int WARM = 3;

  /** What one device leaves behind if it leaks every other time; less is a jar that was opened. */
  private static final int LEAK = ROUNDS / 2;

  private static final int FASTER = 20;

  @TempDir Path folder;

  @Test
  @Timeout(3_600)
  void devices_that_come_and_go_leave_no_thread_and_no_descriptor_behind() throws Exception {
    Map<String, Subject<?>> subjects = new LinkedHashMap<>();
    try {
      Subjects.all()
          .forEach((name, maker) ->
              subjects.put(
                  name,
                  maker.make(SimulatorOptions.in(folder.resolve(name)).withSpeed(FASTER), FASTER)));
      pullAll(subjects, WARM);
      long threads = threads();
      long descriptors = descriptors();
      pullAll(subjects, ROUNDS);
      await()
          .atMost(Cell.PATIENCE)
          .untilAsserted(() -> {
            assertThat(threads()).as("threads").isLessThan(threads + LEAK);
            assertThat(descriptors()).as("descriptors").isLessThan(descriptors + LEAK);
          });
    } finally {
      subjects.values().forEach(Subject::close);
    }
  }

  private static void pullAll(Map<String, Subject<?>> subjects, int rounds) throws Exception {
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<String, Future<?>> all = new LinkedHashMap<>();
      subjects.forEach(
          (name, subject) -> all.put(name, hands.submit(() -> pull(name, subject, rounds))));
      for (Future<?> each : all.values()) {
        each.get();
      }
    }
  }

  private static void pull(String name, Subject<?> subject, int rounds) {
    for (int round = 0; round < rounds; round++) {
      assertThat(Cell.await(() -> subject.device.status().ready()))
          .as("%s is back, round %d: %s", name, round, subject.device.status())
          .isTrue();
      subject.far.unplug();
      assertThat(Cell.await(() -> subject.device.status().state() == DeviceState.NO_DEVICE))
          .as("%s is absent, round %d: %s", name, round, subject.device.status())
          .isTrue();
      subject.far.plug();
    }
    assertThat(Cell.await(() -> subject.device.status().ready())).as(name).isTrue();
  }

  /** Carriers of virtual threads come and go with the load. */
  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.getName().startsWith("ForkJoinPool"))
        .count();
  }

  private static long descriptors() {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
