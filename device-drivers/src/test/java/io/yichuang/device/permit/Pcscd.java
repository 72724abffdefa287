package io.yichuang.device.permit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Debian's {@code pcscd} with the virtual reader of {@code vsmartcard-vpcd}. Its socket has one
 * fixed place, so there is one daemon at a time, and only root can start it.
 */
final class Pcscd implements AutoCloseable {
  /** One daemon at a time: among the threads of a process, and among the processes of a build. */
  private static final Semaphore TURN = new Semaphore(1);

  private static final Path LOCK = Path.of(System.getProperty("java.io.tmpdir"), "yichuang-pcscd");

  private static final Path PROGRAM = Path.of("/usr/sbin/pcscd");
  private static final Path DRIVERS = Path.of("/usr/lib/pcsc/drivers/serial");
  private static final Path SOCKET = Path.of("/run/pcscd/pcscd.comm");

  private static final int FIRST_PORT = 28_000;
  private static final int LAST_PORT = 29_000;

  private final Path folder;
  private final int port;
  private final FileChannel turn;
  private @Nullable Process process;

  /** Why it cannot be run here; null if it can. */
  static @Nullable String missing() {
    if (!Files.isExecutable(PROGRAM)) {
      return "skipped: chips are tested against the Debian packages pcscd and vsmartcard-vpcd";
    }
    try {
      if (driver() == null) {
        return "skipped: the Debian package vsmartcard-vpcd is not installed";
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!Files.isWritable(Path.of("/run"))) {
      return "skipped: only root can start pcscd";
    }
    return Files.exists(SOCKET) && !ours() ? "skipped: a pcscd of this machine runs already" : null;
  }

  /** Whether a test of this build has one now. */
  private static boolean ours() {
    try (var probe = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      return probe.tryLock() == null;
    } catch (OverlappingFileLockException _) {
      return true; // in this process
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Skips the test, and says why, where it cannot be run. */
  static void assume() {
    String missing = missing();
    assumeTrue(missing == null, missing);
  }

  /** Waits until no other test has one; nothing runs yet. */
  Pcscd(Path folder) throws IOException {
    this.folder = folder;
    Path driver = driver();
    turn = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    TURN.acquireUninterruptibly();
    boolean mine = false;
    try {
      turn.lock(); // held until the channel is closed
      if (Files.exists(SOCKET)) {
        throw new IOException("a pcscd of this machine runs already: " + SOCKET);
      }
      port = freePort();
      configure(driver);
      mine = true;
    } finally {
      if (!mine) {
        giveUpTurn(); // else the next test would wait for it for ever
      }
    }
  }

  /**
   * Below the ports that the system gives to whoever connects (32768 up): the card calls until the
   * daemon is there, and a call to a free port that is given this very port answers itself and
   * keeps the daemon out.
   */
  private static int freePort() throws IOException {
    for (int port = FIRST_PORT; port < LAST_PORT; port++) {
      try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return probe.getLocalPort();
      } catch (BindException _) {
        // somebody has it
      }
    }
    throw new IOException("no port is free from " + FIRST_PORT + " to " + LAST_PORT);
  }

  private void configure(@Nullable Path driver) throws IOException {
    Path conf = Files.createDirectories(folder.resolve("reader.conf.d"));
    Files.writeString(
        conf.resolve("vpcd"),
        """
        FRIENDLYNAME "Virtual PCD"
        DEVICENAME /dev/null:0x%X
        LIBPATH %s
        CHANNELID 0x%X
        """
            .formatted(port, driver, port));
  }

  private static @Nullable Path driver() throws IOException {
    if (!Files.isDirectory(DRIVERS)) {
      return null;
    }
    try (Stream<Path> files = Files.list(DRIVERS)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("libifdvpcd.so"))
          .sorted()
          .findFirst()
          .orElse(null);
    }
  }

  /** Where the virtual reader waits for cards. */
  int port() {
    return port;
  }

  void start() throws IOException {
    if (process != null) {
      return;
    }
    process =
        new ProcessBuilder(
                PROGRAM.toString(),
                "--foreground",
                "--config",
                folder.resolve("reader.conf.d").toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("pcscd.log").toFile()))
            .start();
  }

  /** Lets it hang, or go on: it keeps its socket and answers nothing. */
  void hang(boolean hangs) throws IOException, InterruptedException {
    Process now = process;
    if (now == null) {
      throw new IllegalStateException("it does not run");
    }
    String signal = hangs ? "-STOP" : "-CONT";
    new ProcessBuilder("kill", signal, Long.toString(now.pid())).inheritIO().start().waitFor();
  }

  /** What it said, for the message of a test that fails. */
  String log() {
    try {
      return Files.readString(folder.resolve("pcscd.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it as a person would, so that it takes its socket away; by force if it does not. */
  void stop() {
    Process old = process;
    process = null;
    if (old == null) {
      return;
    }
    old.destroy();
    try {
      if (!old.waitFor(5, TimeUnit.SECONDS)) {
        old.destroyForcibly();
        old.waitFor(5, TimeUnit.SECONDS);
        Files.deleteIfExists(SOCKET);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void giveUpTurn() {
    try {
      turn.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      TURN.release();
    }
  }

  /** Ends it for good; others may have one. */
  @Override
  public void close() {
    stop();
    giveUpTurn();
  }
}
