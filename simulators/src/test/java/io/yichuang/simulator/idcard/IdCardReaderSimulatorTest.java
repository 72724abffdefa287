package io.yichuang.simulator.idcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.people.People;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Over a real pseudo-terminal, opened as a plain file: the other end shares no code with ours. */
@Timeout(60)
class IdCardReaderSimulatorTest {
  private static final String FIND = "AAAAAA96690003200122";
  private static final String SELECT = "AAAAAA96690003200221";
  private static final String READ = "AAAAAA96690003300132";
  private static final String READ_WITH_FINGERPRINT = "AAAAAA96690003301023";
  private static final String APPENDED = "AAAAAA96690003300330";
  private static final String FOUND = "AAAAAA9669000800009F0000000097";
  private static final String NOT_FOUND = "AAAAAA9669000400008084";
  private static final String READ_FAILED = "AAAAAA9669000400004145";

  @TempDir Path folder;
  private IdCardReaderSimulator device;
  private Host host;
  private final People people = new People();

  @BeforeEach
  void start() throws IOException {
    device = new IdCardReaderSimulator(SimulatorOptions.in(folder).withSpeed(20));
    host = new Host(folder.resolve("dev/id-card-reader"));
  }

  @AfterEach
  void stop() throws IOException {
    device.close();
    host.close();
  }

  @Test
  void a_card_is_found_selected_and_read_once_until_it_is_taken_away() throws Exception {
    assertThat(host.ask(FIND, 11)).isEqualTo(NOT_FOUND);
    device.lay(people.byId("wang-xiaoying").orElseThrow());
    assertThat(host.ask(FIND, 15)).isEqualTo(FOUND);
    assertThat(host.ask(SELECT, 19)).endsWith("9C");
    byte[] read = HexFormat.of().parseHex(host.ask(READ, 1295));
    assertThat(read).startsWith(HexFormat.of().parseHex("AAAAAA966905080000900100" + "0400"));
    assertThat(Arrays.copyOfRange(read, 14, 14 + 256))
        .isEqualTo(CardText.of(people.byId("wang-xiaoying").orElseThrow()));
    assertThat(device.cardRead()).isTrue();
    assertThat(host.ask(FIND, 11)).isEqualTo(NOT_FOUND);
    assertThat(host.ask(APPENDED, 11)).isEqualTo("AAAAAA9669000400009195");
    device.take();
    assertThat(host.ask(APPENDED, 11)).isEqualTo(READ_FAILED);
    device.lay(people.byId("wang-xiaoying").orElseThrow());
    assertThat(host.ask(FIND, 15)).isEqualTo(FOUND);
  }

  @Test
  void a_newer_address_is_read_while_the_card_stays() throws Exception {
    device.lay(people.byId("wu-jianmin").orElseThrow());
    host.ask(FIND, 15);
    host.ask(SELECT, 19);
    host.ask(READ, 1295);
    assertThat(HexFormat.of().parseHex(host.ask(APPENDED, 11 + 70)))
        .contains(CardText.field("重庆市南川区南城街道示例一路66号3-2", 70));
  }

  @Test
  void a_read_without_select_fails() throws Exception {
    device.lay(people.byId("wang-xiaoying").orElseThrow());
    assertThat(host.ask(READ, 11)).isEqualTo(READ_FAILED);
    host.ask(FIND, 15);
    assertThat(host.ask(READ, 11)).isEqualTo(READ_FAILED);
  }

  @Test
  void fingerprints_make_the_answer_longer() throws Exception {
    for (int bytes : new int[] {0, 512, 1024}) {
      device.lay(
          SimulatedCard.of(people.byId("li-defu").orElseThrow()).withFingerprint(new byte[bytes]));
      host.ask(FIND, 15);
      host.ask(SELECT, 19);
      assertThat(host.ask(READ_WITH_FINGERPRINT, 1297 + bytes)).hasSize(2 * (1297 + bytes));
    }
  }

  @Test
  void a_card_pulled_during_the_read_fails_it() throws Exception {
    device.lay(people.byId("wang-xiaoying").orElseThrow());
    host.ask(FIND, 15);
    host.ask(SELECT, 19);
    host.send(READ);
    device.take();
    assertThat(host.receive(11)).isEqualTo(READ_FAILED);
  }

  @Test
  void wrong_checksum_length_and_command_are_answered() throws Exception {
    assertThat(host.ask("AAAAAA96690003200123", 11)).isEqualTo("AAAAAA9669000400001014");
    assertThat(host.ask("AAAAAA96690000", 11)).isEqualTo("AAAAAA9669000400001115");
    assertThat(host.ask("AAAAAA96690003777703", 11)).isEqualTo("AAAAAA9669000400002125");
  }

  @Test
  void the_module_has_an_id_of_16_bytes() throws Exception {
    assertThat(host.ask("AAAAAA9669000312FFEE", 27)).startsWith("AAAAAA96690014000090" + "0500");
  }

  @Test
  void a_failed_module_answers_60_to_everything() throws Exception {
    device.setFault("sam-failure");
    assertThat(host.ask("AAAAAA9669000311FFED", 11)).isEqualTo("AAAAAA9669000400006064");
    assertThat(host.ask(FIND, 11)).isEqualTo("AAAAAA9669000400006064");
    device.clearFaults();
    assertThat(host.ask("AAAAAA9669000311FFED", 11)).isEqualTo("AAAAAA9669000400009094");
  }

  @Test
  void an_unreadable_card_has_to_be_laid_again() throws Exception {
    device.setFault("card-unreadable");
    device.lay(people.byId("wang-xiaoying").orElseThrow());
    host.ask(FIND, 15);
    host.ask(SELECT, 19);
    assertThat(host.ask(READ, 11)).isEqualTo(READ_FAILED);
    assertThat(host.ask(FIND, 11)).isEqualTo(NOT_FOUND);
    device.clearFaults();
    device.lay(people.byId("wang-xiaoying").orElseThrow());
    assertThat(host.ask(FIND, 15)).isEqualTo(FOUND);
  }

  @Test
  void a_doubled_answer_comes_twice_and_a_missing_one_never() throws Exception {
    device.setFault("two-in-one");
    assertThat(host.ask(FIND, 22)).isEqualTo(NOT_FOUND + NOT_FOUND);
    device.clearFaults();
    device.setFault("no-answer");
    host.send(FIND);
    device.clearFaults();
    // The next answer is that of the next question: nothing came for the first.
    await().until(() -> device.activeFaults().isEmpty());
    assertThat(host.ask("AAAAAA9669000311FFED", 11)).isIn("AAAAAA9669000400009094", NOT_FOUND);
  }

  @Test
  void an_unplugged_reader_is_gone_and_comes_back_behind_the_same_link() throws Exception {
    Path link = folder.resolve("dev/id-card-reader");
    String address = device.address();
    device.unplug();
    device.unplug();
    assertThat(link).doesNotExist();
    host.awaitEnd();
    assertThatThrownBy(() -> host.ask(FIND, 11)).isInstanceOf(IOException.class);
    device.plug();
    assertThat(device.address()).isEqualTo(address);
    assertThat(Files.isSymbolicLink(link)).isTrue();
    try (Host again = new Host(link)) {
      assertThat(again.ask(FIND, 11)).isEqualTo(NOT_FOUND);
    }
  }

  @Test
  void an_unknown_fault_is_refused_with_the_valid_ones() {
    assertThatThrownBy(() -> device.setFault("paper-out"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no-answer");
  }

  /** A host that opens the line as a file; a thread reads, since a file read has no time-out. */
  private static final class Host implements AutoCloseable {
    private final RandomAccessFile line;
    private final LinkedBlockingQueue<Integer> bytes = new LinkedBlockingQueue<>();
    private final Thread reader;

    Host(Path link) throws IOException {
      line = new RandomAccessFile(link.toFile(), "rw");
      reader = Thread.ofPlatform().daemon().name("test-host").start(this::pump);
    }

    private void pump() {
      try {
        for (int b = line.read(); b >= 0; b = line.read()) {
          bytes.add(b);
        }
      } catch (IOException e) {
        // the line was pulled: what awaitEnd waits for
      }
    }

    void send(String hex) throws IOException {
      line.write(HexFormat.of().parseHex(hex));
    }

    String receive(int count) throws InterruptedException {
      ByteArrayOutputStream got = new ByteArrayOutputStream();
      while (got.size() < count) {
        Integer b = bytes.poll(10, TimeUnit.SECONDS);
        assertThat(b).as("byte %d of %d", got.size(), count).isNotNull();
        got.write(b);
      }
      return HexFormat.of().withUpperCase().formatHex(got.toByteArray());
    }

    String ask(String hex, int count) throws IOException, InterruptedException {
      send(hex);
      return receive(count);
    }

    void awaitEnd() {
      await().until(() -> !reader.isAlive());
    }

    @Override
    public void close() throws IOException {
      line.close();
    }
  }
}
