package io.yichuang.device.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.yichuang.device.Call;
import io.yichuang.device.Cancellation;
import io.yichuang.device.CodeScanner.Code;
import io.yichuang.device.DeviceId;
import io.yichuang.device.DeviceState;
import io.yichuang.device.Outcome;
import io.yichuang.device.Refusal;
import io.yichuang.device.SelfTest.Verdict;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.link.Address;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.code.CodeScannerSimulator;
import io.yichuang.simulator.code.CodeScannerSimulator.Maker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The driver on a pseudo-terminal, the simulated scanner at its far end, five times faster. */
@Timeout(60)
class SerialCodeScannerTest {
  private static final int FASTER = 5;
  private static final String CODE = "https://example.cn/q?id=20261122&name=王小英";

  @TempDir Path folder;
  private CodeScannerSimulator far;
  private SerialCodeScanner scanner;

  private void start(Maker maker) {
    far = new CodeScannerSimulator(SimulatorOptions.in(folder).withSpeed(FASTER), maker);
    scanner = open(far.address());
    await().until(() -> scanner.status().ready());
  }

  private static SerialCodeScanner open(String address) {
    return SerialCodeScanner.open(
        new DeviceId("code-scanner"),
        Address.parse(address),
        CodeTimings.usual().faster(FASTER),
        LaneClock.system());
  }

  @AfterEach
  void stop() {
    if (far != null) {
      scanner.close();
      far.close();
    }
  }

  @ParameterizedTest
  @EnumSource(Maker.class)
  void a_code_shown_after_the_question_is_read_and_the_light_goes_out(Maker maker)
      throws Exception {
    start(maker);
    var outcome = CompletableFuture.supplyAsync(() -> scanner.scan(seconds(20)));
    await().until(far::lit);
    far.show(CODE);
    assertThat(outcome.get()).isEqualTo(new Outcome.Done<>(new Code(CODE)));
    await().until(() -> maker == Maker.NONE || !far.lit());
    assertThat(outcome.get().toString()).doesNotContain("example");
  }

  @ParameterizedTest
  @EnumSource(Maker.class)
  void nobody_shows_a_code(Maker maker) {
    start(maker);
    assertThat(scanner.scan(Call.within(Duration.ofMillis(300))))
        .isEqualTo(new Outcome.Refused<>(Refusal.NO_MEDIUM));
    await().until(() -> maker == Maker.NONE || !far.lit());
  }

  @Test
  void a_code_of_the_citizen_before_is_never_the_answer() throws Exception {
    start(Maker.NONE);
    far.show("the one before");
    await().until(() -> (boolean) far.state().get("read"));
    scanner.reset(seconds(20)); // behind it, what was sent has arrived and is forgotten
    var outcome = CompletableFuture.supplyAsync(() -> scanner.scan(seconds(20)));
    await().pollDelay(Duration.ofMillis(200)).until(() -> true);
    far.show(CODE);
    assertThat(outcome.get()).isEqualTo(new Outcome.Done<>(new Code(CODE)));
  }

  @Test
  void a_code_that_was_broken_off_is_not_glued_to_the_next() throws Exception {
    start(Maker.NONE);
    var outcome = CompletableFuture.supplyAsync(() -> scanner.scan(seconds(20)));
    far.setFault("no-suffix");
    far.show("12345678");
    await().until(() -> (boolean) far.state().get("read"));
    await().pollDelay(Duration.ofMillis(700)).until(() -> true); // the wire falls silent
    far.clearFaults();
    far.show(CODE);
    assertThat(outcome.get()).isEqualTo(new Outcome.Done<>(new Code(CODE)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-answer", "late-answer", "garbage", "truncated", "dropped-byte"})
  void a_wire_fault_ends_in_one_outcome_and_the_scanner_recovers(String fault) {
    start(Maker.NEWLAND);
    far.show(CODE);
    far.setFault(fault);
    assertThat(scanner.scan(Call.within(Duration.ofMillis(800))))
        .as(fault)
        .isNotInstanceOf(Outcome.Cancelled.class)
        .isNotEqualTo(new Outcome.Done<>(new Code(CODE + CODE)));
    far.clearFaults();
    // Late answers follow one another: it is left to the lane to come back when they have ended.
    await().atMost(Duration.ofSeconds(30)).until(() -> scanner.status().ready());
    scanner.reset(seconds(20));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> {
          // What came too late was read all the same: it is shown again, as a citizen would.
          far.show(CODE);
          return new Outcome.Done<>(new Code(CODE))
              .equals(scanner.scan(Call.within(Duration.ofSeconds(2))));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"split", "two-in-one", "duplicate"})
  void what_is_only_odd_on_the_wire_does_not_matter(String fault) {
    start(Maker.NEWLAND);
    far.setFault(fault);
    far.show(CODE);
    for (int i = 0; i < 3; i++) {
      assertThat(scanner.scan(seconds(20))).isEqualTo(new Outcome.Done<>(new Code(CODE)));
    }
  }

  @Test
  void unplugged_while_idle_it_is_absent_and_returns_by_itself() {
    start(Maker.NEWLAND);
    for (int i = 0; i < 20; i++) {
      await().until(() -> scanner.status().state() == DeviceState.ONLINE);
      far.unplug();
      await().until(() -> scanner.status().state() == DeviceState.NO_DEVICE);
      far.plug();
    }
    await().until(() -> scanner.status().state() == DeviceState.ONLINE);
  }

  @Test
  void unplugged_while_waiting_the_scan_fails_and_the_next_one_works() throws Exception {
    start(Maker.NEWLAND);
    var outcome = CompletableFuture.supplyAsync(() -> scanner.scan(seconds(60)));
    await().until(far::lit);
    far.unplug();
    assertThat(outcome.get()).isInstanceOf(Outcome.Failed.class);
    far.plug();
    far.show(CODE);
    await().until(() -> scanner.status().ready());
    assertThat(scanner.scan(seconds(20))).isEqualTo(new Outcome.Done<>(new Code(CODE)));
  }

  @Test
  void cancelling_ends_the_wait_and_puts_the_light_out() throws Exception {
    start(Maker.NEWLAND);
    var stop = new Cancellation();
    var outcome =
        CompletableFuture.supplyAsync(() -> scanner.scan(new Call(Duration.ofHours(1), stop)));
    await().until(far::lit);
    stop.cancel();
    assertThat(outcome.get()).isEqualTo(new Outcome.Cancelled<>());
    await().until(() -> !far.lit());
  }

  @Test
  void self_tests_pass_on_a_good_scanner_and_fail_on_a_bad_one() {
    start(Maker.NEWLAND);
    far.show(CODE);
    scanner.selfTests().forEach(test -> assertThat(passed(test.run(seconds(20)))).isTrue());
    far.setFault("no-read");
    assertThat(passed(scanner.selfTests().getLast().run(Call.within(Duration.ofMillis(300)))))
        .isFalse();
    far.setFault("refuses");
    assertThat(passed(scanner.selfTests().getFirst().run(seconds(20)))).isFalse();
  }

  @Test
  void a_wrong_address_is_refused_with_the_choices() {
    assertThatThrownBy(() -> open("serial:/dev/ttyS0?driver=code&trigger=zebra"))
        .hasMessageContaining("honeywell, newland, none");
    assertThatThrownBy(() -> open("ipp://host/x")).hasMessageContaining("serial, tcp");
  }

  private static boolean passed(Outcome<Verdict> outcome) {
    return outcome instanceof Outcome.Done<Verdict>(Verdict verdict) && verdict.passed();
  }

  private static Call seconds(int seconds) {
    return Call.within(Duration.ofSeconds(seconds));
  }
}
