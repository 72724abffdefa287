package io.yichuang.device.ups;

import io.yichuang.device.link.Address;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Debian's NUT: a driver for Megatec's protocol and the server, in a folder of their own. */
final class Nut implements AutoCloseable {
  private static final Path PROGRAMS = Path.of("/lib/nut");

  private final List<Process> processes = new ArrayList<>();
  private final Path folder;
  private final int port;

  /**
   * Starts both.
   *
   * @param line the serial line of the UPS
   */
  Nut(Path folder, Path line) throws IOException {
    this.folder = folder;
    if (!present()) {
      throw new AssertionError("this test needs the Debian package nut-server");
    }
    try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = probe.getLocalPort();
    }
    Files.writeString(
        folder.resolve("ups.conf"),
        "pollinterval = 1\nmaxretry = 3\n[kiosk]\ndriver = nutdrv_qx\nprotocol = megatec\nport = "
            + line
            + "\n");
    Files.writeString(folder.resolve("upsd.conf"), "LISTEN 127.0.0.1 " + port + "\nMAXAGE 5\n");
    Files.writeString(folder.resolve("upsd.users"), "");
    start("nutdrv_qx", "-F", "-a", "kiosk", "-u", System.getProperty("user.name"));
    startServer();
  }

  static boolean present() {
    return Stream.of("nutdrv_qx", "upsd")
        .allMatch(program -> Files.isExecutable(PROGRAMS.resolve(program)));
  }

  /** Starts the server, unless it runs. */
  void startServer() throws IOException {
    if (processes.size() == 1 || !processes.getLast().isAlive()) {
      start("upsd", "-F", "-u", System.getProperty("user.name"));
    }
  }

  private void start(String program, String... arguments) throws IOException {
    var command = new ArrayList<String>(List.of(PROGRAMS.resolve(program).toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(folder.resolve(program + ".log").toFile());
    for (String place : List.of("CONFPATH", "STATEPATH", "PIDPATH", "ALTPIDPATH")) {
      builder.environment().put("NUT_" + place, folder.toString());
    }
    processes.add(builder.start());
  }

  Address address() {
    return Address.parse("nut://127.0.0.1:" + port + "/kiosk");
  }

  /** What both programs said, for the message of a test that fails. */
  String log() {
    try {
      return Files.readString(folder.resolve("nutdrv_qx.log"))
          + Files.readString(folder.resolve("upsd.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the server alone. */
  void killServer() {
    end(processes.getLast());
  }

  private static void end(Process process) {
    process.destroyForcibly();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    processes.forEach(Nut::end);
  }
}
