package io.yichuang.device.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.device.Call;
import io.yichuang.device.DeviceId;
import io.yichuang.device.Outcome;
import io.yichuang.device.lane.Health;
import io.yichuang.device.lane.Lane;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.lane.LaneTimings;
import io.yichuang.device.lane.Wire;
import io.yichuang.device.scan.ScanBench;
import io.yichuang.device.trace.Recorded;
import io.yichuang.device.trace.Traffic;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.SimulatorOptions.ReceiptWire;
import io.yichuang.simulator.people.People;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Medians, at real speed; run by {@code -Dtest=DeviceBenchmarks}, written to {@code
 * target/benchmarks.txt}. Never a timed test.
 */
class DeviceBenchmarks {
  private static final int READS = 11;
  private static final int PRINTS = 5;
  private static final int COMMANDS = 20_000;
  private static final double NANOS_IN_MS = 1e6;
  private static final Call CALL = Call.within(Duration.ofSeconds(60));

  /** 8N1 at 115200 baud. */
  private static final double MS_A_BYTE = 10_000.0 / 115_200;

  /** What the simulated module takes: find 30 ms, read 700 ms, newer address 30 ms. */
  private static final double MODULE_MS = 760;

  @TempDir Path folder;

  @Test
  void print_the_medians() throws IOException {
    var lines = new ArrayList<String>();
    lines.add(read());
    lines.add(receipt());
    lines.add(overhead());
    lines.add(ScanBench.run(folder.resolve("scan")));
    Files.createDirectories(Path.of("target"));
    Files.write(Path.of("target", "benchmarks.txt"), lines);
    assertThat(lines).hasSize(4);
  }

  /** From the call to the card, beyond what the wire and the module take by themselves. */
  private String read() {
    try (var subject = new CoreSubjects.CardReader(SimulatorOptions.in(folder), 1)) {
      Cell.await(() -> subject.device.status().ready());
      var beyond = new double[READS];
      var whole = new double[READS];
      for (int i = 0; i < READS; i++) {
        subject.far.take();
        Cell.await(
            () -> subject.work(Call.within(Duration.ofMillis(400))) instanceof Outcome.Refused);
        subject.far.lay(new People().all().getFirst());
        int before = bytes(subject).length();
        whole[i] = millis(() -> subject.work(CALL) instanceof Outcome.Done ? 1 : 0);
        beyond[i] = whole[i] - (bytes(subject).length() - before) * MS_A_BYTE - MODULE_MS;
      }
      return String.format(
          Locale.ROOT,
          "ID card: %.0f ms, of which beyond the wire and the module %.0f ms (median of %d)",
          median(whole),
          median(beyond),
          READS);
    }
  }

  private String receipt() {
    try (var subject = new CoreSubjects.Roll(SimulatorOptions.in(folder), ReceiptWire.SERIAL, 1)) {
      Cell.await(() -> subject.device.status().ready());
      var times = new double[PRINTS];
      int before = bytes(subject).sent();
      for (int i = 0; i < PRINTS; i++) {
        times[i] = millis(() -> subject.work(CALL) instanceof Outcome.Done ? 1 : 0);
      }
      return String.format(
          Locale.ROOT,
          "receipt: %d bytes with its status questions, %.0f ms (median of %d)",
          (bytes(subject).sent() - before) / PRINTS,
          median(times),
          PRINTS);
    }
  }

  private static String overhead() {
    Wire<AutoCloseable> nothing =
        new Wire<>() {
          @Override
          public AutoCloseable connect() {
            return () -> {};
          }

          @Override
          public Health probe(AutoCloseable connection) {
            return Health.online(io.yichuang.device.MediaState.UNKNOWN);
          }
        };
    try (var lane =
        Lane.start(new DeviceId("nothing"), nothing, LaneTimings.usual(), LaneClock.system())) {
      var times = new double[COMMANDS];
      for (int i = 0; i < COMMANDS; i++) {
        times[i] = millis(() -> lane.run(CALL, (c, turn) -> new Outcome.Done<>(1)).hashCode());
      }
      return String.format(
          Locale.ROOT,
          "a lane's own time for a command: %.0f microseconds (median of %d)",
          median(Arrays.copyOfRange(times, COMMANDS / 2, COMMANDS)) * 1_000,
          COMMANDS / 2);
    }
  }

  /** What went over the wire so far, both ways and out. */
  private record Bytes(int length, int sent) {}

  private static Bytes bytes(Subject<?> subject) {
    List<Traffic> traffic = ((Recorded) subject.device).traffic();
    return new Bytes(
        traffic.stream().mapToInt(Traffic::length).sum(),
        traffic.stream().filter(Traffic::out).mapToInt(Traffic::length).sum());
  }

  private static double millis(LongSupplier work) {
    long start = System.nanoTime();
    assertThat(work.getAsLong()).isNotZero();
    return (System.nanoTime() - start) / NANOS_IN_MS;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
