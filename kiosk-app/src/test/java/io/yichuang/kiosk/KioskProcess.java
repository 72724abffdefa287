package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * The real terminal as a process of its own, to be killed and started again on the same folders. No
 * simulator stands on its class path.
 */
final class KioskProcess implements AutoCloseable {
  /** A cold start on a busy machine. */
  private static final Duration START = Duration.ofSeconds(120);

  private static final Duration POLL = Duration.ofMillis(50);

  final Path data;
  final Path temporary;
  final Path log;
  private final Path run;
  private final int port;
  private final List<String> settings;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Path cache;
  private final List<String> options = new ArrayList<>();
  private String classPath;
  private @Nullable Process process;

  /**
   * Makes its folders; {@link #start} starts it.
   *
   * @param run the simulators' run folder, with their addresses
   * @param settings arguments beside the folders, such as {@code --kiosk.idle.page=PT1S}
   */
  KioskProcess(Path run, String... settings) throws IOException {
    this.run = run;
    this.settings = List.of(settings);
    data = run.resolve("data");
    temporary = Files.createDirectories(run.resolve("tmp"));
    log = run.resolve("kiosk.log");
    cache = run.resolve("kiosk.aot");
    classPath = packed();
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
  }

  /** Its resources come before those of the product, and what is native is unpacked apart. */
  void shadowedBy(Path folder) {
    classPath = folder + File.pathSeparator + classPath;
    options.add("-Dyichuang.natives=" + run.resolve("natives"));
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Starts it, anew too, as the watch of the terminal would. */
  void start() throws IOException {
    process = launch(Files.exists(cache) ? "-XX:AOTCache=" + cache : "-Xshare:auto");
  }

  /**
   * Runs it once so that later starts, from the cache of its classes, take half the time.
   *
   * @param use what it is used for meanwhile
   */
  void train(Runnable use) throws IOException, InterruptedException {
    Process trained = launch("-XX:AOTCacheOutput=" + cache);
    process = trained;
    awaitHealth();
    use.run();
    trained.destroy();
    assertThat(trained.waitFor()).as("ended by signal 15").isEqualTo(128 + 15);
    assertThat(cache).exists();
  }

  private Process launch(String cached) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // It lives for seconds: it must start fast, not run fast.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", cached));
    command.addAll(List.of("-Xlog:aot=off", "-Xlog:cds=off"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true"));
    command.add("-Djava.io.tmpdir=" + temporary);
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, KioskApplication.class.getName()));
    command.add("--server.port=" + port);
    command.add("--kiosk.data=" + data);
    command.add("--kiosk.key-file=" + run.resolve("kiosk.key"));
    command.add("--kiosk.texts.strict=true");
    command.add("--spring.config.additional-location=file:" + run.resolve("addresses.yaml"));
    command.addAll(settings);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return builder.start();
  }

  /** Folders become jars, because the cache of classes takes no others. */
  private String packed() throws IOException {
    var entries = new ArrayList<String>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry);
      if (entry.contains("simulators") || path.endsWith("test-classes")) {
        continue;
      }
      entries.add(
          Files.isDirectory(path)
              ? pack(path, run.resolve("classes-" + entries.size() + ".jar"))
              : entry);
    }
    return String.join(File.pathSeparator, entries);
  }

  private static String pack(Path folder, Path jar) throws IOException {
    try (var files = Files.walk(folder);
        var out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.setLevel(Deflater.NO_COMPRESSION);
      for (Path file : files.toList()) {
        String name = folder.relativize(file).toString();
        boolean directory = Files.isDirectory(file);
        if (!name.isEmpty()) {
          // Spring looks for packages by their folders.
          out.putNextEntry(new JarEntry(directory ? name + "/" : name));
        }
        if (!directory) {
          Files.copy(file, out);
        }
      }
    }
    return jar.toString();
  }

  /** Waits until it answers. */
  void awaitHealth() {
    await().pollInterval(POLL).atMost(START).until(this::healthy);
  }

  private boolean healthy() throws InterruptedException {
    assertThat(running().isAlive()).as(this::lastWords).isTrue();
    var question = HttpRequest.newBuilder(URI.create(url() + "/actuator/health")).build();
    try {
      return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** What it holds in memory now, in MB (resident, without what is swapped out). */
  long residentMegabytes() throws IOException {
    Path status = Path.of("/proc", String.valueOf(running().pid()), "status");
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
        .sum();
  }

  /** SIGKILL; returns when it is dead. */
  void kill() throws InterruptedException {
    Process killed = running();
    killed.destroyForcibly();
    assertThat(killed.waitFor()).as("ended by signal 9").isEqualTo(128 + 9);
  }

  /** SIGSTOP: it is there and answers nothing, as on a full disk. */
  void hold() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** SIGCONT. */
  void goOn() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    String pid = String.valueOf(running().pid());
    assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
  }

  private Process running() {
    return Objects.requireNonNull(process, "not started");
  }

  private String lastWords() {
    try {
      return "the kiosk said: " + Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    Process left = process;
    if (left != null) {
      left.destroyForcibly();
    }
    http.close();
  }
}
