package io.yichuang.device.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yichuang.device.matrix.Pulled.Pull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every device is pulled and put back again and again, in the phases of its command in turn from a
 * seeded first ({@code -Dyichuang.seed}): each 20 times every day, 1,000 times by {@code ./kiosk
 * matrix} ({@code -Dyichuang.hot-plugs=1000}). The table is in {@code target/hot-plug.txt}.
 */
@Tag("long")
class HotPlugTest {
  private static final int ROUNDS = Integer.getInteger("yichuang.hot-plugs", 20);
  private static final boolean ALL = ROUNDS > 20;

  /** What is loaded and started once is there after one round of each phase. */
  private static final int WARM = Phase.values().length;

  private static final int FASTER = 20;

  /** The product's limits, for a device at its own speed. */
  private static final Duration ABSENT = Duration.ofSeconds(2);

  private static final Duration BACK = Duration.ofSeconds(5);

  /** A pull that took longer is tried again alone: a machine that stood still is no defect. */
  private static final int TRIES = 3;

  private static final Path TABLE = Path.of("target", "hot-plug.txt");

  @TempDir Path folder;

  @Test
  @Timeout(7_200)
  void devices_pulled_in_any_phase_leave_no_thread_and_no_descriptor_behind(TestReporter reporter)
      throws Exception {
    var devices = new ArrayList<Pulled>();
    try {
      chosen(false)
          .forEach(
              (name, maker) -> devices.add(new Pulled(name, maker, folder.resolve(name), FASTER)));
      Random random = seeded(reporter);
      pullAll(devices, random, WARM);
      Map<String, Long> threads = threads();
      Map<String, Long> descriptors = descriptors();
      List<Pull> pulls = pullAll(devices, random, ROUNDS);
      tell("at a twentieth of the times", pulls);
      // Each phase was pulled so often at least: a leak in one phase of one device is as many.
      int leak = ROUNDS / WARM;
      await()
          .atMost(Cell.PATIENCE)
          .untilAsserted(() -> {
            assertThat(grown(threads, threads())).as("threads").allSatisfy(few(leak));
            assertThat(grown(descriptors, descriptors())).as("descriptors").allSatisfy(few(leak));
          });
    } finally {
      devices.forEach(Pulled::close);
    }
  }

  private static BiConsumer<String, Long> few(int leak) {
    return (_, more) -> assertThat(more).isLessThan(leak);
  }

  /** At real speed, so that the limits are the product's own. */
  @Test
  @Timeout(3_600)
  void a_pulled_device_is_told_absent_within_2_s_and_serves_within_5_s_of_its_return(
      TestReporter reporter) throws Exception {
    Random random = seeded(reporter);
    var pulls = new ArrayList<Pull>();
    try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<Future<List<Pull>>>();
      chosen(ALL)
          .forEach((name, maker) -> {
            int first = random.nextInt(WARM);
            all.add(hands.submit(() -> atRealSpeed(name, maker, first)));
          });
      for (Future<List<Pull>> each : all) {
        pulls.addAll(each.get());
      }
    }
    tell("at real speed", pulls);
    for (Pull pull : pulls) {
      assertThat(bestOf(pull)).as("%s", pull).isTrue();
    }
  }

  /**
   * All, or the one that is named.
   *
   * @param slow those too that are behind daemons which take their time
   */
  private static Map<String, Subjects.Maker> chosen(boolean slow) {
    var chosen = new LinkedHashMap<>(Subjects.all());
    if (!slow) {
      chosen.keySet().removeAll(Subjects.SLOW);
    }
    String only = System.getProperty("yichuang.matrix-device", "");
    chosen.keySet().removeIf(name -> !only.isEmpty() && !only.equals(name));
    return chosen;
  }

  private List<Pull> atRealSpeed(String name, Subjects.Maker maker, int first) {
    var pulls = new ArrayList<Pull>();
    try (var device = new Pulled(name, maker, folder.resolve("real-" + name), 1)) {
      List<Phase> phases = device.phases();
      for (int i = 0; i < (ALL ? phases.size() : 1); i++) {
        pulls.add(device.pull(phases.get((first + i) % phases.size())));
        assertThat(device.serves()).as(name).isEmpty();
      }
    }
    return pulls;
  }

  private static boolean holds(Pull pull) {
    return pull.absent().compareTo(ABSENT) <= 0 && pull.back().compareTo(BACK) <= 0;
  }

  private boolean bestOf(Pull first) throws IOException {
    Pull last = first;
    for (int i = 1; i < TRIES && !holds(last); i++) {
      Path own = Files.createTempDirectory(folder, "again");
      try (var device = new Pulled(first.name(), Subjects.all().get(first.name()), own, 1)) {
        last = device.pull(first.phase());
        tell("again, alone", List.of(last));
      }
    }
    return holds(last);
  }

  private static Random seeded(TestReporter reporter) {
    long seed = Long.getLong("yichuang.seed", 4);
    reporter.publishEntry("the seed of what is pulled when", Long.toString(seed));
    return new Random(seed);
  }

  private static List<Pull> pullAll(List<Pulled> devices, Random random, int rounds)
      throws Exception {
    var pulls = new ArrayList<Pull>();
    try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<Future<List<Pull>>>();
      for (Pulled device : devices) {
        int first = random.nextInt(WARM);
        all.add(
            hands.submit(() -> {
              List<Phase> phases = device.phases();
              var own = new ArrayList<Pull>();
              for (int round = 0; round < rounds; round++) {
                own.add(device.pull(phases.get((first + round) % phases.size())));
              }
              return own;
            }));
      }
      for (Future<List<Pull>> each : all) {
        pulls.addAll(each.get());
      }
    }
    return pulls;
  }

  /** How many there are more of those kinds of which there are more. */
  private static Map<String, Long> grown(Map<String, Long> before, Map<String, Long> now) {
    var grown = new TreeMap<String, Long>();
    now.forEach((kind, count) -> {
      long more = count - before.getOrDefault(kind, 0L);
      if (more > 0) {
        grown.put(kind, more);
      }
    });
    return grown;
  }

  /** Carriers of virtual threads come and go with the load. */
  private static Map<String, Long> threads() {
    return counted(
        Thread.getAllStackTraces().keySet().stream()
            .map(Thread::getName)
            .filter(name -> !name.startsWith("ForkJoinPool")));
  }

  private static Map<String, Long> descriptors() {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return counted(open.map(HotPlugTest::target));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException _) {
      return "closed meanwhile";
    }
  }

  /** Kinds, without the numbers that every thread, socket and pseudo-terminal has of its own. */
  private static Map<String, Long> counted(Stream<String> names) {
    return names.collect(
        Collectors.groupingBy(
            name -> name.replaceAll("\\d+", "#"), TreeMap::new, Collectors.counting()));
  }

  private static void tell(String what, List<Pull> pulls) throws IOException {
    var lines = new ArrayList<String>();
    lines.add(what + ": device, pulls (phase missed), told absent, ready again: median and worst");
    var byName =
        pulls.stream()
            .collect(Collectors.groupingBy(Pull::name, LinkedHashMap::new, Collectors.toList()));
    byName.put("all", pulls);
    byName.forEach((name, own) ->
        lines.add(
            "%-20s %6d (%d)  %s  %s"
                .formatted(
                    name,
                    own.size(),
                    own.stream().filter(pull -> !pull.seen()).count(),
                    times(own, Pull::absent),
                    times(own, Pull::back))));
    Pull last = pulls.stream().max(Comparator.comparing(pull -> pull.absent())).orElseThrow();
    Pull late = pulls.stream().max(Comparator.comparing(pull -> pull.back())).orElseThrow();
    lines.add("longest absence: " + last);
    lines.add("longest return:  " + late);
    Files.createDirectories(TABLE.getParent());
    Files.write(TABLE, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static String times(List<Pull> pulls, Function<Pull, Duration> which) {
    List<Duration> sorted = pulls.stream().map(which).sorted().toList();
    return "%6d ms %6d ms"
        .formatted(sorted.get(sorted.size() / 2).toMillis(), sorted.getLast().toMillis());
  }
}
