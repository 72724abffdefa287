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
import io.yichuang.device.link.Address;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.fault.FaultPlan;
import io.yichuang.simulator.locker.LockerBankSimulator;
import io.yichuang.simulator.locker.LockerBankSimulator.Protocol;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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
    return BoardLockerBank.open(
        new DeviceId("locker-bank"),
        Address.parse(address),
        LockerTimings.usual().faster(FASTER),
        LaneClock.system());
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
  @CsvSource(
      delimiter = '|',
      value = {
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
