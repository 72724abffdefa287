package io.yichuang.device.xfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.yichuang.device.Call;
import io.yichuang.device.Cancellation;
import io.yichuang.device.DeviceId;
import io.yichuang.device.DeviceState;
import io.yichuang.device.FaultCode;
import io.yichuang.device.MediaState;
import io.yichuang.device.Outcome;
import io.yichuang.device.Refusal;
import io.yichuang.device.SelfTest.Verdict;
import io.yichuang.device.Supply;
import io.yichuang.device.SupplyLevel;
import io.yichuang.device.XfsService.Answer;
import io.yichuang.device.XfsService.Command;
import io.yichuang.device.XfsService.Event;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.link.Address;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.xfs.XfsServiceSimulator;
import io.yichuang.simulator.xfs.XfsServiceSimulator.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The client over a real WebSocket, simulated services at the far end. */
@Timeout(60)
class XfsClientTest {
  private static final int FASTER = 2;
  private static final Command FINGER = new Command("Biometric.Read", Map.of(), false);
  private static final Command CARD = new Command("CardReader.ReadRawData", Map.of(), false);
  private static final Command PIN = new Command("Keyboard.PinEntry", Map.of(), false);
  private static final Command PRINT =
      new Command("Printer.PrintNative", Map.of("data", "JVBERi0="), true);

  @TempDir Path folder;
  private final List<String> events = new CopyOnWriteArrayList<>();
  private XfsServiceSimulator far;
  private XfsClient client;

  private void start(Kind kind) {
    far = new XfsServiceSimulator(SimulatorOptions.in(folder).withSpeed(10), kind);
    client = open(far.address());
    await().until(() -> client.status().ready());
  }

  private static XfsClient open(String address) {
    return XfsClient.open(
        new DeviceId("service"),
        Address.parse(address),
        XfsTimings.usual().faster(FASTER),
        LaneClock.system());
  }

  @AfterEach
  void stop() {
    if (far != null) {
      client.close();
      far.close();
    }
  }

  private Outcome<Answer> run(Command command, Call call) {
    return client.run(command, this::note, call);
  }

  private void note(Event event) {
    events.add(event.name());
  }

  @Test
  void a_finger_is_asked_for_and_read() throws Exception {
    start(Kind.FINGERPRINT_READER);
    var outcome = CompletableFuture.supplyAsync(() -> run(FINGER, seconds(20)));
    await().until(() -> events.contains("Biometric.PresentSubject"));
    far.finger(true);
    assertThat(done(outcome.get()).payload()).containsKey("dataRead");
    assertThat(events)
        .containsExactly(
            "Biometric.PresentSubject", "Biometric.SubjectDetected", "Biometric.RemoveSubject");
    assertThat(outcome.get().toString()).doesNotContain("data=");
    far.setFault("no-read");
    assertThat(run(FINGER, seconds(20))).isEqualTo(refused(Refusal.UNREADABLE_MEDIUM));
  }

  /** Seven bytes cut numbers and names; between two frames the service pings. */
  @Test
  void messages_in_pieces_are_put_together() throws Exception {
    far = new XfsServiceSimulator(SimulatorOptions.in(folder).withSpeed(10), Kind.PIN_PAD);
    far.frameBytes(7);
    client = open(far.address());
    await().until(() -> client.status().ready());
    var outcome = CompletableFuture.supplyAsync(() -> run(PIN, seconds(20)));
    far.press("314159E");
    assertThat(done(outcome.get()).payload()).isEqualTo(Map.of("digits", 6, "completion", "enter"));
  }

  @Test
  void nobody_lays_a_finger() {
    start(Kind.FINGERPRINT_READER);
    assertThat(run(FINGER, Call.within(Duration.ofMillis(400))))
        .isEqualTo(refused(Refusal.NO_MEDIUM));
  }

  @Test
  void a_pin_pad_tells_the_number_of_digits_and_never_the_digits() throws Exception {
    start(Kind.PIN_PAD);
    var outcome = CompletableFuture.supplyAsync(() -> run(PIN, seconds(20)));
    far.press("314159E");
    assertThat(done(outcome.get()).payload()).isEqualTo(Map.of("digits", 6, "completion", "enter"));
    assertThat(events).hasSize(6).containsOnly("Keyboard.Key");
  }

  @Test
  void an_endorser_reads_a_permit_and_prints_on_it() throws Exception {
    start(Kind.ENDORSER);
    assertThat(run(PRINT, seconds(20))).isEqualTo(refused(Refusal.NO_MEDIUM));
    var outcome = CompletableFuture.supplyAsync(() -> run(CARD, seconds(20)));
    await().until(() -> events.contains("CardReader.InsertCard"));
    far.medium(true);
    assertThat(done(outcome.get()).payload()).containsKey("chip");
    assertThat(client.status().media()).isEqualTo(MediaState.PRESENT);
    assertThat(run(PRINT, seconds(20))).isInstanceOf(Outcome.Done.class);
    assertThat(far.output()).containsExactly("JVBERi0=");
    assertThat(run(FINGER, seconds(20))).isEqualTo(refused(Refusal.UNSUPPORTED));
  }

  @Test
  void a_certificate_is_printed_and_what_stands_in_the_way_is_told() {
    start(Kind.CERTIFICATE_PRINTER);
    assertThat(run(PRINT, seconds(20))).isInstanceOf(Outcome.Done.class);
    assertThat(events).containsExactly("Printer.MediaPresented");
    far.medium(false);
    await().until(() -> client.status().media() == MediaState.NOT_PRESENT);
    far.setFault("paper-out");
    assertThat(run(PRINT, seconds(20))).isEqualTo(refused(Refusal.SUPPLY_OUT));
    assertThat(client.status().supply(Supply.PAPER)).isEqualTo(SupplyLevel.OUT);
    far.clearFaults();
    far.setFault("jam");
    assertThat(run(PRINT, seconds(20))).isEqualTo(refused(Refusal.JAMMED));
    await().until(() -> client.status().state() == DeviceState.USER_ERROR);
    assertThat(client.reset(seconds(20))).isNotInstanceOf(Outcome.Done.class);
    far.clearFaults();
    assertThat(client.reset(seconds(20))).isInstanceOf(Outcome.Done.class);
    assertThat(far.output()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "ENDORSER, CARD_JAM",
    "CERTIFICATE_PRINTER, PAPER_JAM",
    "FINGERPRINT_READER, NEEDS_PERSON",
    "PIN_PAD, NEEDS_PERSON"
  })
  void a_person_is_called_for_what_the_device_has(Kind kind, FaultCode code) {
    start(kind);
    far.setFault("jam");
    await().until(() -> client.status().state() == DeviceState.USER_ERROR);
    assertThat(client.status().fault().code()).isEqualTo(code);
  }

  @Test
  void a_print_that_is_lost_is_uncertain() {
    start(Kind.CERTIFICATE_PRINTER);
    far.setFault("lost");
    assertThat(run(PRINT, seconds(5))).isInstanceOf(Outcome.Uncertain.class);
    far.clearFaults();
    far.setFault("no-completion");
    assertThat(run(PRINT, Call.within(Duration.ofMillis(500))))
        .isInstanceOf(Outcome.Uncertain.class);
  }

  @Test
  void a_command_that_is_not_taken_has_not_happened() {
    start(Kind.CERTIFICATE_PRINTER);
    far.setFault("busy");
    assertThat(fault(run(PRINT, seconds(20)))).isEqualTo(FaultCode.BUSY);
    assertThat(far.output()).isEmpty();
  }

  @Test
  void cancelling_ends_the_wait_for_a_finger() throws Exception {
    start(Kind.FINGERPRINT_READER);
    var stop = new Cancellation();
    var outcome =
        CompletableFuture.supplyAsync(() -> run(FINGER, new Call(Duration.ofHours(1), stop)));
    await().until(() -> !events.isEmpty());
    stop.cancel();
    assertThat(outcome.get()).isEqualTo(new Outcome.Cancelled<>());
    far.finger(true);
    assertThat(run(FINGER, seconds(20))).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void a_doubled_completion_does_not_answer_the_next_command() {
    start(Kind.CERTIFICATE_PRINTER);
    far.setFault("duplicate");
    for (int i = 1; i <= 3; i++) {
      assertThat(run(PRINT, seconds(20))).isInstanceOf(Outcome.Done.class);
      assertThat(far.output()).hasSize(i);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void the_self_test_passes_on_a_good_device_and_fails_on_a_bad_one(Kind kind) {
    start(kind);
    assertThat(passes()).isTrue();
    far.setFault("hardware-error");
    assertThat(passes()).isFalse();
    await().until(() -> client.status().state() == DeviceState.HARDWARE_ERROR);
  }

  @Test
  void a_wrong_address_is_refused_with_the_choices() {
    assertThatThrownBy(() -> open("xfs+ws://127.0.0.1:5846")).hasMessageContaining("v1.0/NAME");
    assertThatThrownBy(() -> open("xfs+ws://127.0.0.1/a?class=printer"))
        .hasMessageContaining("Printer");
    assertThatThrownBy(() -> new Command("print", Map.of(), true)).hasMessageContaining("print");
  }

  private boolean passes() {
    return client.selfTests().getFirst().run(seconds(20))
            instanceof Outcome.Done<Verdict>(Verdict verdict)
        && verdict.passed();
  }

  private static <T> Outcome<T> refused(Refusal why) {
    return new Outcome.Refused<>(why);
  }

  private static FaultCode fault(Outcome<?> outcome) {
    return outcome instanceof Outcome.Failed<?>(var fault) ? fault.code() : null;
  }

  private static Call seconds(int seconds) {
    return Call.within(Duration.ofSeconds(seconds));
  }

  private static <T> T done(Outcome<T> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done<T>) outcome).value();
  }
}
