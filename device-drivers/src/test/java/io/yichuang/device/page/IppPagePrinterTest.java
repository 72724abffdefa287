package io.yichuang.device.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yichuang.device.Call;
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
import io.yichuang.device.link.Address;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.page.SimulatedPagePrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over real IPP against the simulated printer, at a twentieth of the time. */
@Timeout(60)
class IppPagePrinterTest {
  private static final int SPEED = 20;

  @TempDir Path folder;
  private SimulatedPagePrinter far;
  private IppPagePrinter printer;
  private PageTimings timings;

  @BeforeEach
  void start() {
    far = new SimulatedPagePrinter(SimulatorOptions.in(folder).withSpeed(SPEED));
    var fast = PageTimings.usual().faster(SPEED);
    // Machines that test are loaded: the answer's time is not cut to a twentieth.
    timings = new PageTimings(fast.lane(), Duration.ofMillis(1500), fast.poll(), fast.busyRetry());
    printer =
        IppPagePrinter.start(
            new DeviceId("page-printer"),
            Address.parse(far.address()),
            timings,
            LaneClock.system());
    await().until(() -> printer.status().ready());
  }

  @AfterEach
  void end() {
    printer.close();
    far.close();
  }

  @Test
  void a_completed_job_is_printed_and_the_far_end_holds_the_same_bytes() throws IOException {
    byte[] pdf = pdf(2);
    assertThat(printer.print(new PageJob(pdf, 2), new JobId("slip-1"), call()))
        .isEqualTo(new Outcome.Done<>(new Printed(2)));
    assertThat(far.output()).hasSize(1);
    String id = String.valueOf(far.output().getFirst().get("id"));
    assertThat(far.pdf(id)).hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(pdf));
    assertThat(printer.fate(new JobId("slip-1"), call()))
        .isEqualTo(new Outcome.Done<>(IppPagePrinter.Fate.COMPLETED));
  }

  @ParameterizedTest
  @CsvSource({"paper-out, SUPPLY_OUT", "jam, JAMMED", "cover-open, COVER_OPEN"})
  void what_stands_in_the_way_is_refused_before_the_first_byte(String fault, Refusal refusal)
      throws IOException {
    far.setFault(fault);
    assertThat(printer.print(new PageJob(pdf(1), 1), new JobId("slip-1"), call()))
        .isEqualTo(new Outcome.Refused<>(refusal));
    assertThat(far.output()).isEmpty();
    await().until(() -> printer.status().state() == DeviceState.USER_ERROR);
    far.clearFaults();
    await().until(() -> printer.status().ready());
    assertThat(printer.print(new PageJob(pdf(1), 1), new JobId("slip-2"), call()))
        .isEqualTo(new Outcome.Done<>(new Printed(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"paper-out", "jam", "cover-open", "no-answer"})
  void the_self_test_passes_on_a_good_printer_and_fails_on_a_bad_one(String fault) {
    assertThat(passed()).isTrue();
    far.setFault(fault);
    assertThat(passed()).isFalse();
    far.clearFaults();
    await().until(this::passed);
  }

  private boolean passed() {
    return printer.selfTests().getFirst().run(call())
            instanceof Outcome.Done<SelfTest.Verdict>(SelfTest.Verdict verdict)
        && verdict.passed();
  }

  @Test
  void little_paper_is_a_supply_and_no_fault() {
    far.setFault("paper-low");
    await().until(() -> printer.status().supply(Supply.PAPER) == SupplyLevel.LOW);
    assertThat(printer.status().ready()).isTrue();
  }

  @Test
  void a_busy_printer_is_asked_until_the_limit_ends() throws IOException {
    far.setFault("busy");
    var outcome =
        printer.print(
            new PageJob(pdf(1), 1), new JobId("slip-1"), Call.within(Duration.ofSeconds(4)));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class, o -> assertThat(o.fault().code()).isEqualTo(FaultCode.BUSY));
    assertThat(far.output()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"401, PORT_BUSY", "403, PORT_BUSY", "404, PROTOCOL", "503, BUSY"})
  void a_door_that_is_shut_is_known_to_have_printed_nothing(int status, FaultCode code)
      throws IOException {
    try (var gate = new HttpGate(Address.parse(far.address()));
        var behind = behind(gate)) {
      gate.status.set(status);
      assertThat(behind.print(new PageJob(pdf(1), 1), new JobId("slip-1"), call()))
          .isInstanceOfSatisfying(
              Outcome.Failed.class, o -> assertThat(o.fault().code()).isEqualTo(code));
      assertThat(gate.turnedAway).hasValue(1);
      assertThat(far.output()).isEmpty();
    }
  }

  private IppPagePrinter behind(HttpGate gate) {
    var behind =
        IppPagePrinter.start(
            new DeviceId("page-printer"),
            Address.parse(gate.address()),
            timings,
            LaneClock.system());
    await().until(() -> behind.status().ready());
    return behind;
  }

  @Test
  void an_aborted_job_is_never_called_printed() throws IOException {
    far.setFault("job-aborted");
    assertThat(printer.print(new PageJob(pdf(1), 1), new JobId("slip-1"), call()))
        .isInstanceOfAny(Outcome.Failed.class, Outcome.Uncertain.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-answer", "garbage", "http-500", "truncated", "lost", "endless"})
  void a_printer_that_speaks_no_sense_is_not_ready_and_comes_back(String fault) throws IOException {
    far.setFault(fault);
    await().until(() -> !printer.status().ready());
    assertThat(printer.print(new PageJob(pdf(1), 1), new JobId("slip-1"), call()))
        .isInstanceOf(Outcome.Failed.class);
    far.clearFaults();
    await().atMost(Duration.ofSeconds(30)).until(() -> printer.status().ready());
    assertThat(far.output()).isEmpty();
  }

  @Test
  void a_printer_that_says_everything_twice_prints_once() throws IOException {
    far.setFault("duplicate");
    assertThat(printer.print(new PageJob(pdf(1), 1), new JobId("slip-1"), call()))
        .isEqualTo(new Outcome.Done<>(new Printed(1)));
    assertThat(far.output()).hasSize(1);
  }

  @Test
  void a_job_whose_answer_is_lost_is_found_by_its_name_and_printed_once() throws IOException {
    far.setFault("printed-untold");
    assertThat(printer.print(new PageJob(pdf(1), 1), new JobId("slip-1"), call()))
        .isEqualTo(new Outcome.Done<>(new Printed(1)));
    assertThat(far.output()).hasSize(1);
  }

  @Test
  void an_unplugged_printer_is_absent_and_returns_by_itself() throws IOException {
    for (int round = 0; round < 3; round++) {
      far.unplug();
      await().until(() -> printer.status().state() == DeviceState.NO_DEVICE);
      assertThat(printer.print(new PageJob(pdf(1), 1), new JobId("slip-1"), call()))
          .isInstanceOf(Outcome.Failed.class);
      far.plug();
      await().until(() -> printer.status().ready());
    }
    assertThat(printer.print(new PageJob(pdf(1), 1), new JobId("slip-2"), call()))
        .isEqualTo(new Outcome.Done<>(new Printed(1)));
  }

  private static Call call() {
    return Call.within(Duration.ofSeconds(20));
  }

  private static byte[] pdf(int pages) throws IOException {
    try (var document = new PDDocument()) {
      for (int page = 0; page < pages; page++) {
        document.addPage(new PDPage(PDRectangle.A4));
      }
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }
}
