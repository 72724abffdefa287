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
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The newcomer's first command, on the jars as they ship. */
@Tag("browser")
class DemoIT {
  private static final Path ROOT = Path.of("..");
  private static final Path KIOSK = Path.of("target/kiosk-app-0.1.0-SNAPSHOT.jar");
  private static final Path SIMULATORS =
      ROOT.resolve("simulators/target/simulators-0.1.0-SNAPSHOT-exec.jar");
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
    // The launcher builds what is stale; these were built a moment ago, under a fixed time.
    for (Path jar : List.of(KIOSK, SIMULATORS)) {
      Files.setLastModifiedTime(jar, FileTime.from(InstantSource.system().instant()));
    }
    int kiosk = freePort();
    int bench = freePort();
    Path said = run.resolve("said.log");
    var builder = new ProcessBuilder("sh", ROOT.resolve("kiosk").toString(), "demo");
    builder.environment().put("KIOSK_PORT", String.valueOf(kiosk));
    builder.environment().put("BENCH_PORT", String.valueOf(bench));
    builder.environment().put("KIOSK_RUN", run.toString());
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

      // What Ctrl-C sends.
      assertThat(new ProcessBuilder("kill", "-INT", String.valueOf(demo.pid())).start().waitFor())
          .isZero();
      assertThat(demo.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(gone(http, kiosk)).isTrue();
      assertThat(gone(http, bench)).isTrue();
    } finally {
      demo.descendants().forEach(ProcessHandle::destroyForcibly);
      demo.destroyForcibly();
    }
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
