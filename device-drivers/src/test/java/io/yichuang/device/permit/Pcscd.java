package io.yichuang.device.permit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Debian's {@code pcscd} with the virtual reader of {@code vsmartcard-vpcd}. Its socket has one
 * fixed place, so there is one daemon at a time, and only root can start it.
 */
final class Pcscd implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/sbin/pcscd");
  private static final Path DRIVERS = Path.of("/usr/lib/pcsc/drivers/serial");
  private static final Path SOCKET = Path.of("/run/pcscd/pcscd.comm");

  private final Path folder;
  private final int port;
  private @Nullable Process process;

  /** Nothing runs yet; the test is skipped, and says why, where it cannot be run. */
  Pcscd(Path folder) throws IOException {
    this.folder = folder;
    assumeTrue(
        Files.isExecutable(PROGRAM),
        "skipped: chips are tested against the Debian packages pcscd and vsmartcard-vpcd");
    Path driver = driver();
    assumeTrue(driver != null, "skipped: the Debian package vsmartcard-vpcd is not installed");
    assumeTrue(Files.isWritable(Path.of("/run")), "skipped: only root can start pcscd");
    assumeTrue(!Files.exists(SOCKET), "skipped: a pcscd of this machine runs already");
    try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = probe.getLocalPort();
    }
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

  @Override
  public void close() {
    stop();
  }
}
