package io.yichuang.device.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yichuang.device.Call;
import io.yichuang.device.Cancellation;
import io.yichuang.device.DeviceId;
import io.yichuang.device.DeviceState;
import io.yichuang.device.DocumentScanner.ScanJob;
import io.yichuang.device.DocumentScanner.ScanSummary;
import io.yichuang.device.DocumentScanner.ScanSummary.End;
import io.yichuang.device.DocumentScanner.ScannedPage;
import io.yichuang.device.FaultCode;
import io.yichuang.device.Outcome;
import io.yichuang.device.Refusal;
import io.yichuang.device.lane.LaneClock;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against Debian's saned. */
@Tag("peer")
@Timeout(120)
class SanedPeerTest {
  private static final ScanJob COLOUR_300 =
      new ScanJob(ScanJob.Source.FEEDER, 300, ScanJob.Mode.COLOUR);

  @TempDir Path folder;

  @Test
  void ten_pages_come_out_of_the_feeder_and_then_it_is_empty() throws Exception {
    try (var saned = new Saned(folder, "");
        var scanner = scanner(saned)) {
      List<ScannedPage> pages = new ArrayList<>();
      var outcome = scanner.scan(COLOUR_300, pages::add, minute());
      assertThat(outcome).isEqualTo(new Outcome.Done<>(new ScanSummary(10, 10, End.EMPTY, true)));
      assertThat(pages)
          .extracting(ScannedPage::sheet)
          .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
      var image = ImageIO.read(new ByteArrayInputStream(pages.getFirst().jpeg()));
      // The backend's bed is 200 x 200 mm: all of it is asked for.
      assertThat(image.getWidth()).isBetween(2355, 2370);
      assertThat(image.getHeight()).isBetween(2355, 2370);
      assertThat(image.getColorModel().getNumComponents()).isEqualTo(3);
    }
  }

  @Test
  void without_a_name_the_only_device_is_opened_and_of_several_they_are_named() throws Exception {
    try (var saned = new Saned(folder, "number_of_devices 1\n");
        var scanner = scanner(saned, "")) {
      List<ScannedPage> pages = new ArrayList<>();
      var job = new ScanJob(ScanJob.Source.PLATEN, 75, ScanJob.Mode.GREY);
      assertThat(scanner.scan(job, pages::add, minute())).isInstanceOf(Outcome.Done.class);
      assertThat(pages).hasSize(1);
    }
    Path two = Files.createDirectory(folder.resolve("two"));
    try (var saned = new Saned(two, "number_of_devices 2\n");
        var scanner = scanner(saned, "")) {
      await().until(() -> scanner.status().fault() != null);
      assertThat(scanner.status().fault().detail()).contains("test:0, test:1");
    }
  }

  @Test
  void a_platen_gives_one_grey_page() throws Exception {
    try (var saned = new Saned(folder, "test-picture \"Grid\"\n");
        var scanner = scanner(saned)) {
      List<ScannedPage> pages = new ArrayList<>();
      var job = new ScanJob(ScanJob.Source.PLATEN, 150, ScanJob.Mode.GREY);
      var outcome = scanner.scan(job, pages::add, minute());
      assertThat(outcome).isEqualTo(new Outcome.Done<>(new ScanSummary(1, 1, End.EMPTY, true)));
      var image = ImageIO.read(new ByteArrayInputStream(pages.getFirst().jpeg()));
      assertThat(image.getColorModel().getNumComponents()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SANE_STATUS_JAMMED, JAMMED",
    "SANE_STATUS_COVER_OPEN, COVER_OPEN",
    "SANE_STATUS_NO_DOCS, NO_MEDIUM",
    "SANE_STATUS_DEVICE_BUSY, OCCUPIED"
  })
  void trouble_with_the_first_sheet_is_a_refusal(String status, Refusal expected) throws Exception {
    try (var saned = new Saned(folder, "read-status-code \"" + status + "\"\n");
        var scanner = scanner(saned)) {
      var outcome = scanner.scan(COLOUR_300, page -> true, minute());
      assertThat(outcome).isEqualTo(new Outcome.Refused<>(expected));
    }
  }

  @Test
  void an_input_output_error_may_have_pulled_a_sheet() throws Exception {
    try (var saned = new Saned(folder, "read-status-code \"SANE_STATUS_IO_ERROR\"\n");
        var scanner = scanner(saned)) {
      assertThat(scanner.scan(COLOUR_300, page -> true, minute()))
          .isInstanceOfSatisfying(
              Outcome.Uncertain.class,
              o -> assertThat(o.fault().code()).isEqualTo(FaultCode.HARDWARE));
    }
  }

  @Test
  void a_sink_that_has_enough_and_a_cancellation_end_the_job_with_what_came() throws Exception {
    try (var saned = new Saned(folder, "");
        var scanner = scanner(saned)) {
      assertThat(scanner.scan(COLOUR_300, page -> page.sheet() < 3, minute()))
          .isEqualTo(new Outcome.Done<>(new ScanSummary(3, 3, End.CANCELLED, true)));
      var cancellation = new Cancellation();
      var outcome =
          scanner.scan(
              COLOUR_300,
              page -> {
                cancellation.cancel();
                return true;
              },
              new Call(Duration.ofMinutes(1), cancellation));
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.Done.class,
              o -> assertThat(((ScanSummary) o.value()).end()).isEqualTo(End.CANCELLED));
      assertThat(scanner.selfTests().getFirst().run(minute())).isInstanceOf(Outcome.Done.class);
    }
  }

  @Test
  void what_the_device_cannot_do_is_refused() throws Exception {
    try (var saned = new Saned(folder, "");
        var scanner = scanner(saned)) {
      var duplex = new ScanJob(ScanJob.Source.FEEDER_DUPLEX, 300, ScanJob.Mode.COLOUR);
      assertThat(scanner.scan(duplex, page -> true, minute()))
          .isEqualTo(new Outcome.Refused<>(Refusal.UNSUPPORTED));
      var fine = new ScanJob(ScanJob.Source.FEEDER, 2400, ScanJob.Mode.COLOUR);
      assertThat(scanner.scan(fine, page -> true, minute()))
          .isEqualTo(new Outcome.Refused<>(Refusal.UNSUPPORTED));
    }
  }

  @Test
  void a_daemon_that_dies_in_the_middle_is_a_lost_scan_and_an_absent_device() throws Exception {
    try (var saned = new Saned(folder, "read-limit true\nread-limit-size 20000\n");
        var scanner = scanner(saned)) {
      var outcome =
          scanner.scan(
              COLOUR_300,
              page -> {
                saned.kill();
                return true;
              },
              minute());
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.Done.class,
              o -> {
                var summary = (ScanSummary) o.value();
                assertThat(summary.end()).isEqualTo(End.LOST);
                assertThat(summary.lastSheetCertain()).isFalse();
              });
      await().until(() -> scanner.status().state() == DeviceState.NO_DEVICE);
    }
  }

  @Test
  void a_device_that_saned_does_not_have_is_unplugged() throws Exception {
    try (var saned = new Saned(folder, "");
        var scanner =
            SaneScanner.start(
                new DeviceId("scanner"),
                saned.address("fujitsu:fi-7160:1"),
                ScanTimings.usual(),
                LaneClock.system())) {
      await().until(() -> scanner.status().state() == DeviceState.NO_DEVICE);
      assertThat(scanner.scan(COLOUR_300, page -> true, minute()))
          .isInstanceOfSatisfying(
              Outcome.Failed.class,
              o -> assertThat(o.fault().code()).isEqualTo(FaultCode.UNPLUGGED));
    }
  }

  private static SaneScanner scanner(Saned saned) {
    return scanner(saned, "test:0");
  }

  private static SaneScanner scanner(Saned saned, String name) {
    return SaneScanner.start(
        new DeviceId("scanner"), saned.address(name), ScanTimings.usual(), LaneClock.system());
  }

  private static Call minute() {
    return Call.within(Duration.ofMinutes(1));
  }
}
