package io.yichuang.simulator.scan;

import io.yichuang.simulator.fault.Faults;
import io.yichuang.simulator.http.Pace;
import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What both wire faces share: the sheet path, the faults, the speed, and who uses the scanner now.
 * Thread-safe.
 */
final class ScanEngine {
  /** 40 sheets a minute at 300 dpi: a common figure of desk scanners with a feeder. */
  static final Duration PER_SHEET = Duration.ofMillis(1500);

  /** A slow line or a tired machine. */
  private static final int SLOW_FACTOR = 20;

  final SheetPath path = new SheetPath();
  final Faults faults =
      new Faults(
          "jam",
          "double-feed",
          "cover-open",
          "busy",
          "no-answer",
          "garbage",
          "truncated",
          "slow",
          "lost",
          "duplicate",
          "endless");
  final Pace pace;
  private final long seed;
  private @Nullable Object user;

  ScanEngine(double speed, long seed) {
    this.pace = new Pace(speed);
    this.seed = seed;
  }

  /** Takes the scanner for one client; false if another has it. */
  synchronized boolean acquire(Object client) {
    if (faults.isSet("busy") || (user != null && !user.equals(client))) {
      return false;
    }
    user = client;
    return true;
  }

  synchronized void release(Object client) {
    if (client.equals(user)) {
      user = null;
      path.endBatch();
    }
  }

  synchronized boolean busy() {
    return faults.isSet("busy") || user != null;
  }

  /** The time a part of a sheet takes. */
  Duration time(double part) {
    return Duration.ofNanos(
        (long) (PER_SHEET.toNanos() * part * (faults.isSet("slow") ? SLOW_FACTOR : 1)));
  }

  byte[] garbage(int size) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
