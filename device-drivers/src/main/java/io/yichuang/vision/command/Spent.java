package io.yichuang.vision.command;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What this thread spent so far.
 *
 * @param cpuNanos processor time
 * @param wallNanos of a clock that only measures
 * @param heapBytes asked for, given back or not
 */
record Spent(long cpuNanos, long wallNanos, long heapBytes) {

  private static final Path STATUS = Path.of("/proc/self/status");

  static Spent now() {
    if (ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads) {
      return new Spent(
          threads.getCurrentThreadCpuTime(),
          System.nanoTime(),
          threads.getCurrentThreadAllocatedBytes());
    }
    return new Spent(0, System.nanoTime(), 0);
  }

  Spent since(Spent before) {
    return new Spent(
        cpuNanos - before.cpuNanos, wallNanos - before.wallNanos, heapBytes - before.heapBytes);
  }

  static double median(long[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  /** What of the heap is in use after a collection. */
  static long heldHeapBytes() {
    var memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  /** What the process holds in memory, heap and native; -1 where Linux does not tell. */
  static long residentMegabytes() {
    try {
      for (var line : Files.readAllLines(STATUS)) {
        if (line.startsWith("VmRSS:")) {
          return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
        }
      }
    } catch (IOException e) {
      // Not Linux: the other figures still hold.
      return -1;
    }
    return -1;
  }
}
