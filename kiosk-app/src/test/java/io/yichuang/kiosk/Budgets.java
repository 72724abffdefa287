package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.yichuang.device.Call;
import io.yichuang.device.DeviceId;
import io.yichuang.device.Outcome;
import io.yichuang.device.idcard.SamIdCardReader;
import io.yichuang.device.idcard.SamTimings;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.link.Address;
import io.yichuang.device.trace.Traffic;
import io.yichuang.kiosk.submission.Submitter;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.Simulators;
import io.yichuang.simulator.idcard.IdCardReaderSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Not tests but measurements, for {@code ./kiosk bench}: what this machine does, beside the budget
 * of the design. Nothing here fails because it is slow; people read the table.
 */
@Tag("browser")
class Budgets {
  private static final Path TABLE = Path.of("target/budgets.txt");
  private static final List<String> ROWS = new ArrayList<>();

  /** How {@code PinyinBenchmark} shows a phrase that was not first: its place, and what was. */
  private static final String A_MISS = " *-?[0-9]+ [^%]*: \\[.*";

  private static final Path STROKES = Path.of("../../shared/samples/strokes/kanjivg-150.jsonl");

  private static final int READS = 15;
  private static final int SUBMISSIONS = 1_000;
  private static final int STARTS = 3;

  @TempDir Path folder;

  @AfterAll
  static void table() throws IOException {
    Files.createDirectories(TABLE.getParent());
    Files.write(TABLE, ROWS);
  }

  @Test
  void an_id_card_is_read_in_little_more_than_the_bytes_take() {
    try (var far = new IdCardReaderSimulator(SimulatorOptions.in(folder));
        var people = Simulators.start(SimulatorOptions.in(folder.resolve("people")));
        var reader =
            SamIdCardReader.open(
                new DeviceId("id-card-reader"),
                Address.parse(far.address()),
                SamTimings.usual(),
                LaneClock.system())) {
      await().until(() -> reader.status().ready());
      double[] beyond = new double[READS];
      double[] whole = new double[READS];
      for (int i = 0; i < READS; i++) {
        far.take();
        far.lay(people.person("wang-xiaoying"));
        int before = reader.traffic().size();
        long start = System.nanoTime();
        assertThat(reader.read(Call.within(Duration.ofSeconds(20))))
            .isInstanceOf(Outcome.Done.class);
        double took = (System.nanoTime() - start) / 1e6;
        var traffic = reader.traffic();
        double ours = ours(traffic.subList(before, traffic.size()), took);
        whole[i] = took;
        beyond[i] = 100 * ours / (took - ours);
      }
      row(
          "ID card read, beyond the wire's and the reader's own time",
          "%.1f %% (%.0f ms in all)".formatted(median(beyond), median(whole)),
          "5 %");
    }
  }

  /**
   * What is neither on the wire nor the reader's: before the first question, and from each answer
   * to the next.
   */
  private static double ours(List<Traffic> traffic, double took) {
    double between = 0;
    for (int i = 1; i < traffic.size(); i++) {
      if (traffic.get(i).out() && !traffic.get(i - 1).out()) {
        between += millis(traffic.get(i - 1), traffic.get(i));
      }
    }
    return took - millis(traffic.getFirst(), traffic.getLast()) + between;
  }

  private static double millis(Traffic from, Traffic to) {
    return Duration.between(from.at(), to.at()).toNanos() / 1e6;
  }

  @Test
  void a_submission_is_on_disk_at_once() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    long[] nanos =
        Submitter.pace(
            SUBMISSIONS,
            "--kiosk.data=" + folder.resolve("data"),
            "--kiosk.key-file=" + folder.resolve("kiosk.key"));
    double[] millis = Arrays.stream(nanos).mapToDouble(n -> n / 1e6).toArray();
    row(
        "Submission of 50 kB journalled, p50 and p99 of " + SUBMISSIONS,
        "%.1f and %.1f ms".formatted(median(millis), part(millis, 0.99)),
        "p99 20 ms");
  }

  @Test
  void the_page_is_there_soon_and_answers_at_once() throws Exception {
    var options = SimulatorOptions.in(folder.resolve("run")).withSpeed(5);
    try (var _ = Simulators.start(options);
        var playwright = Visitor.playwright();
        var kiosk =
            new KioskProcess(
                options.runFolder(),
                "--kiosk.terminal.night-from=0",
                "--kiosk.terminal.night-until=0")) {
      var browser =
          playwright
              .chromium()
              .launch(
                  new com.microsoft.playwright.BrowserType.LaunchOptions()
                      .setExecutablePath(Visitor.CHROMIUM)
                      .setArgs(Visitor.ARGUMENTS));
      Page page = browser.newPage();
      kiosk.train(() -> open(page, kiosk));
      double[] starts = new double[STARTS];
      double[] back = new double[STARTS];
      for (int i = 0; i < STARTS; i++) {
        long start = System.nanoTime();
        kiosk.start();
        kiosk.awaitHealth();
        starts[i] = (System.nanoTime() - start) / 1e9;
        if (i == 0) {
          open(page, kiosk);
        } else {
          page.waitForFunction(
              "() => document.querySelector('.yc-screen-standby') && !window.before");
          back[i] = (System.nanoTime() - start) / 1e9;
        }
        if (i == STARTS - 1) {
          touches(page);
          row("Memory (RSS) after a visit", kiosk.residentMegabytes() + " MB", "600 MB");
        } else {
          page.evaluate("() => { window.before = true; }");
          kiosk.kill();
        }
      }
      row(
          "Start to first answer, classes from the AOT cache",
          "%.1f s".formatted(median(starts)),
          "3 s");
      row(
          "Page back after a kill, server started at once",
          "%.1f s".formatted(median(Arrays.copyOfRange(back, 1, STARTS))),
          "10 s");
    }
  }

  private static void open(Page page, KioskProcess kiosk) {
    page.navigate(kiosk.url());
    page.waitForSelector(".yc-screen-standby");
  }

  /**
   * From standby into a guide and back, a few times; the browser's own clock tells how long each
   * exchange took.
   */
  private static void touches(Page page) {
    for (int round = 0; round < 10; round++) {
      page.locator("[data-action='start']:visible").first().click();
      page.waitForSelector(".yc-screen[data-screen='home']");
      page.locator("[data-action='item-SB-CB-01']:visible").first().click();
      page.waitForSelector(".yc-screen[data-screen='guide']");
      page.locator("[data-action='home']:visible").first().click();
      page.waitForSelector(".yc-screen[data-screen='home']");
    }
    @SuppressWarnings("unchecked")
    var took =
        (List<Number>)
            page.evaluate(
                "() => performance.getEntriesByType('resource').filter(e => e.name.includes('v-r=uidl'))"
                    + ".map(e => e.responseEnd - e.requestStart)");
    double[] millis = took.stream().mapToDouble(Number::doubleValue).toArray();
    row(
        "Answer to a touch, with the way there, p50 and p99 of " + millis.length,
        "%.0f and %.0f ms".formatted(median(millis), part(millis, 0.99)),
        "p99 50 ms");
  }

  /** In processes of their own: what the dictionary holds in memory is among the figures. */
  @Test
  void typing_and_handwriting() throws Exception {
    ROWS.add("Pinyin: budget first candidate 90 %, first page 98 %, p99 10 ms, heap 40 MB");
    printed("PinyinBenchmark");
    ROWS.add("Handwriting: budget top 1 plain 95 %, joined 85 %, 30 ms a character");
    boolean there = Files.exists(STROKES);
    ROWS.add(
        there ? "  strokes of another origin" : "  templates bent (no samples of strokes here)");
    printed("HandwritingBenchmark", there ? STROKES.toString() : "");
  }

  private void printed(String benchmark, String... arguments) throws Exception {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-cp", System.getProperty("java.class.path")));
    command.add("io.yichuang.kiosk.input." + benchmark);
    Arrays.stream(arguments).filter(argument -> !argument.isEmpty()).forEach(command::add);
    Path lines = folder.resolve(benchmark);
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(lines.toFile());
    assertThat(process.start().waitFor()).as(() -> read(lines)).isZero();
    read(lines)
        .lines()
        .filter(line -> !line.matches(A_MISS))
        .map(line -> "  " + line)
        .forEach(ROWS::add);
  }

  private static String read(Path lines) {
    try {
      return Files.readString(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void row(String what, String figure, String budget) {
    ROWS.add(String.format(Locale.ROOT, "%-68s %-28s budget %s", what, figure, budget));
  }

  private static double median(double[] values) {
    return part(values, 0.5);
  }

  private static double part(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }
}
