package io.yichuang.device.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.yichuang.device.Call;
import io.yichuang.device.Cancellation;
import io.yichuang.device.ChipDocument;
import io.yichuang.device.ChipKey;
import io.yichuang.device.ChipReader.Chip;
import io.yichuang.device.DeviceEvent;
import io.yichuang.device.DeviceId;
import io.yichuang.device.DeviceState;
import io.yichuang.device.FaultCode;
import io.yichuang.device.MediaState;
import io.yichuang.device.Outcome;
import io.yichuang.device.Refusal;
import io.yichuang.device.SelfTest.Verdict;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.link.Address;
import io.yichuang.device.trace.Traffic;
import io.yichuang.simulator.chip.ChipSimulator;
import io.yichuang.simulator.chip.PassportChip;
import io.yichuang.simulator.fault.FaultPlan;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Our driver, Debian's pcscd and virtual reader, and a simulated passport on it. */
@Tag("peer")
@Timeout(180)
class PcscChipReaderTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final boolean ALL = System.getProperty("yichuang.matrix", "").equals("all");
  private static final byte[] PORTRAIT = portrait();

  private static final PassportChip PASSPORT =
      new PassportChip(
          "P<CHNWANG<<XIAOYING<<<<<<<<<<<<<<<<<<<<<<<<<"
              + "E123456782CHN9203170F3405204<<<<<<<<<<<<<<08",
          PORTRAIT);
  private static final ChipKey KEY =
      new ChipKey("E12345678", LocalDate.of(1992, 3, 17), LocalDate.of(2034, 5, 20));

  @TempDir Path folder;
  private Pcscd pcscd;
  private ChipSimulator card;
  private PcscChipReader reader;

  private static byte[] portrait() {
    byte[] jpeg = new byte[400]; // two pieces of a file
    java.util.Arrays.setAll(new Object[jpeg.length], i -> jpeg[i] = (byte) i);
    jpeg[0] = (byte) 0xFF;
    jpeg[1] = (byte) 0xD8;
    jpeg[2] = (byte) 0xFF;
    return jpeg;
  }

  @BeforeEach
  void start() throws Exception {
    Pcscd.assume();
    pcscd = new Pcscd(folder);
    card = new ChipSimulator(pcscd.port(), 4);
    reader =
        PcscChipReader.open(
            new DeviceId("chip-reader"),
            Address.parse("pcsc:Virtual PCD"),
            ChipTimings.usual().faster(4),
            LaneClock.system());
  }

  @AfterEach
  void stop() {
    if (pcscd != null) {
      reader.close();
      card.close();
      pcscd.close();
    }
  }

  private void run() throws Exception {
    pcscd.start();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(reader.status().ready()).as(pcscd.log()).isTrue());
  }

  private static Call seconds(int seconds) {
    return Call.within(Duration.ofSeconds(seconds));
  }

  @Test
  void a_passport_is_read_with_what_is_printed_on_it() throws Exception {
    run();
    assertThat(reader.read(KEY, Call.within(Duration.ofMillis(300))))
        .isEqualTo(new Outcome.Refused<>(Refusal.NO_MEDIUM));
    List<DeviceEvent> events = new CopyOnWriteArrayList<>();
    reader.subscribe(events::add);
    card.lay(PASSPORT);
    await().atMost(PATIENCE).until(() -> reader.status().media() == MediaState.PRESENT);

    assertThat(reader.identify(seconds(20)))
        .isEqualTo(new Outcome.Done<>(new Chip("3b8880010073c84013009000" + "71", true)));
    ChipDocument read = done(reader.read(KEY, seconds(30)));
    assertThat(read.document().number()).isEqualTo("E12345678");
    assertThat(read.document().givenNames()).isEqualTo("XIAOYING");
    assertThat(read.portrait()).isEqualTo(PORTRAIT);
    assertThat(ChipKey.of(read.document())).isEqualTo(KEY);

    var wrong = new ChipKey("E12345679", KEY.birth(), KEY.expiry());
    assertThat(reader.read(wrong, seconds(20)))
        .isEqualTo(new Outcome.Refused<>(Refusal.INVALID_MEDIUM));
    assertThat(done(reader.read(KEY, seconds(30))).document()).isEqualTo(read.document());

    card.lift();
    await()
        .atMost(PATIENCE)
        .until(() -> events.stream().anyMatch(e -> e instanceof DeviceEvent.MediaRemoved));
    assertThat(events.stream().filter(e -> e instanceof DeviceEvent.MediaInserted)).hasSize(1);
    nothing_personal_was_recorded();
  }

  private void nothing_personal_was_recorded() {
    List<Traffic> traffic = reader.traffic();
    assertThat(traffic).isNotEmpty().allMatch(each -> each.bytes().isEmpty());
    String all = traffic.toString();
    assertThat(all).contains("Apdu[b0").doesNotContain("E12345678", "WANG");
    assertThat(all)
        .doesNotContain(
            java.util.HexFormat.of().formatHex("WANG".getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void a_card_that_is_pulled_or_speaks_nonsense_is_laid_again() throws Exception {
    run();
    List<String> all = List.of("pulled", "garbage", "bad-seal", "ends-early");
    // Each waits for the daemon's slow look; ./kiosk matrix tries them all.
    for (String fault : ALL ? all : all.subList(0, 1)) {
      layAnew();
      // After the selection, within the reading of files.
      card.setFault(fault, new FaultPlan(fault.equals("garbage") ? 3 : 4, 1, 1));
      assertThat(reader.read(KEY, seconds(30)))
          .as(fault)
          .isEqualTo(new Outcome.Refused<>(Refusal.UNREADABLE_MEDIUM));
      assertThat(reader.status().fault()).as(fault).isNull();
      card.clearFaults();
    }
    layAnew();
    assertThat(reader.read(KEY, seconds(30))).isInstanceOf(Outcome.Done.class);
  }

  /**
   * As a person does, not as fast as a program could: pcscd 1.9.9 looks a few times a second, and a
   * card that goes and comes between two looks after its power failed is absent to it for ever.
   */
  private void layAnew() throws Exception {
    card.lift();
    await()
        .pollDelay(Duration.ofSeconds(1))
        .atMost(PATIENCE)
        .until(() -> reader.status().media() == MediaState.NOT_PRESENT);
    card.lay(PASSPORT);
  }

  @Test
  void any_other_card_is_told_and_the_self_test_knows_it() throws Exception {
    run();
    card.lay(PASSPORT);
    assertThat(passed()).containsExactly(true, true);
    card.setFault("no-application", FaultPlan.ALWAYS);
    assertThat(reader.read(KEY, seconds(20)))
        .isEqualTo(new Outcome.Refused<>(Refusal.INVALID_MEDIUM));
    assertThat(passed()).containsExactly(true, false);
    pcscd.stop();
    assertThat(passed()).containsExactly(false, false);
  }

  private List<Boolean> passed() {
    return reader.selfTests().stream()
        .map(test ->
            test.run(seconds(20)) instanceof Outcome.Done<Verdict>(Verdict verdict)
                && verdict.passed())
        .toList();
  }

  @Test
  void without_the_daemon_the_reader_is_absent_and_it_comes_back_with_it() throws Exception {
    await().atMost(PATIENCE).until(() -> reader.status().state() == DeviceState.NO_DEVICE);
    assertThat(reader.status().fault().code()).isEqualTo(FaultCode.UNPLUGGED);
    assertThat(reader.status().fault().detail()).contains("pcscd does not run");
    for (int round = 0; round < 2; round++) { // a context does not outlive its daemon
      run();
      card.lay(PASSPORT);
      assertThat(reader.read(KEY, seconds(30))).isInstanceOf(Outcome.Done.class);
      pcscd.stop();
      await().atMost(PATIENCE).until(() -> reader.status().state() == DeviceState.NO_DEVICE);
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "yichuang.matrix", matches = "all")
  void a_card_that_never_answers_holds_nobody_up() throws Exception {
    run();
    card.lay(PASSPORT);
    card.setFault("no-answer", new FaultPlan(3, 1, 1));
    var stop = new Cancellation();
    var outcome =
        CompletableFuture.supplyAsync(() -> reader.read(KEY, new Call(Duration.ofHours(1), stop)));
    await().atMost(PATIENCE).until(() -> card.asked() >= 4);
    stop.cancel();
    assertThat(outcome.get()).isInstanceOf(Outcome.Failed.class);
    card.lift();
    card.clearFaults();
    await().atMost(PATIENCE).until(() -> reader.status().ready());
    layAnew();
    assertThat(reader.read(KEY, seconds(30))).isInstanceOf(Outcome.Done.class);
  }

  /** No call of pcsc-lite knows a limit. */
  @Test
  void a_daemon_that_hangs_is_absent_and_its_calls_are_left_behind() throws Exception {
    run();
    card.lay(PASSPORT);
    for (int round = 0; round < 2; round++) {
      assertThat(reader.read(KEY, seconds(30))).isInstanceOf(Outcome.Done.class);
      pcscd.hang(true);
      try {
        await().atMost(PATIENCE).until(() -> reader.status().state() == DeviceState.NO_DEVICE);
        assertThat(reader.status().fault().detail()).contains("pcscd does not answer");
        assertThat(reader.read(KEY, seconds(1))).isInstanceOf(Outcome.Failed.class);
      } finally {
        pcscd.hang(false);
      }
      await().atMost(PATIENCE).until(() -> reader.status().ready());
    }
    await()
        .atMost(PATIENCE)
        .until(() ->
            Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().equals("pcsc"))
                    .count()
                <= 1);
  }

  @Test
  void a_wrong_address_is_refused_with_the_form() {
    assertThatThrownBy(() ->
            PcscChipReader.open(
                new DeviceId("x"),
                Address.parse("serial:/dev/ttyS0"),
                ChipTimings.usual(),
                LaneClock.system()))
        .hasMessageContaining("pcsc:NAME");
  }

  private static <T> T done(Outcome<T> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done<T>) outcome).value();
  }
}
