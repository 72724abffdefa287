package io.yichuang.device.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.awaitility.Awaitility.await;

import io.yichuang.device.Call;
import io.yichuang.device.Cancellation;
import io.yichuang.device.DeviceId;
import io.yichuang.device.DeviceState;
import io.yichuang.device.DocumentScanner;
import io.yichuang.device.DocumentScanner.ScanJob;
import io.yichuang.device.DocumentScanner.ScanJob.Mode;
import io.yichuang.device.DocumentScanner.ScanJob.Source;
import io.yichuang.device.DocumentScanner.ScanSummary;
import io.yichuang.device.DocumentScanner.ScanSummary.End;
import io.yichuang.device.DocumentScanner.ScannedPage;
import io.yichuang.device.MediaState;
import io.yichuang.device.Outcome;
import io.yichuang.device.Refusal;
import io.yichuang.device.SelfTest;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.link.Address;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.scan.SimulatedScanner;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Both drivers over their real wires against one simulated scanner, at a twentieth of the time. */
@Timeout(60)
class ScannerWireTest {
  private static final int SPEED = 20;

  enum WireFace {
    SANE,
    ESCL
  }

  @TempDir Path folder;
  private SimulatedScanner far;
  private DocumentScanner scanner;

  @BeforeEach
  void start() {
    far = new SimulatedScanner(SimulatorOptions.in(folder).withSpeed(SPEED));
  }

  @AfterEach
  void end() {
    if (scanner != null) {
      scanner.close();
    }
    far.close();
  }

  private void connect(WireFace face) {
    var id = new DeviceId("scanner");
    var fast = ScanTimings.usual().faster(SPEED);
    // Machines that test are loaded: the answer's time is not cut to a twentieth.
    var timings =
        new ScanTimings(
            fast.lane(),
            Duration.ofMillis(1500),
            fast.list(),
            fast.slice(),
            Duration.ofMillis(2500),
            fast.busyRetry(),
            fast.busyRetries());
    scanner =
        switch (face) {
          case SANE ->
              SaneScanner.start(id, Address.parse(far.address()), timings, LaneClock.system());
          case ESCL ->
              EsclScanner.start(id, Address.parse(far.esclAddress()), timings, LaneClock.system());
        };
    await().until(() -> scanner.status().ready());
  }

  @ParameterizedTest
  @EnumSource
  void sheets_come_in_order_until_the_feeder_is_empty(WireFace face) throws Exception {
    connect(face);
    load(40, 120, 200);
    List<ScannedPage> pages = new CopyOnWriteArrayList<>();
    assertThat(scan(Source.FEEDER, pages)).isEqualTo(done(3, 3, End.EMPTY, true));
    assertThat(pages).extracting(ScannedPage::sheet).containsExactly(1, 2, 3);
    assertThat(tone(pages.get(0))).isCloseTo(40, offset(8));
    assertThat(tone(pages.get(1))).isCloseTo(120, offset(8));
    assertThat(tone(pages.get(2))).isCloseTo(200, offset(8));
    assertThat(scan(Source.FEEDER, pages)).isEqualTo(new Outcome.Refused<>(Refusal.NO_MEDIUM));
  }

  @ParameterizedTest
  @EnumSource
  void both_sides_of_a_sheet_are_told_apart(WireFace face) throws Exception {
    connect(face);
    far.loadTwoSided(sheet(60), sheet(180));
    List<ScannedPage> pages = new CopyOnWriteArrayList<>();
    assertThat(scan(Source.FEEDER_DUPLEX, pages)).isEqualTo(done(2, 1, End.EMPTY, true));
    assertThat(pages).extracting(ScannedPage::side).containsExactly(1, 2);
    assertThat(tone(pages.get(1))).isCloseTo(180, offset(8));
  }

  @ParameterizedTest
  @EnumSource
  void whoever_takes_the_pages_and_fails_costs_no_page_before_and_no_job_after(WireFace face) {
    connect(face);
    load(60, 120, 200);
    var taken = new AtomicInteger();
    var outcome =
        scanner.scan(
            new ScanJob(Source.FEEDER, 75, Mode.GREY),
            _ -> {
              if (taken.incrementAndGet() == 2) {
                throw new IllegalStateException("the disk is full");
              }
              return true;
            },
            Call.within(Duration.ofSeconds(20)));
    assertThat(outcome).isEqualTo(done(1, 1, End.CANCELLED, true));
    List<ScannedPage> pages = new CopyOnWriteArrayList<>();
    assertThat(scan(Source.FEEDER, pages)).isEqualTo(done(1, 1, End.EMPTY, true));
  }

  @ParameterizedTest
  @EnumSource
  void the_platen_gives_one_page(WireFace face) {
    connect(face);
    far.layOnPlaten(sheet(90));
    List<ScannedPage> pages = new CopyOnWriteArrayList<>();
    assertThat(scan(Source.PLATEN, pages)).isEqualTo(done(1, 1, End.EMPTY, true));
  }

  @ParameterizedTest
  @CsvSource({
    "SANE, jam, JAM", "ESCL, jam, JAM",
    "SANE, double-feed, JAM", "ESCL, double-feed, DOUBLE_FEED"
  })
  void a_sheet_that_stops_after_a_page_ends_a_job_that_is_neither_done_nor_failed(
      WireFace face, String fault, End end) {
    connect(face);
    load(40, 120, 200);
    far.setFault(fault);
    List<ScannedPage> pages = new CopyOnWriteArrayList<>();
    assertThat(scan(Source.FEEDER, pages)).isEqualTo(done(1, 1, end, false));
    assertThat(scan(Source.FEEDER, pages)).isEqualTo(new Outcome.Refused<>(Refusal.JAMMED));
    far.clearFaults();
    await()
        .untilAsserted(
            () -> assertThat(scan(Source.FEEDER, pages)).isInstanceOf(Outcome.Done.class));
  }

  @ParameterizedTest
  @CsvSource({
    "SANE, jam, JAMMED", "ESCL, jam, JAMMED",
    "SANE, cover-open, COVER_OPEN", "ESCL, cover-open, COVER_OPEN"
  })
  void trouble_before_the_first_page_is_a_refusal(WireFace face, String fault, Refusal refusal) {
    connect(face);
    load(40, 120);
    far.stopAtSheet(1);
    far.setFault(fault);
    assertThat(scan(Source.FEEDER, new CopyOnWriteArrayList<>()))
        .isEqualTo(new Outcome.Refused<>(refusal));
  }

  @ParameterizedTest
  @EnumSource
  void a_cable_pulled_after_a_page_loses_the_scan_and_the_scanner_returns_by_itself(WireFace face) {
    connect(face);
    load(40, 120, 200);
    var outcome =
        scanner.scan(
            job(Source.FEEDER),
            page -> {
              far.unplug();
              return true;
            },
            call());
    assertThat(outcome).isEqualTo(done(1, 1, End.LOST, false));
    await().until(() -> scanner.status().state() == DeviceState.NO_DEVICE);
    far.clearFaults();
    far.emptyFeeder();
    far.plug();
    await().until(() -> scanner.status().ready());
    load(77);
    assertThat(scan(Source.FEEDER, new CopyOnWriteArrayList<>()))
        .isEqualTo(done(1, 1, End.EMPTY, true));
  }

  @ParameterizedTest
  @CsvSource({
    "SANE, lost",
    "ESCL, lost",
    "SANE, truncated",
    "ESCL, truncated",
    "SANE, endless",
    "ESCL, endless"
  })
  void a_page_that_breaks_off_or_never_ends_is_never_delivered(WireFace face, String fault) {
    connect(face);
    load(40, 120);
    List<ScannedPage> pages = new CopyOnWriteArrayList<>();
    var outcome =
        scanner.scan(
            job(Source.FEEDER),
            page -> {
              pages.add(page);
              far.setFault(fault);
              return true;
            },
            call());
    assertThat(outcome).isEqualTo(done(1, 1, End.LOST, false));
    assertThat(pages).hasSize(1);
  }

  /** What comes twice is not taken for the answer to what is asked next. */
  @ParameterizedTest
  @EnumSource
  void doubled_answers_never_become_doubled_pages(WireFace face) throws Exception {
    connect(face);
    load(40, 120);
    far.setFault("duplicate");
    List<ScannedPage> pages = new CopyOnWriteArrayList<>();
    scan(Source.FEEDER, pages);
    assertThat(pages).hasSizeLessThanOrEqualTo(2);
    for (ScannedPage page : pages) {
      assertThat(tone(page)).isCloseTo(page.sheet() == 1 ? 40 : 120, offset(8));
    }
    far.clearFaults();
    far.emptyFeeder();
    await()
        .untilAsserted(() -> {
          far.emptyFeeder();
          load(77);
          assertThat(scan(Source.FEEDER, new CopyOnWriteArrayList<>()))
              .isEqualTo(done(1, 1, End.EMPTY, true));
        });
  }

  @ParameterizedTest
  @EnumSource
  void a_cancelled_job_ends_with_what_came(WireFace face) {
    connect(face);
    load(40, 120, 200);
    var cancellation = new Cancellation();
    var outcome =
        scanner.scan(
            job(Source.FEEDER),
            page -> {
              cancellation.cancel();
              return true;
            },
            new Call(Duration.ofSeconds(20), cancellation));
    assertThat(outcome).isEqualTo(done(1, 1, End.CANCELLED, false));
    far.clearFaults();
    far.emptyFeeder();
    load(50);
    assertThat(scanner.scan(job(Source.FEEDER), page -> false, call()))
        .isEqualTo(done(1, 1, End.CANCELLED, true));
  }

  @ParameterizedTest
  @EnumSource
  void the_self_test_passes_on_a_good_scanner_and_fails_on_a_bad_one(WireFace face) {
    connect(face);
    load(40);
    for (SelfTest test : scanner.selfTests()) {
      assertThat(test.run(call()))
          .isInstanceOfSatisfying(
              Outcome.Done.class,
              o -> assertThat(((SelfTest.Verdict) o.value()).passed()).isTrue());
    }
    load(40);
    far.stopAtSheet(1);
    far.setFault("jam");
    assertThat(scanner.selfTests().getLast().run(call()))
        .isEqualTo(new Outcome.Refused<>(Refusal.JAMMED));
    far.unplug();
    for (SelfTest test : scanner.selfTests()) {
      assertThat(test.run(call())).isInstanceOf(Outcome.Failed.class);
    }
  }

  @ParameterizedTest
  @CsvSource("ESCL")
  void a_loaded_feeder_and_a_jam_show_in_the_status(WireFace face) {
    connect(face);
    await().until(() -> scanner.status().media() == MediaState.NOT_PRESENT);
    load(40);
    await().until(() -> scanner.status().media() == MediaState.PRESENT);
    far.stopAtSheet(1);
    far.setFault("jam");
    scan(Source.FEEDER, new CopyOnWriteArrayList<>());
    await().until(() -> scanner.status().media() == MediaState.JAMMED);
    assertThat(scanner.status().state()).isEqualTo(DeviceState.USER_ERROR);
  }

  private Outcome<ScanSummary> scan(Source source, List<ScannedPage> pages) {
    return scanner.scan(job(source), pages::add, call());
  }

  private static ScanJob job(Source source) {
    return new ScanJob(source, 100, Mode.COLOUR);
  }

  private static Call call() {
    return Call.within(Duration.ofSeconds(20));
  }

  private static Outcome<ScanSummary> done(int pages, int sheets, End end, boolean certain) {
    return new Outcome.Done<>(new ScanSummary(pages, sheets, end, certain));
  }

  private void load(int... tones) {
    for (int tone : tones) {
      far.load(sheet(tone), "sheet");
    }
  }

  private static byte[] sheet(int tone) {
    var image = new BufferedImage(310, 438, BufferedImage.TYPE_3BYTE_BGR);
    var g = image.createGraphics();
    g.setColor(new Color(tone, tone, tone));
    g.fillRect(0, 0, 310, 438);
    g.dispose();
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static int tone(ScannedPage page) throws IOException {
    var image = ImageIO.read(new ByteArrayInputStream(page.jpeg()));
    return image.getRGB(image.getWidth() / 2, image.getHeight() / 2) & 0xFF;
  }
}
