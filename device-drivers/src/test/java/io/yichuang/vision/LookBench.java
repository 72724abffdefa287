package io.yichuang.vision;

import io.yichuang.vision.face.FaceCheck;
import io.yichuang.vision.face.FaceEngine;
import io.yichuang.vision.face.Thresholds;
import io.yichuang.vision.mat.Mats;
import io.yichuang.vision.mat.Picture;
import io.yichuang.vision.page.PageFinder;
import io.yichuang.vision.page.PageWatcher;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Measures how long a live frame is looked at: medians of one thread's processor time and of the
 * clock on the wall. Run by hand with the folder of sample photos; no test, since a time that a
 * busy machine can break proves nothing.
 */
public final class LookBench {

  private static final int WARM = 8;
  private static final int RUNS = 25;

  private final PrintStream out;
  private final Path samples;

  private LookBench(PrintStream out, Path samples) {
    this.out = out;
    this.samples = samples;
  }

  public static void main(String[] arguments) throws Exception {
    // What it prints is its only result.
    var out =
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
    new LookBench(out, Path.of(arguments[0])).run();
  }

  private void run() throws Exception {
    out.println("what                                  cpu ms   wall ms");
    for (var name : new String[] {"25_2.jpg", "1023-receipt.jpg", "test6.JPG"}) {
      var photo = read("paper/" + name);
      for (var side : new int[] {640, 1600, 2600}) {
        var frame = scaled(photo, side);
        var watcher = new PageWatcher();
        measure("watch " + name + " " + side, () -> watcher.look(frame));
        measure("  find " + name + " " + side, () -> PageFinder.find(frame));
      }
    }
    try (var engine = FaceEngine.load()) {
      var portrait = read("faces/c1.png");
      for (var side : new int[] {640, 1280}) {
        var frame = scaled(portrait, side);
        // Fifty frames are measured before the verdict, and nothing after it.
        var check = new FaceCheck(engine, portrait, new Thresholds(0.45, 0.35, 0.8, 50));
        measure("face " + side, () -> check.look(frame));
      }
    }
  }

  private interface Work {
    Object run() throws UnreadableImageException;
  }

  private void measure(String name, Work work) throws UnreadableImageException {
    var threads = ManagementFactory.getThreadMXBean();
    for (var i = 0; i < WARM; i++) {
      work.run();
    }
    var cpu = new long[RUNS];
    var wall = new long[RUNS];
    for (var i = 0; i < RUNS; i++) {
      var cpuThen = threads.getCurrentThreadCpuTime();
      var then = System.nanoTime();
      work.run();
      wall[i] = System.nanoTime() - then;
      cpu[i] = threads.getCurrentThreadCpuTime() - cpuThen;
    }
    out.printf("%-36s %8.1f %9.1f%n", name, median(cpu), median(wall));
  }

  private static double median(long[] nanos) {
    Arrays.sort(nanos);
    return nanos[nanos.length / 2] / 1e6;
  }

  private byte[] read(String name) {
    try {
      return Files.readAllBytes(samples.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a camera of this long side would give it. */
  private static byte[] scaled(byte[] image, int side) throws UnreadableImageException {
    try (var mats = new Mats()) {
      var picture = Picture.decode(image, mats);
      var factor = side / (double) Math.max(picture.cols(), picture.rows());
      var small = mats.mat();
      Imgproc.resize(picture, small, new Size(), factor, factor, Imgproc.INTER_AREA);
      return Picture.jpeg(small, 85);
    }
  }
}
