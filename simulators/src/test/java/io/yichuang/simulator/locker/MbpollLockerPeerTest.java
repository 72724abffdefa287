package io.yichuang.simulator.locker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.locker.LockerBankSimulator.Protocol;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Debian's mbpoll (libmodbus) as the master of our lockers. */
@Tag("peer")
@Timeout(60)
class MbpollLockerPeerTest {
  private static final Path PROGRAM = Path.of("/usr/bin/mbpoll");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Door 6 is coil and contact 5. */
  private static final int DOOR = 6;

  @TempDir Path folder;
  private LockerBankSimulator bank;

  @BeforeEach
  void start() {
    if (!Files.isExecutable(PROGRAM)) {
      throw new AssertionError("this test needs the Debian package mbpoll (" + PROGRAM + ")");
    }
    bank = new LockerBankSimulator(SimulatorOptions.in(folder), Protocol.MODBUS);
  }

  @AfterEach
  void stop() {
    bank.close();
  }

  /** Arguments before the line's name, and values to write behind it. */
  private String mbpoll(String arguments, String... values)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
    command.addAll(List.of(("-m rtu -b 9600 -P none -0 -1 -o 2 " + arguments).split(" ")));
    command.add(folder.resolve("dev").resolve("locker-bank").toString());
    command.addAll(List.of(values));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).as(said).isTrue();
    return said;
  }

  @Test
  void a_coil_opens_its_door_and_no_other_and_the_contact_tells() throws Exception {
    assertThat(mbpoll("-a 1 -t 1 -r 0 -c 16")).containsPattern("\\[0]:\\s+0").doesNotContain("\t1");
    assertThat(mbpoll("-a 1 -t 0 -r 5", "1")).contains("Written 1 references");
    await().atMost(PATIENCE).until(() -> bank.isOpen(DOOR));
    assertThat(bank.fired(DOOR)).isEqualTo(1);
    assertThat(mbpoll("-a 1 -t 1 -r 4 -c 3"))
        .containsPattern("\\[4]:\\s+0\\s+\\[5]:\\s+1\\s+\\[6]:\\s+0");
    bank.shut(DOOR);
    assertThat(mbpoll("-a 1 -t 1 -r 5 -c 1")).containsPattern("\\[5]:\\s+0");
  }

  @Test
  void a_door_that_sticks_is_told_shut_and_one_opened_by_key_is_told_open() throws Exception {
    bank.setFault("stuck");
    assertThat(mbpoll("-a 1 -t 0 -r 5", "1")).contains("Written 1 references");
    await().atMost(PATIENCE).until(() -> bank.fired(DOOR) == 1);
    bank.openByKey(DOOR + 1);
    assertThat(mbpoll("-a 1 -t 1 -r 5 -c 2")).containsPattern("\\[5]:\\s+0\\s+\\[6]:\\s+1");
  }

  @Test
  void a_door_that_does_not_exist_and_a_damaged_line_are_told() throws Exception {
    assertThat(mbpoll("-a 1 -t 0 -r 16", "1")).contains("Illegal data address");
    assertThat(mbpoll("-a 2 -t 1 -r 0 -c 1")).contains("timed out");
    bank.setFault("bad-checksum");
    assertThat(mbpoll("-a 1 -t 1 -r 0 -c 1")).contains("Invalid CRC");
  }
}
