package io.yichuang.device.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yichuang.device.Call;
import io.yichuang.device.Cancellation;
import io.yichuang.device.DeviceId;
import io.yichuang.device.DeviceState;
import io.yichuang.device.FaultCode;
import io.yichuang.device.JobId;
import io.yichuang.device.Outcome;
import io.yichuang.device.PagePrinter.PageJob;
import io.yichuang.device.Printed;
import io.yichuang.device.Refusal;
import io.yichuang.device.SelfTest;
import io.yichuang.device.Supply;
import io.yichuang.device.SupplyLevel;
import io.yichuang.device.lane.LaneClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against Debian's ippeveprinter. */
@Tag("peer")
@Timeout(120)
class EvePrinterPeerTest {
  @TempDir Path folder;
  private EvePrinter far;
  private IppPagePrinter printer;

  @BeforeEach
  void start() throws IOException {
    far = new EvePrinter(folder);
    printer =
        IppPagePrinter.start(
            new DeviceId("page-printer"), far.address(), PageTimings.usual(), LaneClock.system());
    await().until(() -> printer.status().ready());
  }

  @AfterEach
  void end() throws IOException {
    if (printer != null) {
      printer.close();
    }
    far.close();
  }

  @Test
  void a_document_arrives_byte_by_byte_and_its_fate_is_known_by_name() throws Exception {
    byte[] pdf = pdf();
    var id = new JobId("slip-0001");
    assertThat(printer.fate(id, call())).isEqualTo(done(IppPagePrinter.Fate.UNKNOWN));
    assertThat(printer.print(new PageJob(pdf, 1), id, call())).isEqualTo(done(new Printed(1)));
    assertThat(far.spooled()).hasSize(1);
    assertThat(Files.readAllBytes(far.spooled().getFirst())).isEqualTo(pdf);
    assertThat(printer.fate(id, call())).isEqualTo(done(IppPagePrinter.Fate.COMPLETED));
  }

  @Test
  void an_empty_tray_is_seen_and_refused_before_the_first_byte() throws Exception {
    far.inject("STATE: +media-empty");
    printer.print(new PageJob(pdf(), 1), new JobId("first"), call());
    await().until(() -> printer.status().supply(Supply.PAPER) == SupplyLevel.OUT);
    assertThat(printer.status().fault().code()).isEqualTo(FaultCode.PAPER_OUT);
    assertThat(printer.print(new PageJob(pdf(), 1), new JobId("second"), call()))
        .isEqualTo(new Outcome.Refused<>(Refusal.SUPPLY_OUT));
    assertThat(far.spooled()).hasSize(1);
    assertThat(printer.selfTests().getFirst().run(call()))
        .isInstanceOfSatisfying(
            Outcome.Done.class, o -> assertThat(((SelfTest.Verdict) o.value()).passed()).isFalse());
  }

  @Test
  void jams_and_open_covers_are_refused() throws Exception {
    far.inject("STATE: +media-jam-error");
    printer.print(new PageJob(pdf(), 1), new JobId("first"), call());
    assertThat(printer.print(new PageJob(pdf(), 1), new JobId("second"), call()))
        .isEqualTo(new Outcome.Refused<>(Refusal.JAMMED));
  }

  @Test
  void a_job_that_the_printer_gives_up_is_not_called_printed() throws Exception {
    far.fail();
    assertThat(printer.print(new PageJob(pdf(), 1), new JobId("bad"), call()))
        .isInstanceOfAny(Outcome.Uncertain.class, Outcome.Failed.class);
  }

  @Test
  void a_cancelled_job_is_cancelled_at_the_printer_too() throws Exception {
    far.hold();
    var cancellation = new Cancellation();
    var id = new JobId("stopped");
    try (var _ =
        printer.subscribe(event -> {
          if (printer.status().state() == DeviceState.DEVICE_BUSY) {
            cancellation.cancel();
          }
        })) {
      var outcome =
          printer.print(new PageJob(pdf(), 1), id, new Call(Duration.ofSeconds(30), cancellation));
      // Its command is running: whether the sheet came out nobody knows.
      assertThat(outcome).isInstanceOfAny(Outcome.Cancelled.class, Outcome.Uncertain.class);
    }
    far.release();
    await()
        .until(
            () -> printer.fate(id, call()),
            fate -> fate.equals(done(IppPagePrinter.Fate.ENDED_EARLY)));
  }

  @Test
  void a_printer_that_works_for_somebody_else_is_waited_for() throws Exception {
    far.hold();
    var first = printer.print(new PageJob(pdf(), 1), new JobId("long"), within(2));
    assertThat(first).isInstanceOfAny(Outcome.Uncertain.class, Outcome.Failed.class);
    var busy = printer.print(new PageJob(pdf(), 1), new JobId("waits"), within(3));
    assertThat(busy).isNotInstanceOf(Outcome.Done.class);
    far.release();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> printer.print(new PageJob(pdf(), 1), new JobId("again"), call()),
            Outcome.Done.class::isInstance);
  }

  private static Call call() {
    return within(30);
  }

  private static Call within(int seconds) {
    return Call.within(Duration.ofSeconds(seconds));
  }

  private static <T> Outcome<T> done(T value) {
    return new Outcome.Done<>(value);
  }

  private static byte[] pdf() throws IOException {
    try (var document = new PDDocument()) {
      document.addPage(new PDPage(PDRectangle.A4));
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }
}
