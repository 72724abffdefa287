package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserType;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The newcomer's first command, on the jars as they ship, where the default java is 17. */
@Tag("browser")
class DemoIT {
  private static final Path ROOT = Path.of("..");
  private static final Path KIOSK = Path.of("target/kiosk-app-0.1.0-SNAPSHOT.jar");
  private static final Path SIMULATORS =
      ROOT.resolve("simulators/target/simulators-0.1.0-SNAPSHOT-exec.jar");
  private static final int SIGINT = 2;
  private static final Duration START = Duration.ofSeconds(120);

  @TempDir Path run;

  @Test
  void the_production_jar_holds_no_simulator() throws IOException {
    try (var jar = new JarFile(KIOSK.toFile())) {
      var names = jar.stream().map(ZipEntry::getName).toList();
      assertThat(names).anyMatch(name -> name.contains("device-drivers"));
      assertThat(names).noneMatch(name -> name.contains("simulator"));
    }
  }

  @Test
  void the_demo_serves_two_pages_and_stops_both_when_it_is_told_to() throws Exception {
    int kiosk = freePort();
    int bench = freePort();
    Path said = run.resolve("said.log");
    var builder = new ProcessBuilder("sh", ROOT.resolve("kiosk").toString(), "demo");
    builder.environment().put("KIOSK_PORT", String.valueOf(kiosk));
    builder.environment().put("BENCH_PORT", String.valueOf(bench));
    builder.environment().put("KIOSK_RUN", run.toString());
    newcomersMachine(builder.environment());
    builder.redirectErrorStream(true).redirectOutput(said.toFile());
    Process demo = builder.start();
    try (var http = HttpClient.newHttpClient();
        var playwright = Visitor.playwright()) {
      await()
          .atMost(START)
          .until(() -> !demo.isAlive() || Files.readString(said).contains("Ctrl-C stops both."));
      assertThat(Files.readString(said))
          .contains("http://localhost:" + kiosk, "http://localhost:" + bench);
      assertThat(status(http, kiosk, "/actuator/health")).isEqualTo(200);
      assertThat(status(http, bench, "/bench/devices")).isEqualTo(200);
      var page =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(Visitor.CHROMIUM)
                      .setArgs(Visitor.ARGUMENTS))
              .newPage();
      page.navigate("http://localhost:" + kiosk);
      page.waitForSelector(".yc-screen[data-screen='standby']");

      long killed = kioskOf(demo).pid();
      kioskOf(demo).destroyForcibly();
      await().atMost(START).until(() -> said(said, "starting it again"));
      await()
          .ignoreExceptions()
          .atMost(START)
          .until(() -> status(http, kiosk, "/actuator/health") == 200);
      assertThat(kioskOf(demo).pid()).isNotEqualTo(killed);

      String stop = String.valueOf(demo.pid());
      assertThat(new ProcessBuilder("kill", interrupt(demo), stop).start().waitFor()).isZero();
      assertThat(demo.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(gone(http, kiosk)).isTrue();
      assertThat(gone(http, bench)).isTrue();
    } finally {
      demo.descendants().forEach(ProcessHandle::destroyForcibly);
      demo.destroyForcibly();
    }
  }

  private static ProcessHandle kioskOf(Process demo) {
    return demo.descendants()
        .filter(one -> one.info().commandLine().orElse("").contains(KIOSK.getFileName().toString()))
        .findFirst()
        .orElseThrow();
  }

  private static boolean said(Path log, String words) throws IOException {
    return Files.readString(log).contains(words);
  }

  /**
   * What Ctrl-C sends; but where the tests themselves run in the background of a script, a shell
   * has them ignore that, all below them inherits it, and nothing can undo it.
   */
  private static String interrupt(Process demo) throws IOException {
    Path status = Path.of("/proc", String.valueOf(demo.pid()), "status");
    boolean ignored =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
            .anyMatch(mask -> (mask & 1 << SIGINT - 1) != 0);
    return ignored ? "-TERM" : "-INT";
  }

  /** The default java is an old one; a JDK that fits lies in a usual folder. */
  private void newcomersMachine(Map<String, String> environment) throws IOException {
    Path old = Files.createDirectories(run.resolve("jdk-17/bin"));
    for (String tool : List.of("java", "javac")) {
      Path script = Files.writeString(old.resolve(tool), "#!/bin/sh\necho javac 17.0.17\n");
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Path folder = Files.createDirectories(run.resolve("home/.sdkman/candidates/java"));
    Files.createSymbolicLink(folder.resolve("25"), Path.of(System.getProperty("java.home")));
    environment.put("HOME", run.resolve("home").toString());
    environment.put("JAVA_HOME", old.getParent().toString());
    environment.merge("PATH", old.toString(), (path, first) -> first + ":" + path);
  }

  private static int status(HttpClient http, int port, String path) throws Exception {
    var question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    return http.send(question, BodyHandlers.discarding()).statusCode();
  }

  private static boolean gone(HttpClient http, int port) throws Exception {
    try {
      status(http, port, "/");
      return false;
    } catch (ConnectException e) {
      return true;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
