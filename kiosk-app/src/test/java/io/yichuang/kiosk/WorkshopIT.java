package io.yichuang.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.receipt.ReceiptPrinterSimulator;
import io.yichuang.vision.face.Liveness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./kiosk device …} as the launcher starts it: a process out of the built jar. */
@Timeout(300)
class WorkshopIT {
  private static final Path JAR = Path.of("target", "kiosk-app-0.1.0-SNAPSHOT.jar");
  private static final int PATIENCE_SECONDS = 120;

  @TempDir Path folder;

  private record Ran(int exit, List<JsonNode> lines, String err) {}

  private Ran device(String... arguments) throws IOException, InterruptedException {
    return ran(
        List.of("-Dloader.main=io.yichuang.device.workshop.DeviceCommand"), List.of(arguments));
  }

  private Ran ran(List<String> options, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED"));
    command.addAll(options);
    command.addAll(
        List.of(
            "-cp", JAR.toString(), "org.springframework.boot.loader.launch.PropertiesLauncher"));
    command.addAll(arguments);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    // Each line of standard output is JSON, or this throws.
    List<JsonNode> lines =
        Files.readAllLines(out, StandardCharsets.UTF_8).stream()
            .map(JsonMapper.shared()::readTree)
            .toList();
    return new Ran(process.exitValue(), lines, Files.readString(err));
  }

  /** The launcher gives the folder to {@code run} and to {@code vision} in the same way. */
  @Test
  void an_engine_in_a_jar_of_its_own_judges_life_and_without_one_the_model_does() throws Exception {
    Path engines = Files.createDirectory(folder.resolve("engines"));
    assertThat(live(engines)).isNotEqualTo(Engine.SURE);
    assertThat(live(folder.resolve("not-there"))).isNotEqualTo(Engine.SURE);
    try (var jar = new JarOutputStream(Files.newOutputStream(engines.resolve("engine.jar")))) {
      String name = Engine.class.getName();
      jar.putNextEntry(new JarEntry("META-INF/services/" + Liveness.class.getName()));
      jar.write(name.getBytes(StandardCharsets.UTF_8));
      String file = name.replace('.', '/') + ".class";
      jar.putNextEntry(new JarEntry(file));
      try (var in = Objects.requireNonNull(Engine.class.getResourceAsStream("/" + file))) {
        in.transferTo(jar);
      }
    }
    assertThat(live(engines)).isEqualTo(Engine.SURE);
    String launcher = Files.readString(Path.of("..", "kiosk"));
    assertThat(launcher.lines().filter(line -> line.contains("-Dloader.path="))).hasSize(2);
  }

  private double live(Path engines) throws IOException, InterruptedException {
    Path picture = folder.resolve("face.png");
    try (var in =
        Objects.requireNonNull(
            WorkshopIT.class.getResourceAsStream("/io/yichuang/simulator/people/astronaut.png"))) {
      Files.write(picture, in.readAllBytes());
    }
    Ran ran =
        ran(
            List.of(
                "-Dloader.main=io.yichuang.vision.command.VisionCommand",
                "-Dloader.path=" + engines),
            List.of("live", picture.toString()));
    assertThat(ran.exit()).as(ran.err()).isZero();
    return ran.lines().getFirst().path("signals").path("model").asDouble();
  }

  /** What a vendor would bring. */
  public static final class Engine implements Liveness {
    static final double SURE = 0.123;

    @Override
    public double live(byte[] jpeg, Face face) {
      return SURE;
    }

    @Override
    public void close() {
      // Holds nothing.
    }
  }

  @Test
  void a_device_is_asked_from_the_built_jar_with_lines_of_json_and_exit_codes() throws Exception {
    try (var far = new ReceiptPrinterSimulator(SimulatorOptions.in(folder))) {
      Ran good = device(far.address(), "trace", "status");
      assertThat(good.exit()).as(good.err()).isZero();
      assertThat(good.lines().getFirst().path("state").asString()).isEqualTo("online");
      assertThat(good.lines().getLast().path("action").asString()).isEqualTo("trace");

      far.setFault("cover-open");
      Ran bad = device(far.address(), "selftest", "--limit", "10");
      assertThat(bad.exit()).as(bad.err()).isEqualTo(1);
      assertThat(bad.lines().toString()).contains("sensors", "false");
    }
    Ran wrong = device("tcp://127.0.0.1:9?driver=best", "status");
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.lines()).isEmpty();
    assertThat(wrong.err()).contains("driver=best", "usage: ./kiosk device ADDRESS");
  }
}
