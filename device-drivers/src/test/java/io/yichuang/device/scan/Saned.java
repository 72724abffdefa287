package io.yichuang.device.scan;

import static org.awaitility.Awaitility.await;

import io.yichuang.device.link.Address;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Debian's saned with its {@code test} backend, in a configuration of its own. */
final class Saned implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/sbin/saned");

  private final Process process;
  private final String host;
  private final int port;

  /**
   * Starts it on a free port.
   *
   * @param testConf lines of the test backend's own configuration, such as {@code read-status-code}
   */
  Saned(Path folder, String testConf) throws IOException {
    this(folder, testConf, "127.0.0.1", free());
  }

  private static int free() throws IOException {
    try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  /** The same at a place of one's own: SANE's own clients know one port only. */
  Saned(Path folder, String testConf, String host, int port) throws IOException {
    this.host = host;
    this.port = port;
    if (!Files.isExecutable(PROGRAM)) {
      throw new AssertionError("this test needs the Debian package sane-utils (" + PROGRAM + ")");
    }
    // Below the ephemeral ports, so that no connection of ours takes one of them.
    int data = ThreadLocalRandom.current().nextInt(20_000, 30_000);
    Files.writeString(folder.resolve("dll.conf"), "test\n");
    Files.writeString(folder.resolve("test.conf"), testConf);
    Files.writeString(
        folder.resolve("saned.conf"),
        "localhost\n127.0.0.1\ndata_portrange = " + data + " - " + (data + 300) + "\n");
    var builder =
        new ProcessBuilder(
            PROGRAM.toString(), "-l", "-b", host, "-p", Integer.toString(port), "-e");
    builder.environment().put("SANE_CONFIG_DIR", folder.toString());
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("saned.log").toFile());
    process = builder.start();
    await().atMost(Duration.ofSeconds(20)).until(this::listens);
  }

  Address address(String device) {
    return Address.parse("sane://" + host + ":" + port + "/" + device);
  }

  private boolean listens() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Ends it and the children that hold connections: the cable is pulled. */
  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }

  @Override
  public void close() {
    kill();
  }
}
