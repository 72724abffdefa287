package io.yichuang.simulator.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Debian's mbpoll (libmodbus) as the master of our units. */
@Tag("peer")
@Timeout(60)
class MbpollPeerTest {
  private static final Path PROGRAM = Path.of("/usr/bin/mbpoll");

  @TempDir Path folder;
  private SiteSimulator site;

  @BeforeEach
  void start() {
    if (!Files.isExecutable(PROGRAM)) {
      throw new AssertionError("this test needs the Debian package mbpoll (" + PROGRAM + ")");
    }
    site = new SiteSimulator(SimulatorOptions.in(folder));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  /** Arguments before the line's name, and values to write behind it. */
  private String mbpoll(String arguments, String values) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
    command.addAll(List.of(("-m rtu -b 9600 -P none -0 -1 -o 2 " + arguments).split(" ")));
    command.add(folder.resolve("dev").resolve("site").toString());
    if (!values.isEmpty()) {
      command.addAll(List.of(values.split(" ")));
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).as(said).isTrue();
    return said;
  }

  @Test
  void contacts_and_climate_are_read() throws Exception {
    site.presence(true);
    assertThat(mbpoll("-a 1 -t 1 -r 0 -c 2", "")).containsPattern("\\[0]:\\s+1\\s+\\[1]:\\s+1");
    site.door(true);
    assertThat(mbpoll("-a 1 -t 1 -r 0 -c 2", "")).containsPattern("\\[0]:\\s+0\\s+\\[1]:\\s+1");
    site.climate(30.5, 61.2);
    assertThat(mbpoll("-a 2 -t 3 -r 1 -c 2", "")).containsPattern("\\[1]:\\s+305\\s+\\[2]:\\s+612");
  }

  @Test
  void lights_are_set_one_by_one_and_together() throws Exception {
    assertThat(mbpoll("-a 3 -t 0 -r 0", "1")).contains("Written 1 references");
    assertThat(site.light("status")).isEqualTo(1);
    assertThat(mbpoll("-a 3 -t 4 -r 1", "2")).contains("Written 1 references");
    assertThat(mbpoll("-a 3 -t 4 -r 0", "3 4")).contains("Written 2 references");
    assertThat(site.light("card-reader")).isEqualTo(3);
    assertThat(site.light("scanner")).isEqualTo(4);
    assertThat(mbpoll("-a 3 -t 4 -r 0 -c 2", "")).containsPattern("\\[0]:\\s+3\\s+\\[1]:\\s+4");
  }

  @Test
  void an_address_that_does_not_exist_is_refused_and_a_dead_unit_is_silent() throws Exception {
    assertThat(mbpoll("-a 2 -t 3 -r 7 -c 1", "")).contains("Illegal data address");
    site.setFault("sensor-dead");
    assertThat(mbpoll("-a 2 -t 3 -r 1 -c 1", "")).contains("timed out");
    site.setFault("bad-checksum");
    assertThat(mbpoll("-a 1 -t 1 -r 0 -c 1", "")).contains("Invalid CRC");
  }
}
