package io.yichuang.kiosk.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.Simulators;
import io.yichuang.simulator.bench.BenchPlatform;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was acknowledged to a citizen reaches the platform once, whenever the process is killed.
 * (The kernel lives on here: that the disk was synced, only a power cut can show.)
 */
@Timeout(300)
@Tag("long")
class JournalKillIT {
  private static final Logger log = LoggerFactory.getLogger(JournalKillIT.class);

  /** A few in every build; {@code ./kiosk matrix} takes 20. Each takes a start of a process. */
  private static final int KILLS = Integer.getInteger("yichuang.journal-kills", 3);

  private static final int PATIENCE_SECONDS = 60;

  /** {@code -Dyichuang.seed=} repeats the moments of a run. */
  private static final long SEED = Long.getLong("yichuang.seed", System.nanoTime());

  /** Between the first and the last number: eight digits before the check digits. */
  private static final String NUMBERS_LEFT_OUT =
      """
      select value + 1 - (select count(*) from submission)
        - (select min(cast(substr(terminal_number, -11, 8) as integer)) from submission)
      from counter
      """;

  @TempDir Path folder;

  @Test
  void what_was_acknowledged_is_on_the_platform_once_after_many_kills() throws Exception {
    log.info("seed {}", SEED);
    var random = new Random(SEED);
    var acknowledged = new ArrayList<String>();
    int waited = 0;
    Path data = Files.createDirectory(folder.resolve("data"));
    var options = SimulatorOptions.in(folder.resolve("bench")).withSpeed(20);
    try (var simulators = Simulators.start(options)) {
      var platform = simulators.platform();
      for (int kill = 1; kill <= KILLS; kill++) {
        weather(kill, platform);
        try (var child = new Child(platform.url())) {
          child.killAfter(random.nextInt(200, 2_000));
          acknowledged.addAll(child.acknowledged);
        }
        int there = platform.cases().size();
        waited = Math.max(waited, acknowledged.size() - there);
        log.info("kill {}: {} acknowledged, {} on the platform", kill, acknowledged.size(), there);
        assertNothingPersonal(data);
      }
      platform.clearFaults();
      try (var child = new Child(platform.url(), Submitter.DRAIN)) {
        child.end();
      }

      List<String> cases =
          platform.cases().stream().map(one -> String.valueOf(one.get("terminalNumber"))).toList();
      log.info("{} acknowledged, {} on the platform", acknowledged.size(), cases.size());
      assertThat(acknowledged)
          .as("seed %d", SEED)
          .hasSizeGreaterThanOrEqualTo(KILLS)
          .doesNotHaveDuplicates()
          .allMatch(number -> TerminalNumber.bare(number).isPresent());
      assertThat(cases).as("seed %d", SEED).doesNotHaveDuplicates().containsAll(acknowledged);
      // At most one a kill was journalled, but not yet told.
      assertThat(cases).hasSizeLessThanOrEqualTo(acknowledged.size() + KILLS);
      assertThat(waited).as("kills that left something waiting").isPositive();
      assertJournal(data, cases);
      assertNothingPersonal(data);
    }
  }

  /** Of three kills one finds no platform, so that something waits for sure; one loses answers. */
  private static void weather(int kill, BenchPlatform platform) {
    platform.clearFaults();
    switch (kill % 3) {
      case 0 -> platform.setFault("answer-lost");
      case 1 -> platform.setFault("down");
      default -> {
        // A fine day.
      }
    }
  }

  private static void assertJournal(Path data, List<String> cases) throws SQLException {
    try (var journal = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("kiosk.db"))) {
      assertThat(column(journal, "pragma integrity_check")).containsExactly("ok");
      assertThat(column(journal, "select terminal_number from submission"))
          .containsExactlyInAnyOrderElementsOf(cases);
      assertThat(column(journal, "select distinct state from submission"))
          .containsExactly("handed-over");
      assertThat(column(journal, "select count(*) from submission_file")).containsExactly("0");
      assertThat(column(journal, NUMBERS_LEFT_OUT)).as("numbers left out").containsExactly("0");
      assertThat(column(journal, "select count(*) > 0 from submission where tries > 0"))
          .as("some were tried in vain")
          .containsExactly("1");
    }
  }

  private static List<String> column(Connection journal, String sql) throws SQLException {
    var values = new ArrayList<String>();
    try (var statement = journal.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(String.valueOf(rows.getString(1)));
      }
    }
    return values;
  }

  /** Journal, write-ahead log and whatever else lies there, byte for byte. */
  private static void assertNothingPersonal(Path data) throws IOException {
    var content = new StringBuilder();
    try (var files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        content.append(plain(Files.readAllBytes(file)));
      }
    }
    String all = content.toString();
    assertThat(all.contains(plain(Submitter.ITEM))).as("what is not sealed is found").isTrue();
    assertThat(all.contains(plain(Submitter.NAME))).as("the name lies in the open").isFalse();
    assertThat(all.contains(plain(Submitter.ID_NUMBER))).as("the number lies open").isFalse();
  }

  private static String plain(String text) {
    return plain(text.getBytes(StandardCharsets.UTF_8));
  }

  /** One character a byte, so that bytes can be searched as a text. */
  private static String plain(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** A {@link Submitter} in a process of its own. */
  private final class Child implements AutoCloseable {
    final ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> said = new ConcurrentLinkedQueue<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private final Process process;
    private final Thread reader;

    Child(String platform, String... arguments) throws IOException {
      var command = new ArrayList<String>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      // What this process does is short: it must start fast, not run fast.
      command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
      command.add("--enable-native-access=ALL-UNNAMED");
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.add(Submitter.class.getName());
      command.addAll(List.of(arguments));
      command.add("--kiosk.data=" + folder.resolve("data"));
      command.add("--kiosk.key-file=" + folder.resolve("kiosk.key"));
      command.add("--kiosk.platform.url=" + platform);
      command.add("--logging.threshold.console=warn");
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
      reader = Thread.ofVirtual().name("submitter-output").start(this::read);
    }

    private void read() {
      try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
        String line = lines.readLine();
        while (line != null) {
          if (line.startsWith(Submitter.JOURNALLED)) {
            acknowledged.add(line.substring(Submitter.JOURNALLED.length()));
            first.countDown();
          } else {
            said.add(line);
          }
          line = lines.readLine();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        first.countDown();
      }
    }

    void killAfter(int milliseconds) throws InterruptedException {
      assertThat(first.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(this::said).isTrue();
      boolean ended = process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
      assertThat(ended).as(this::said).isFalse();
      // By its handle: the process itself would close the pipe, and what it told last with it.
      process.toHandle().destroyForcibly();
      assertThat(process.waitFor()).as("ended by signal 9").isEqualTo(128 + 9);
      reader.join();
      assertThat(said).as("no warnings, nothing refused").isEmpty();
    }

    void end() throws InterruptedException {
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(ended).as(this::said).isTrue();
      reader.join();
      assertThat(process.exitValue()).as(this::said).isZero();
    }

    private String said() {
      return "the process said: " + String.join("\n", said);
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }
}
