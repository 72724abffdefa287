package io.yichuang.device.locker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.yichuang.device.Call;
import io.yichuang.device.DeviceId;
import io.yichuang.device.FaultCode;
import io.yichuang.device.LockerBank.Closed;
import io.yichuang.device.LockerBank.Door;
import io.yichuang.device.LockerBank.Opened;
import io.yichuang.device.Outcome;
import io.yichuang.device.Refusal;
import io.yichuang.device.SelfTest.Verdict;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.lane.LaneTimings;
import io.yichuang.device.link.Address;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.fault.FaultPlan;
import io.yichuang.simulator.locker.LockerBankSimulator;
import io.yichuang.simulator.locker.LockerBankSimulator.Protocol;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The driver on a pseudo-terminal, sixteen simulated doors at its far end. */
@Timeout(60)
class BoardLockerBankTest {
  private static final int FASTER = 2;
  private static final int DOOR = 11;

  @TempDir Path folder;
  private LockerBankSimulator far;
  private BoardLockerBank lockers;

  private void start(Protocol protocol) {
    far = new LockerBankSimulator(SimulatorOptions.in(folder).withSpeed(FASTER * 5), protocol);
    lockers = open(far.address());
    await().until(() -> lockers.status().ready());
  }

  private static BoardLockerBank open(String address) {
    return open(address, LockerTimings.usual().faster(FASTER));
  }

  private static BoardLockerBank open(String address, LockerTimings timings) {
    return BoardLockerBank.open(
        new DeviceId("locker-bank"), Address.parse(address), timings, LaneClock.system());
  }

  /** As slow as its far end, which looks once and then never: only the command is on the wire. */
  private void startWithoutProbes() {
    far = new LockerBankSimulator(SimulatorOptions.in(folder), Protocol.MODBUS);
    LockerTimings usual = LockerTimings.usual();
    LaneTimings lane = usual.lane();
    lockers =
        open(
            far.address(),
            new LockerTimings(
                usual.answer(),
                usual.rest(),
                usual.spring(),
                usual.poll(),
                usual.pulse(),
                usual.bus(),
                new LaneTimings(
                    Duration.ofHours(1),
                    lane.look(),
                    lane.firstBackOff(),
                    lane.longestBackOff(),
                    lane.failures(),
                    lane.window(),
                    lane.overrun(),
                    lane.close())));
    await().until(() -> lockers.status().ready());
  }

  @AfterEach
  void stop() {
    if (far != null) {
      lockers.close();
      far.close();
    }
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void a_door_opens_is_taken_from_and_pushed_shut(Protocol protocol) throws Exception {
    start(protocol);
    assertThat(lockers.doors()).isEqualTo(16);
    assertThat(lockers.door(DOOR, seconds(20))).isEqualTo(new Outcome.Done<>(Door.CLOSED));
    assertThat(lockers.open(DOOR, seconds(20))).isEqualTo(new Outcome.Done<>(new Opened(false)));
    assertThat(far.isOpen(DOOR)).isTrue();
    assertThat(lockers.awaitClosed(DOOR, Call.within(Duration.ofMillis(300))))
        .isEqualTo(new Outcome.Refused<>(Refusal.STILL_PRESENT));
    var shut = CompletableFuture.supplyAsync(() -> lockers.awaitClosed(DOOR, seconds(20)));
    far.shut(DOOR);
    assertThat(shut.get()).isEqualTo(new Outcome.Done<>(new Closed()));
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void an_open_door_is_not_fired_again(Protocol protocol) {
    start(protocol);
    far.openByKey(DOOR);
    assertThat(lockers.open(DOOR, seconds(20))).isEqualTo(new Outcome.Done<>(new Opened(true)));
    assertThat(far.fired(DOOR)).isZero();
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void a_stuck_door_is_told_and_fired_only_once(Protocol protocol) {
    start(protocol);
    far.setFault("stuck");
    assertThat(fault(lockers.open(DOOR, seconds(20)))).isEqualTo(FaultCode.DOOR_STUCK);
    assertThat(far.fired(DOOR)).isEqualTo(1);
    far.clearFaults();
    assertThat(lockers.open(DOOR, seconds(20))).isEqualTo(new Outcome.Done<>(new Opened(false)));
  }

  @Test
  void a_confirmation_that_is_lost_is_made_good_by_the_feedback() {
    start(Protocol.FRAMES_OPEN_IS_11);
    far.setFault("bad-checksum", new FaultPlan(1, 1, 1)); // the answer to firing
    assertThat(lockers.open(DOOR, seconds(20))).isEqualTo(new Outcome.Done<>(new Opened(false)));
    assertThat(far.fired(DOOR)).isEqualTo(1);
  }

  /** The answers to a look, to the pull and to the letting go: each may be the one that is lost. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void a_lock_is_not_held_for_long_when_a_confirmation_is_lost(int answersBefore) {
    startWithoutProbes();
    far.setFault("no-answer", new FaultPlan(answersBefore, 1, 1));
    assertThat(lockers.open(DOOR, seconds(20))).isEqualTo(new Outcome.Done<>(new Opened(false)));
    assertThat(far.held(DOOR)).isFalse();
    assertThat(far.overheated()).isEmpty();
    assertThat(far.fired(DOOR)).isEqualTo(1);
  }

  @Test
  void a_lock_under_current_when_the_board_fell_deaf_is_let_go_when_it_hears() {
    start(Protocol.MODBUS);
    far.fallDeafOnceHeld();
    assertThat(lockers.open(DOOR, seconds(20))).isInstanceOf(Outcome.Uncertain.class);
    assertThat(far.held(DOOR)).isTrue();
    far.hear();
    await().until(() -> lockers.status().ready());
    assertThat(far.held(DOOR)).isFalse();
  }

  @Test
  void a_lock_under_current_when_the_line_went_is_let_go_when_it_is_back() throws Exception {
    start(Protocol.MODBUS);
    var opened = CompletableFuture.supplyAsync(() -> lockers.open(DOOR, seconds(20)));
    await().until(() -> far.held(DOOR));
    far.unplug();
    assertThat(opened.get()).isInstanceOf(Outcome.Uncertain.class);
    assertThat(far.held(DOOR)).isTrue();
    await().until(() -> far.overheated().contains(DOOR)); // the far end remembers
    far.plug();
    await().until(() -> lockers.status().ready());
    assertThat(far.held(DOOR)).isFalse();
  }

  @Test
  void a_lock_that_another_run_left_under_current_is_let_go_before_the_bank_is_ready()
      throws Exception {
    start(Protocol.MODBUS);
    var opened = CompletableFuture.supplyAsync(() -> lockers.open(DOOR, seconds(20)));
    await().until(() -> far.held(DOOR));
    far.unplug();
    assertThat(opened.get()).isInstanceOf(Outcome.Uncertain.class);
    lockers.close();
    far.plug();
    lockers = open(far.address());
    await().until(() -> lockers.status().ready());
    assertThat(far.held(DOOR)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Protocol.class,
      names = {"FRAMES_OPEN_IS_11", "MODBUS"})
  void the_self_test_passes_on_shut_doors_and_fails_on_an_open_one_and_on_a_wrong_wiring(
      Protocol protocol) {
    start(protocol);
    assertThat(passes(lockers)).isTrue();
    far.openByKey(DOOR);
    assertThat(passes(lockers)).isFalse();
    far.shut(DOOR);
    lockers.close();
    String other = far.address().replace("open=11", "open=00").replace("open=1", "open=0");
    lockers = open(other.replace("open=01", "open=00"));
    assertThat(passes(lockers)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void only_a_door_that_was_named_is_opened_by_a_self_test_and_proves_lock_and_feedback(
      Protocol protocol) {
    start(protocol);
    assertThat(lockers.selfTests()).hasSize(1);
    lockers.close();
    lockers = open(far.address() + "&test-door=" + DOOR);
    assertThat(proven()).containsExactly(true, true);
    assertThat(far.fired(DOOR)).isEqualTo(1);
    assertThat(proven()).containsExactly(false, false); // it stands open
    assertThat(far.fired(DOOR)).isEqualTo(1);
    far.shut(DOOR);
    far.setFault("stuck");
    assertThat(proven()).containsExactly(true, false);
    far.clearFaults();
    far.setFault("feedback-broken");
    assertThat(proven()).containsExactly(true, false);
  }

  private List<Boolean> proven() {
    return lockers.selfTests().stream()
        .map(test ->
            test.run(seconds(20)) instanceof Outcome.Done<Verdict>(Verdict verdict)
                && verdict.passed())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "serial:/dev/ttyS9?open=11&doors=8&test-door=9 | 0 to 8",
        "serial:/dev/ttyS9?driver=8a | open is missing; valid: 00, 11",
        "serial:/dev/ttyS9?driver=8a&open=1 | 00, 11",
        "serial:/dev/ttyS9?driver=8b&open=11 | 8a, modbus",
        "serial:/dev/ttyS9?open=11&doors=0 | 1 to 254",
        "modbus+serial:/dev/ttyS9?open=1&feedback=input/0 | discrete/0",
        "modbus+serial:/dev/ttyS9?open=1&board=1 | the parameter 'board' is unknown"
      })
  void a_wrong_address_is_refused_with_the_choices(String address, String told) {
    assertThatThrownBy(() -> open(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(told);
  }

  private static boolean passes(BoardLockerBank lockers) {
    return lockers.selfTests().getFirst().run(seconds(20))
            instanceof Outcome.Done<Verdict>(Verdict verdict)
        && verdict.passed();
  }

  private static FaultCode fault(Outcome<?> outcome) {
    return outcome instanceof Outcome.Failed<?>(var fault) ? fault.code() : null;
  }

  private static Call seconds(int seconds) {
    return Call.within(Duration.ofSeconds(seconds));
  }
}
