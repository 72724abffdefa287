package io.yichuang.device.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.yichuang.device.Call;
import io.yichuang.device.Cancellation;
import io.yichuang.device.CodeScanner.Code;
import io.yichuang.device.DeviceId;
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
