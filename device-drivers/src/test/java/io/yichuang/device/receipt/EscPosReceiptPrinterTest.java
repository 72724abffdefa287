package io.yichuang.device.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.yichuang.device.Call;
import io.yichuang.device.DeviceId;
import io.yichuang.device.DeviceState;
import io.yichuang.device.FaultCode;
import io.yichuang.device.GlyphRaster;
import io.yichuang.device.JobId;
import io.yichuang.device.MediaState;
import io.yichuang.device.Outcome;
import io.yichuang.device.Printed;
import io.yichuang.device.Receipt;
import io.yichuang.device.Receipt.Align;
import io.yichuang.device.Receipt.Size;
import io.yichuang.device.Refusal;
import io.yichuang.device.Supply;
import io.yichuang.device.SupplyLevel;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.link.Address;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.SimulatorOptions.ReceiptWire;
import io.yichuang.simulator.receipt.ReceiptPrinterSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The driver over TCP and a pseudo-terminal, the simulated printer behind, four times faster. */
@Timeout(60)
class EscPosReceiptPrinterTest {
  private static final int FASTER = 4;

  /** Lines; some seconds of the motor at this speed. */
  private static final int LONG_RECEIPT = 400;

  @TempDir Path folder;
  private ReceiptPrinterSimulator far;
  private EscPosReceiptPrinter printer;

  private void start(ReceiptWire wire) {
    start(wire, "");
  }

  private void start(ReceiptWire wire, String parameters) {
    far =
        new ReceiptPrinterSimulator(
            SimulatorOptions.in(folder).withSpeed(FASTER).withReceiptWire(wire));
    printer =
        EscPosReceiptPrinter.open(
            new DeviceId("receipt-printer"),
            Address.parse(far.address() + parameters),
            patient(EscPosTimings.usual().faster(FASTER)),
            LaneClock.system(),
            GlyphRaster.none(),
            Roll.MM_80);
    await().until(() -> printer.status().ready());
  }

  @ParameterizedTest
  @EnumSource(ReceiptWire.class)
  void a_printer_that_never_falls_silent_is_not_ready_and_is_when_it_does(ReceiptWire wire) {
    start(wire);
    far.setFault("endless");
    await().until(() -> !printer.status().ready());
    far.clearFaults();
    await().until(() -> printer.status().ready());
  }

  /** Nobody is silent here, and the cores are shared: an answer has as long as in the field. */
  private static EscPosTimings patient(EscPosTimings fast) {
    return new EscPosTimings(
        EscPosTimings.usual().answer(), fast.take(), fast.finish(), fast.poll(), fast.lane());
  }

  @AfterEach
  void stop() {
    printer.close();
    far.close();
  }

  @ParameterizedTest
  @EnumSource(ReceiptWire.class)
  void a_receipt_comes_out_as_it_was_given(ReceiptWire wire) throws IOException {
    start(wire);
    assertThat(print()).isEqualTo(new Outcome.Done<>(new Printed(1)));
    var paper = far.output().getFirst();
    assertThat(paper.text()).contains("收件回执", "租房合同原件", "领证时带来", "居住证申领");
    assertThat(paper.codes()).containsExactly("500119202611240038 61".replace(" ", ""));
    assertThat(far.unknownCommands()).isEmpty();
    Files.createDirectories(Path.of("target"));
    Files.write(Path.of("target", "receipt-" + wire + ".png"), paper.png());
  }

  @ParameterizedTest
  @EnumSource(ReceiptWire.class)
  void paper_that_ends_in_the_middle_is_uncertain_and_the_rest_never_comes(ReceiptWire wire) {
    start(wire);
    far.setFault("paper-out-mid-print");
    assertUncertain(print(), FaultCode.PAPER_OUT);
    await().until(() -> printer.status().supply(Supply.PAPER) == SupplyLevel.OUT);
    far.clearFaults();
    await().until(() -> printer.status().supply(Supply.PAPER) == SupplyLevel.FULL);
    assertThat(print()).isInstanceOf(Outcome.Done.class);
    assertThat(far.output().getFirst().interrupted()).isFalse();
  }

  /** The cable was pulled, the printer has current: it goes on with what it has. */
  @ParameterizedTest
  @EnumSource(ReceiptWire.class)
  void what_an_earlier_receipt_left_comes_out_with_no_other_and_proves_none(ReceiptWire wire) {
    start(wire);
    var lines = new ArrayList<Receipt.Line>();
    for (int i = 0; i < LONG_RECEIPT; i++) {
      lines.add(new Receipt.Text("甲的回执", Align.LEFT, Size.NORMAL, false));
    }
    var first =
        CompletableFuture.supplyAsync(() ->
            printer.print(
                new Receipt(lines), new JobId("j-1"), Call.within(Duration.ofSeconds(20))));
    await().until(far::busy);
    far.unplug();
    assertThat(first.join()).isInstanceOf(Outcome.Uncertain.class);
    assertThat(far.busy()).as("it still prints").isTrue();
    far.plug();
    await().until(() -> printer.status().ready());

    assertThat(print()).isInstanceOf(Outcome.Done.class);
    assertThat(far.busy()).as("what is proven is out").isFalse();
    assertThat(far.output())
        .singleElement()
        .satisfies(paper -> assertThat(paper.text()).contains("收件回执").doesNotContain("甲"));
  }

  @ParameterizedTest
  @CsvSource({"paper-near-end, LOW", "paper-out, OUT"})
  void the_roll_is_a_supply_and_no_fault_of_the_device(String fault, SupplyLevel level) {
    start(ReceiptWire.SERIAL);
    far.setFault(fault);
    await().until(() -> printer.status().supply(Supply.PAPER) == level);
    assertThat(printer.status().state()).isEqualTo(DeviceState.ONLINE);
  }

  @ParameterizedTest
  @CsvSource({
    "cover-open, USER_ERROR, COVER_OPEN",
    "cutter-error, HARDWARE_ERROR, CUTTER",
    "head-hot, DEVICE_BUSY, HEAD_HOT"
  })
  void the_sensors_show_when_idle_and_fail_the_self_test(
      String fault, DeviceState state, FaultCode code) {
    start(ReceiptWire.TCP);
    assertThat(sensorTest()).hasToString("true");
    far.setFault(fault);
    await().until(() -> printer.status().state() == state);
    assertThat(printer.status().fault().code()).isEqualTo(code);
    assertThat(sensorTest()).hasToString("false");
    far.clearFaults();
    await().until(() -> printer.status().state() == DeviceState.ONLINE);
  }

  @ParameterizedTest
  @EnumSource(ReceiptWire.class)
  void a_hot_head_is_waited_for(ReceiptWire wire) {
    start(wire);
    far.setFault("head-hot");
    var outcome = CompletableFuture.supplyAsync(this::print);
    await().until(() -> printer.status().state() == DeviceState.DEVICE_BUSY);
    far.clearFaults();
    assertThat(outcome.join()).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void a_ticket_in_the_mouth_shows_and_the_next_is_not_printed_behind_it() {
    start(ReceiptWire.SERIAL, "&model=kpm150");
    assertThat(printer.status().media()).isEqualTo(MediaState.NOT_PRESENT);
    far.setFault("ticket-in-mouth");
    await().until(() -> printer.status().media() == MediaState.PRESENT);
    assertThat(printer.status().state()).isEqualTo(DeviceState.ONLINE);
    assertThat(printer.print(receipt(), new JobId("j-1"), Call.within(Duration.ofMillis(200))))
        .isEqualTo(new Outcome.Refused<>(Refusal.STILL_PRESENT));
    assertThat(far.output()).isEmpty();
    var outcome =
        CompletableFuture.supplyAsync(
            () -> printer.print(receipt(), new JobId("j-2"), Call.within(Duration.ofSeconds(20))));
    far.clearFaults(); // the citizen draws it
    assertThat(outcome.join()).isEqualTo(new Outcome.Done<>(new Printed(1)));
    far.setFault("head-hot");
    await().until(() -> printer.status().state() == DeviceState.DEVICE_BUSY);
    assertThat(far.unknownCommands()).isEmpty();
  }

  @Test
  void a_model_that_nobody_knows_is_refused_with_the_choices() {
    start(ReceiptWire.TCP);
    assertThat(printer.status().media()).isEqualTo(MediaState.UNKNOWN);
    assertThatThrownBy(() ->
            EscPosReceiptPrinter.open(
                new DeviceId("x"),
                Address.parse("tcp://127.0.0.1:9?driver=escpos&model=best"),
                EscPosTimings.usual(),
                LaneClock.system(),
                GlyphRaster.none(),
                Roll.MM_80))
        .hasMessageContaining("generic, kpm150");
  }

  @ParameterizedTest
  @EnumSource(ReceiptWire.class)
  void the_print_test_prints_every_element(ReceiptWire wire) {
    start(wire);
    var outcome = printer.selfTests().getLast().run(Call.within(Duration.ofSeconds(20)));
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(far.output()).hasSize(1);
    assertThat(far.unknownCommands()).isEmpty();
    far.setFault("paper-out");
    assertThat(printer.selfTests().getLast().run(Call.within(Duration.ofSeconds(20))))
        .isNotInstanceOf(Outcome.Done.class);
    assertThat(far.output()).hasSize(1);
  }

  private Boolean sensorTest() {
    var outcome = printer.selfTests().getFirst().run(Call.within(Duration.ofSeconds(20)));
    return ((Outcome.Done<io.yichuang.device.SelfTest.Verdict>) outcome).value().passed();
  }

  private Outcome<Printed> print() {
    return printer.print(receipt(), new JobId("j-1"), Call.within(Duration.ofSeconds(2)));
  }

  private static void assertUncertain(Outcome<Printed> outcome, FaultCode code) {
    assertThat(outcome).isInstanceOf(Outcome.Uncertain.class);
    assertThat(((Outcome.Uncertain<Printed>) outcome).fault().code()).isEqualTo(code);
  }

  private static Receipt receipt() {
    return new Receipt(
        List.of(
            new Receipt.Text("收件回执", Align.CENTRE, Size.DOUBLE, true),
            new Receipt.Text("5001 1920 2611 2400 3861", Align.CENTRE, Size.DOUBLE, true),
            new Receipt.Qr("50011920261124003861"),
            new Receipt.Text("扫码或刷身份证，随时查进度", Align.CENTRE, Size.NORMAL, false),
            new Receipt.Hanging("事项", "居住证申领"),
            new Receipt.Hanging("申请人", "王＊英"),
            new Receipt.Rule(false),
            new Receipt.Pair("租房合同", "已拍3页", false),
            new Receipt.Band("租房合同原件", "领证时带来"),
            new Receipt.Rule(true),
            new Receipt.Text(
                "有问题打 12345，报监管码。不满意也打 12345，或到 1 号窗。", Align.LEFT, Size.NORMAL, false),
            new Receipt.Space(40)));
  }
}
