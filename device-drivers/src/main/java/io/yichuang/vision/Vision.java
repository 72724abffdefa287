package io.yichuang.vision;

import ai.onnxruntime.OrtEnvironment;
import io.yichuang.device.natives.NativeLibrary;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.opencv.core.Core;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The native libraries of vision (OpenCV, ONNX Runtime), loaded from the fixed folder of {@link
 * NativeLibrary}.
 */
public final class Vision {

  private static final Logger log = LoggerFactory.getLogger(Vision.class);

  /** Bytes; only touched pages cost memory. */
  private static final long LOADING_STACK = 64L << 20;

  private Vision() {}

  /** Loads the libraries at the first call (about a second), then answers at once. Any thread. */
  public static Availability availability() {
    return Loaded.ANSWER;
  }

  /**
   * Asks that the libraries are there.
   *
   * @throws IllegalStateException when {@link #availability()} is {@link Availability.Missing}
   */
  public static void require() {
    if (availability() instanceof Availability.Missing(String why)) {
      throw new IllegalStateException("vision is not available: " + why);
    }
  }

  /** The JVM's own lock on class loading makes this happen once. */
  private static final class Loaded {
    static final Availability ANSWER = onLargeStack();
  }

  /**
   * ONNX Runtime 1.29 reads the process's command line as it starts, with a recursion as deep as
   * that line is long: with a class path of 6 kB it overflowed the usual stack of 1 MB and killed
   * the JVM without a word; 2 MB were enough.
   */
  private static Availability onLargeStack() {
    var loading = new FutureTask<>(Vision::load);
    Thread.ofPlatform().name("vision-load").stackSize(LOADING_STACK).start(loading);
    try {
      return loading.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Availability.Missing("interrupted while loading");
    } catch (ExecutionException e) {
      log.warn("vision cannot be loaded", e);
      return new Availability.Missing(String.valueOf(e.getMessage()));
    }
  }

  // System.load is restricted since Java 24; the launcher grants it.
  @SuppressWarnings("restricted")
  private static Availability load() {
    try {
      var natives = platform();
      System.load(natives.opencv().toString());
      // One kiosk, two cores, other work to do: a picture may take a little longer.
      Core.setNumThreads(1);
      if (System.getProperty("onnxruntime.native.path") == null) {
        System.setProperty("onnxruntime.native.path", natives.onnxruntime().toString());
      }
      Telemetry.forbid();
      OrtEnvironment.getEnvironment().setTelemetry(false);
      return new Availability.Ready();
    } catch (Exception | LinkageError e) {
      // A library of the wrong platform or with a missing dependency shows as a LinkageError.
      log.warn("vision cannot be loaded from {}", NativeLibrary.home(), e);
      var what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return new Availability.Missing(what);
    }
  }

  private static Natives platform() throws IOException {
    var os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    var cpu = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    var arm = cpu.equals("aarch64") || cpu.equals("arm64");
    if (!arm && !cpu.equals("amd64") && !cpu.equals("x86_64")) {
      throw new IOException("no libraries for the processor " + cpu);
    }
    if (os.contains("linux")) {
      return arm ? Natives.LINUX_ARM : Natives.LINUX;
    }
    if (os.contains("windows") && !arm) {
      return Natives.WINDOWS;
    }
    if (os.contains("mac") && arm) {
      return Natives.MAC_ARM;
    }
    throw new IOException("no libraries for " + os + " on " + cpu);
  }
}
