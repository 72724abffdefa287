package io.yichuang.simulator.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yichuang.simulator.SimulatorOptions;
import java.awt.Color;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaneFaceTest {
  private static final int SOURCE = 2;
  private static final int MODE = 3;
  private static final int RESOLUTION = 4;
  private static final int RIGHT = 8;
  private static final int BOTTOM = 9;
  private static final int PAGE_LOADED = 11;
  private static final int DOUBLE_FEED = 13;

  private SimulatedScanner scanner;

  @BeforeEach
  void start(@TempDir Path folder) {
    scanner = new SimulatedScanner(SimulatorOptions.in(folder).withSpeed(200));
  }

  @AfterEach
  void end() {
    scanner.close();
  }

  private SaneClient client() throws IOException {
    SaneClient client = SaneClient.opened(scanner.address());
    client.descriptors();
    assertThat(client.setWord(RESOLUTION, 1, 75)).containsExactly(0, 4);
    return client;
  }

  @Test
  void the_first_frames_are_these_bytes() throws IOException {
    try (SaneClient client = new SaneClient(scanner.address())) {
      client.out.write(HexFormat.of().parseHex("00000000010000030000000261" + "00"));
      assertThat(client.in.readNBytes(8)).asHexString().isEqualTo("0000000001010003");
      client.out.write(HexFormat.of().parseHex("00000001"));
      assertThat(client.in.readNBytes(12)).asHexString().isEqualTo("000000000000000200000000");
      assertThat(client.string()).isEqualTo("simulated");
      assertThat(client.string()).isEqualTo("Yichuang");
      client.string();
      client.string();
      assertThat(client.in.readInt()).isEqualTo(1);
    }
  }

  @Test
  void sheets_come_in_order_and_then_there_are_no_more() throws IOException {
    scanner.load(TestSheets.plain(Color.RED), "red.png");
    assertThat(scanner.load(TestSheets.pdf(2), "two.pdf")).isEqualTo(2);
    try (SaneClient client = client()) {
      assertThat(client.word(PAGE_LOADED)).isEqualTo(1);
      SaneClient.Page red = client.scan();
      assertThat(red.status()).isEqualTo(5);
      assertThat(red.format()).isEqualTo(1);
      assertThat(red.width()).isEqualTo(620);
      assertThat(red.height()).isEqualTo(877);
      assertThat(red.data()).hasSize(red.bytesPerLine() * red.height());
      assertThat(middle(red)).containsExactly(255, 0, 0);
      assertThat(middle(client.scan())).containsExactly(20, 20, 20);
      assertThat(middle(client.scan())).containsExactly(40, 40, 40);
      assertThat(client.start()[0]).isEqualTo(7);
      assertThat(client.word(PAGE_LOADED)).isZero();
    }
    assertThat(scanner.state()).containsEntry("sheetsInOutput", 3);
  }

  private static int[] middle(SaneClient.Page page) {
    int depth = page.bytesPerLine() / page.width();
    int at = page.height() / 2 * page.bytesPerLine() + page.width() / 2 * depth;
    int[] values = new int[depth];
    for (int i = 0; i < depth; i++) {
      values[i] = page.data()[at + i] & 0xFF;
    }
    return values;
  }

  @Test
  void grey_window_and_resolution_are_obeyed() throws IOException {
    scanner.load(TestSheets.grey(100), "a.png");
    try (SaneClient client = client()) {
      assertThat(client.setText(MODE, "Gray")).containsExactly(0, 6);
      client.descriptors();
      assertThat(client.setWord(RIGHT, 2, 105 << 16)).containsExactly(0, 4);
      assertThat(client.setWord(BOTTOM, 2, 100 << 16)).containsExactly(0, 4);
      assertThat(client.setWord(RESOLUTION, 1, 310)).containsExactly(0, 5);
      SaneClient.Page page = client.scan();
      assertThat(page.width()).isEqualTo(1240);
      assertThat(page.height()).isEqualTo(1181);
      assertThat(page.data()).hasSize(1240 * 1181);
      assertThat(middle(page)).containsExactly(100);
    }
  }

  @Test
  void after_reload_options_nothing_is_set_until_they_are_read_again() throws IOException {
    try (SaneClient client = client()) {
      assertThat(client.setText(SOURCE, "ADF Duplex")).containsExactly(0, 6);
      assertThat(client.setText(MODE, "Gray")[0]).isEqualTo(4);
      client.descriptors();
      assertThat(client.setText(MODE, "Gray")[0]).isZero();
    }
  }

  @Test
  void values_that_are_not_offered_are_refused() throws IOException {
    try (SaneClient client = client()) {
      assertThat(client.setText(SOURCE, "Drawer")[0]).isEqualTo(4);
      assertThat(client.setWord(99, 1, 1)[0]).isEqualTo(4);
      assertThat(client.setWord(PAGE_LOADED, 0, 1)[0]).isEqualTo(4);
    }
  }

  @Test
  void duplex_gives_front_and_back() throws IOException {
    scanner.loadTwoSided(TestSheets.grey(60), TestSheets.grey(160));
    scanner.load(TestSheets.grey(90), "one side");
    try (SaneClient client = client()) {
      client.setText(SOURCE, "ADF Duplex");
      assertThat(middle(client.scan())[0]).isEqualTo(60);
      assertThat(middle(client.scan())[0]).isEqualTo(160);
      assertThat(middle(client.scan())[0]).isEqualTo(90);
      assertThat(middle(client.scan())[0]).as("an empty back is paper").isGreaterThan(240);
      assertThat(client.start()[0]).isEqualTo(7);
    }
  }

  @Test
  void the_platen_scans_what_lies_on_it() throws IOException {
    scanner.layOnPlaten(TestSheets.grey(77));
    try (SaneClient client = client()) {
      client.setText(SOURCE, "Flatbed");
      assertThat(middle(client.scan())[0]).isEqualTo(77);
      assertThat(middle(client.scan())[0]).isEqualTo(77);
    }
  }

  @ParameterizedTest
  @CsvSource({"jam, 6, 0", "double-feed, 6, 1"})
  void the_second_sheet_stops_half_way_until_a_person_clears_it(
      String fault, int status, int sensor) throws IOException {
    scanner.load(TestSheets.pdf(4), "four.pdf");
    scanner.setFault(fault);
    try (SaneClient client = client()) {
      assertThat(client.scan().status()).isEqualTo(5);
      SaneClient.Page stopped = client.scan();
      assertThat(stopped.status()).isEqualTo(status);
      assertThat(stopped.data().length).isBetween(1, stopped.bytesPerLine() * stopped.height() - 1);
      assertThat(client.start()[0]).as("still in the way").isEqualTo(status);
      assertThat(client.word(DOUBLE_FEED)).isEqualTo(sensor);
      scanner.clearFaults();
      assertThat(middle(client.scan())[0]).as("the stopped sheet was laid back").isEqualTo(40);
      assertThat(middle(client.scan())[0]).isEqualTo(60);
      assertThat(middle(client.scan())[0]).isEqualTo(80);
      assertThat(client.start()[0]).isEqualTo(7);
    }
  }

  @Test
  void a_chosen_sheet_jams() throws IOException {
    scanner.load(TestSheets.pdf(3), "three.pdf");
    scanner.stopAtSheet(1);
    scanner.setFault("jam");
    try (SaneClient client = client()) {
      assertThat(client.scan().status()).isEqualTo(6);
    }
  }

  @Test
  void cover_busy_and_a_second_client_are_said_as_such() throws IOException {
    scanner.load(TestSheets.grey(1), "a.png");
    try (SaneClient client = client();
        SaneClient second = new SaneClient(scanner.address())) {
      scanner.setFault("cover-open");
      assertThat(client.start()[0]).isEqualTo(8);
      scanner.clearFaults();
      scanner.setFault("busy");
      assertThat(client.start()[0]).isEqualTo(3);
      scanner.clearFaults();
      second.init();
      assertThat(second.open("simulated")).isEqualTo(3);
      assertThat(second.open("nothing")).isEqualTo(4);
      assertThat(scanner.state()).containsEntry("sheetsInFeeder", 1);
    }
  }

  @Test
  void a_truncated_page_ends_early_but_politely() throws IOException {
    scanner.load(TestSheets.grey(1), "a.png");
    scanner.setFault("truncated");
    try (SaneClient client = client()) {
      SaneClient.Page page = client.scan();
      assertThat(page.status()).isEqualTo(5);
      assertThat(page.data().length).isLessThan(page.bytesPerLine() * page.height());
    }
  }

  @Test
  void a_lost_scanner_cuts_both_connections() throws IOException {
    scanner.load(TestSheets.grey(1), "a.png");
    scanner.setFault("lost");
    try (SaneClient client = client()) {
      assertThatThrownBy(client::scan).isInstanceOf(IOException.class);
      assertThatThrownBy(client::parameters).isInstanceOf(IOException.class);
    }
  }

  @Test
  void garbage_is_no_answer_of_the_protocol() throws IOException {
    scanner.setFault("garbage");
    try (SaneClient client = new SaneClient(scanner.address())) {
      client.out.write(HexFormat.of().parseHex("0000000001000003000000026100"));
      assertThat(client.in.readNBytes(8)).asHexString().isNotEqualTo("0000000001010003");
    }
  }

  @Test
  void no_answer_is_silence_on_an_open_line() throws IOException {
    scanner.setFault("no-answer");
    try (SaneClient client = new SaneClient(scanner.address())) {
      client.socket.setSoTimeout(100);
      assertThatThrownBy(client::init).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void garbage_from_a_client_ends_only_its_own_connection() throws IOException {
    try (SaneClient broken = new SaneClient(scanner.address())) {
      broken.out.write(HexFormat.of().parseHex("00000000010000037FFFFFFF"));
      assertThatThrownBy(broken.in::readInt).isInstanceOf(EOFException.class);
    }
    try (SaneClient client = client()) {
      assertThat(client.descriptors()).isEqualTo(14);
    }
  }

  @Test
  void cancel_stops_the_sheet_and_frees_the_scanner() throws IOException {
    scanner.load(TestSheets.pdf(2), "two.pdf");
    scanner.setFault("slow");
    try (SaneClient client = client()) {
      assertThat(client.start()[0]).isZero();
      client.cancel();
      scanner.clearFaults();
      assertThat(middle(client.scan())[0]).isEqualTo(40);
    }
  }

  @Test
  void unplugged_it_refuses_and_plugged_it_answers_at_the_same_address() throws IOException {
    String address = scanner.address();
    try (SaneClient client = client()) {
      scanner.unplug();
      scanner.unplug();
      assertThatThrownBy(client::parameters).isInstanceOf(IOException.class);
    }
    assertThatThrownBy(() -> new SaneClient(address)).isInstanceOf(ConnectException.class);
    scanner.plug();
    scanner.plug();
    assertThat(scanner.address()).isEqualTo(address);
    client().close();
  }

  @Test
  void unknown_faults_are_refused_with_the_known_ones() {
    assertThatThrownBy(() -> scanner.setFault("fire"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("jam, double-feed, cover-open");
    assertThat(scanner.activeFaults()).isEmpty();
  }
}
