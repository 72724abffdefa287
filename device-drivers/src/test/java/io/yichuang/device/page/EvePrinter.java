package io.yichuang.device.page;

import static org.awaitility.Awaitility.await;

import io.yichuang.device.link.Address;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Debian's ippeveprinter. It does not start without DNS-SD, so it gets a message bus and an avahi
 * of its own, limited to the loopback interface.
 */
final class EvePrinter implements AutoCloseable {
  private static final String AVAHI =
      """
      [server]
      host-name=yichuang-test
      allow-interfaces=lo
      use-ipv6=no
      [wide-area]
      enable-wide-area=no
      """;

  private final Path folder;
  private final Deque<Process> processes = new ArrayDeque<>();
  private final int port;

  EvePrinter(Path folder) throws IOException {
    this.folder = folder;
    Path bus = folder.resolve("bus");
    String dbus = program("dbus-daemon", "dbus");
    String avahi = program("avahi-daemon", "avahi-daemon");
    String eve = program("ippeveprinter", "cups-ipp-utils");
    Path busConf = Files.writeString(folder.resolve("bus.conf"), busConfiguration(bus));
    Path avahiConf = Files.writeString(folder.resolve("avahi.conf"), AVAHI);
    Path command = Files.writeString(folder.resolve("command"), commandScript(folder));
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
    Files.createDirectory(folder.resolve("spool"));
    try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = probe.getLocalPort();
    }
    start("dbus", List.of(dbus, "--nofork", "--config-file=" + busConf));
    await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(bus));
    start(
        "avahi",
        List.of(avahi, "--no-drop-root", "--no-chroot", "--no-rlimits", "-f", "" + avahiConf));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> log("avahi").contains("Server startup complete"));
    start(
        "eve",
        List.of(
            eve,
            "-p",
            "" + port,
            "-k",
            "-d",
            "" + folder.resolve("spool"), //
            "-f",
            "application/pdf",
            "-c",
            "" + command,
            "Kiosk " + port));
    await().atMost(Duration.ofSeconds(20)).until(this::listens);
  }

  private static String busConfiguration(Path bus) {
    return """
    <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
     "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
    <busconfig><type>system</type><listen>unix:path=%s</listen><auth>EXTERNAL</auth>
    <policy context="default"><allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
    """
        .formatted(bus);
  }

  /** Tells the states in {@code inject}, then waits while {@code hold} is there. */
  private static String commandScript(Path folder) {
    return """
    #!/bin/sh
    if [ -f '%1$s/inject' ]; then cat '%1$s/inject' >&2; fi
    while [ -f '%1$s/hold' ]; do sleep 0.05; done
    if [ -f '%1$s/fail' ]; then exit 1; fi
    exit 0
    """
        .formatted(folder);
  }

  private static String program(String name, String debian) {
    for (String place : List.of("/usr/bin/", "/usr/sbin/")) {
      if (Files.isExecutable(Path.of(place + name))) {
        return place + name;
      }
    }
    throw new AssertionError("this test needs the Debian package " + debian + " (" + name + ")");
  }

  private void start(String name, List<String> command) throws IOException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=" + folder.resolve("bus"));
    processes.push(builder.redirectOutput(folder.resolve(name + ".log").toFile()).start());
  }

  private String log(String name) throws IOException {
    return Files.readString(folder.resolve(name + ".log"));
  }

  private boolean listens() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  Address address() {
    return Address.parse("ipp://127.0.0.1:" + port + "/ipp/print");
  }

  /** What the next jobs tell of the printer, such as {@code STATE: +media-empty}. */
  void inject(String line) throws IOException {
    Files.writeString(folder.resolve("inject"), line + "\n");
  }

  void hold() throws IOException {
    Files.createFile(folder.resolve("hold"));
  }

  void release() throws IOException {
    Files.deleteIfExists(folder.resolve("hold"));
  }

  void fail() throws IOException {
    Files.createFile(folder.resolve("fail"));
  }

  /** The documents it has taken. */
  List<Path> spooled() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("spool"))) {
      return files.filter(f -> f.toString().endsWith(".pdf")).toList();
    }
  }

  @Override
  public void close() throws IOException {
    release();
    while (!processes.isEmpty()) {
      Process process = processes.pop();
      process.destroy();
      try {
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
