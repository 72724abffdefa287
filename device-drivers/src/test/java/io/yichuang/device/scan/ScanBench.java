package io.yichuang.device.scan;

import io.yichuang.device.Call;
import io.yichuang.device.DeviceId;
import io.yichuang.device.DocumentScanner.ScanJob;
import io.yichuang.device.DocumentScanner.ScanSummary;
import io.yichuang.device.Outcome;
import io.yichuang.device.lane.LaneClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Ten pages of Debian's {@code test} backend through one {@code saned}, to JPEG, by our driver and
 * by Debian's {@code scanimage} in turn. It sends as fast as it can, so this is what the client
 * takes; scanimage starts and connects anew each time, our driver is connected already.
 */
public final class ScanBench {
  private static final int ROUNDS = 5;
  private static final int PAGES = 10;
  private static final int RESOLUTION = 300;
  private static final double NANOS_IN_MS = 1e6;

  /** SANE's clients know no other port, but 127.0.0.0/8 is ours: an address for each process. */
  private static final int PORT = 6_566;

  private ScanBench() {}

  /** One line with both medians and their ratio. */
  public static String run(Path folder) throws IOException {
    long pid = ProcessHandle.current().pid();
    String host = "127.67.%d.%d".formatted(pid / 250 % 250 + 1, pid % 250 + 1);
    Path far = Files.createDirectories(folder.resolve("saned"));
    Path client = Files.createDirectories(folder.resolve("client"));
    Files.writeString(client.resolve("dll.conf"), "net\n");
    Files.writeString(client.resolve("net.conf"), "connect_timeout = 5\n" + host + "\n");
    var ours = new double[ROUNDS];
    var theirs = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      // The backend's feeder is full again when it is opened anew.
      try (var saned = new Saned(far, "", host, PORT)) {
        theirs[i] = scanimage(client, host);
        ours[i] = driver(saned);
      }
    }
    return String.format(
        Locale.ROOT,
        "ten pages of %d dpi in colour over SANE: %.0f ms, scanimage %.0f ms (medians of %d in turn),"
            + " ratio %.2f",
        RESOLUTION,
        median(ours),
        median(theirs),
        ROUNDS,
        median(ours) / median(theirs));
  }

  private static double driver(Saned saned) {
    try (var scanner =
        SaneScanner.start(
            new DeviceId("scanner"),
            saned.address("test:0"),
            ScanTimings.usual(),
            LaneClock.system())) {
      Call call = Call.within(Duration.ofMinutes(2));
      if (!(scanner.reset(call) instanceof Outcome.Done)) {
        throw new AssertionError("saned does not answer");
      }
      var job = new ScanJob(ScanJob.Source.FEEDER, RESOLUTION, ScanJob.Mode.COLOUR);
      long start = System.nanoTime();
      var outcome = scanner.scan(job, _ -> true, call);
      double millis = (System.nanoTime() - start) / NANOS_IN_MS;
      if (!(outcome instanceof Outcome.Done<ScanSummary>(ScanSummary summary))
          || summary.pages() != PAGES) {
        throw new AssertionError(outcome);
      }
      return millis;
    }
  }

  private static double scanimage(Path folder, String host) throws IOException {
    var builder =
        new ProcessBuilder(
                "scanimage",
                "-d",
                "net:" + host + ":test:0",
                "--source=Automatic Document Feeder",
                "--mode=Color",
                "--resolution=" + RESOLUTION,
                "-x",
                "200",
                "-y",
                "200",
                "--format=jpeg",
                "--batch=page%d.jpg")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("scanimage.log").toFile());
    builder.environment().put("SANE_CONFIG_DIR", folder.toString());
    long start = System.nanoTime();
    Process process = builder.start();
    try {
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("scanimage hangs");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    double millis = (System.nanoTime() - start) / NANOS_IN_MS;
    if (!Files.exists(folder.resolve("page" + PAGES + ".jpg"))) {
      throw new AssertionError(Files.readString(folder.resolve("scanimage.log")));
    }
    for (int page = 1; page <= PAGES; page++) {
      Files.deleteIfExists(folder.resolve("page" + page + ".jpg"));
    }
    return millis;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
