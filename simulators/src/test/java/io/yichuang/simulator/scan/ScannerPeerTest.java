package io.yichuang.simulator.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.yichuang.simulator.SimulatorOptions;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Debian's scanimage, through two backends that know nothing of this project, scans from both
 * faces.
 */
@Tag("peer")
class ScannerPeerTest {
  /** SANE's net backend always connects to this port (its service name is sane-port). */
  private static final int SANE_PORT = 6566;

  @TempDir Path folder;

  private record Ran(int exit, String output) {}

  private Ran scanimage(String... arguments) throws IOException, InterruptedException {
    if (!Files.isExecutable(Path.of("/usr/bin/scanimage"))) {
      fail("scanimage is missing: install the Debian package sane-utils");
    }
    List<String> command = new ArrayList<>(List.of("/usr/bin/scanimage"));
    command.addAll(List.of(arguments));
    Path log = folder.resolve("scanimage.log");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("SANE_CONFIG_DIR", folder.toString());
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        fail("scanimage hangs: " + Files.readString(log));
      }
      return new Ran(process.exitValue(), Files.readString(log));
    } finally {
      process.destroyForcibly();
    }
  }

  private void config(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text, StandardCharsets.UTF_8);
  }

  private SimulatorOptions options() {
    return SimulatorOptions.in(folder).withSpeed(50);
  }

  private int grey(int page) throws IOException {
    Path file = folder.resolve("page%d.png".formatted(page));
    BufferedImage image = ImageIO.read(file.toFile());
    assertThat(image.getWidth()).isBetween(1230, 1242);
    assertThat(image.getHeight()).isBetween(1744, 1756);
    return new Color(image.getRGB(600, 800)).getGreen();
  }

  private void checkTenPages(Ran ran) throws IOException {
    for (int page = 1; page <= 10; page++) {
      assertThat(folder.resolve("page%d.png".formatted(page))).as(ran.output()).exists();
      assertThat(grey(page)).isBetween(20 * page - 3, 20 * page + 3);
    }
    assertThat(folder.resolve("page11.png")).doesNotExist();
  }

  @Test
  void scanimage_scans_ten_sheets_through_sane_airscan() throws Exception {
    if (!Files.exists(Path.of("/usr/lib/x86_64-linux-gnu/sane/libsane-airscan.so.1"))
        && !Files.exists(Path.of("/usr/lib/aarch64-linux-gnu/sane/libsane-airscan.so.1"))) {
      fail("the airscan backend is missing: install the Debian package sane-airscan");
    }
    try (SimulatedScanner scanner = new SimulatedScanner(options())) {
      String url = scanner.esclAddress().replace("escl+", "");
      config("dll.conf", "airscan\n");
      config(
          "airscan.conf",
          "[devices]\n\"Kiosk\" = %s/, eSCL\n[options]\ndiscovery = disable\n".formatted(url));
      scanner.load(TestSheets.pdf(10), "ten.pdf");
      Ran ran =
          scanimage(
              "-d",
              "airscan:e0:Kiosk",
              "--source",
              "ADF",
              "--mode",
              "Color",
              "--resolution",
              "150",
              "--format=png",
              "--batch=page%d.png");
      checkTenPages(ran);

      scanner.load(TestSheets.pdf(3), "three.pdf");
      scanner.setFault("jam");
      Ran jammed =
          scanimage(
              "-d",
              "airscan:e0:Kiosk",
              "--source",
              "ADF",
              "--resolution",
              "75",
              "--format=png",
              "--batch=jam%d.png");
      assertThat(jammed.output()).containsIgnoringCase("jammed");
      assertThat(folder.resolve("jam1.png")).exists();
      assertThat(folder.resolve("jam2.png")).doesNotExist();
    }
  }

  @Test
  void scanimage_scans_ten_sheets_through_the_net_backend() throws Exception {
    // The port cannot be chosen, but 127.0.0.0/8 is ours: one address for each process.
    long pid = ProcessHandle.current().pid();
    String host = "127.66.%d.%d".formatted(pid / 250 % 250 + 1, pid % 250 + 1);
    try (SimulatedScanner scanner =
        new SimulatedScanner(options(), new InetSocketAddress(host, SANE_PORT))) {
      assertThat(URI.create(scanner.address()).getHost()).isEqualTo(host);
      config("dll.conf", "net\n");
      config("net.conf", "connect_timeout = 5\n" + host + "\n");
      Ran list = scanimage("-L");
      assertThat(list.output()).contains("net:" + host + ":simulated");
      scanner.load(TestSheets.pdf(10), "ten.pdf");
      Ran ran =
          scanimage(
              "-d",
              "net:" + host + ":simulated",
              "--source",
              "ADF Front",
              "--mode",
              "Color",
              "--resolution",
              "150",
              "--format=png",
              "--batch=page%d.png");
      checkTenPages(ran);

      scanner.load(TestSheets.pdf(3), "three.pdf");
      scanner.setFault("jam");
      Ran jammed =
          scanimage(
              "-d",
              "net:" + host + ":simulated",
              "--resolution",
              "75",
              "--format=png",
              "--batch=jam%d.png");
      assertThat(jammed.output()).containsIgnoringCase("jammed");
      assertThat(folder.resolve("jam1.png")).exists();
    }
  }
}
