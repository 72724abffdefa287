package io.yichuang.device.dispenser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.yichuang.device.Call;
import io.yichuang.device.Cancellation;
import io.yichuang.device.CardDispenser.Place;
import io.yichuang.device.CardDispenser.Taken;
import io.yichuang.device.DeviceId;
import io.yichuang.device.DeviceState;
import io.yichuang.device.FaultCode;
import io.yichuang.device.MediaState;
import io.yichuang.device.Outcome;
import io.yichuang.device.Refusal;
import io.yichuang.device.SelfTest.Verdict;
import io.yichuang.device.Supply;
import io.yichuang.device.SupplyLevel;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.link.Address;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.card.CardDispenserSimulator;
import io.yichuang.simulator.card.CardDispenserSimulator.Family;
import io.yichuang.simulator.fault.FaultPlan;
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

/** The driver on a pseudo-terminal, the simulated box at its far end; both families. */
@Timeout(90)
class SerialCardDispenserTest {
  private static final int FASTER = 2;

  @TempDir Path folder;
  private CardDispenserSimulator far;
  private SerialCardDispenser dispenser;

  private void start(Family family) {
    start(family, FASTER * 4);
  }

  private void start(Family family, double speed) {
    far = new CardDispenserSimulator(SimulatorOptions.in(folder).withSpeed(speed), family);
    dispenser = open(far.address());
    await().until(() -> dispenser.status().ready());
  }

  private static SerialCardDispenser open(String address) {
    return SerialCardDispenser.open(
        new DeviceId("card-dispenser"),
        Address.parse(address),
        DispenserTimings.usual().faster(FASTER),
        LaneClock.system());
  }

  @AfterEach
  void stop() {
    if (far != null) {
      dispenser.close();
      far.close();
    }
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void a_card_is_fed_presented_and_taken(Family family) throws Exception {
    start(family);
    assertThat(dispenser.look(seconds(20))).isEqualTo(at(Place.EMPTY));
    assertThat(dispenser.feed(seconds(20))).isEqualTo(at(Place.INSIDE));
    assertThat(dispenser.status().media()).isEqualTo(MediaState.PRESENT);
    assertThat(dispenser.feed(seconds(20))).isEqualTo(refused(Refusal.OCCUPIED));
    assertThat(dispenser.present(seconds(20))).isEqualTo(at(Place.GATE));
    assertThat(dispenser.awaitTaken(Call.within(Duration.ofMillis(300))))
        .isEqualTo(refused(Refusal.STILL_PRESENT));
    var taken = CompletableFuture.supplyAsync(() -> dispenser.awaitTaken(seconds(20)));
    far.take();
    assertThat(taken.get()).isEqualTo(new Outcome.Done<>(new Taken()));
    assertThat(far.stack()).isEqualTo(49);
    assertThat(dispenser.present(seconds(20))).isEqualTo(refused(Refusal.NO_MEDIUM));
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void a_card_left_at_the_gate_is_taken_back(Family family) {
    start(family);
    dispenser.feed(seconds(20));
    dispenser.present(seconds(20));
    assertThat(dispenser.awaitTaken(Call.within(Duration.ofMillis(100))))
        .isEqualTo(refused(Refusal.STILL_PRESENT));
    assertThat(dispenser.takeBack(seconds(20))).isEqualTo(at(Place.EMPTY));
    assertThat(far.binned()).isEqualTo(1);
    assertThat(dispenser.takeBack(seconds(20))).isEqualTo(refused(Refusal.NO_MEDIUM));
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void the_stack_and_the_bin_are_supplies(Family family) {
    start(family);
    assertThat(dispenser.status().supply(Supply.CARDS)).isEqualTo(SupplyLevel.FULL);
    far.setFault("stack-low");
    await().until(() -> dispenser.status().supply(Supply.CARDS) == SupplyLevel.LOW);
    dispenser.feed(seconds(20));
    far.setFault("bin-full");
    await().until(() -> dispenser.status().supply(Supply.BIN_ROOM) == SupplyLevel.OUT);
    assertThat(fault(dispenser.takeBack(seconds(20)))).isEqualTo(FaultCode.BIN_FULL);
    assertThat(far.place()).isEqualTo("reader");
    far.clearFaults();
    assertThat(dispenser.takeBack(seconds(20))).isEqualTo(at(Place.EMPTY));
    far.setFault("stack-empty");
    assertThat(dispenser.feed(seconds(20))).isEqualTo(refused(Refusal.SUPPLY_OUT));
    assertThat(dispenser.status().supply(Supply.CARDS)).isEqualTo(SupplyLevel.OUT);
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void a_jam_calls_for_a_person_and_ends_with_a_reset(Family family) {
    start(family);
    far.setFault("jam");
    assertThat(fault(dispenser.feed(seconds(20)))).isEqualTo(FaultCode.CARD_JAM);
    await().until(() -> dispenser.status().state() == DeviceState.USER_ERROR);
    assertThat(dispenser.status().media()).isEqualTo(MediaState.JAMMED);
    assertThat(dispenser.feed(seconds(20))).isEqualTo(refused(Refusal.JAMMED));
    assertThat(fault(dispenser.reset(seconds(20)))).isEqualTo(FaultCode.CARD_JAM);
    far.clearFaults();
    assertThat(dispenser.reset(seconds(20))).isInstanceOf(Outcome.Done.class);
    assertThat(dispenser.feed(seconds(20))).isEqualTo(at(Place.INSIDE));
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void a_jam_is_not_forgotten_while_the_line_is_away(Family family) {
    start(family);
    far.setFault("jam");
    assertThat(fault(dispenser.feed(seconds(20)))).isEqualTo(FaultCode.CARD_JAM);
    far.unplug();
    await().until(() -> dispenser.status().state() == DeviceState.NO_DEVICE);
    far.plug();
    await().until(() -> dispenser.status().state() != DeviceState.NO_DEVICE);
    await().until(() -> dispenser.status().state() != DeviceState.OFFLINE);
    assertThat(dispenser.status().state()).isEqualTo(DeviceState.USER_ERROR);
    assertThat(dispenser.status().fault().code()).isEqualTo(FaultCode.CARD_JAM);
    assertThat(dispenser.feed(seconds(20))).isEqualTo(refused(Refusal.JAMMED));
    assertThat(far.moving()).isFalse();
    far.clearFaults();
    assertThat(dispenser.reset(seconds(20))).isInstanceOf(Outcome.Done.class);
    assertThat(dispenser.feed(seconds(20))).isEqualTo(at(Place.INSIDE));
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void a_card_that_stays_in_the_stack_is_told(Family family) {
    start(family);
    far.setFault("not-fed", FaultPlan.ONCE);
    assertThat(fault(dispenser.feed(seconds(20)))).isEqualTo(FaultCode.CARD_NOT_FED);
    assertThat(dispenser.feed(seconds(20))).isEqualTo(at(Place.INSIDE));
    assertThat(far.stack()).isEqualTo(49);
  }

  @Test
  void a_persons_card_is_taken_in() throws Exception {
    start(Family.CRT591);
    var outcome = CompletableFuture.supplyAsync(() -> dispenser.accept(seconds(20)));
    await()
        .ignoreExceptions()
        .until(() -> {
          far.insert(); // throws until the gate is open
          return true;
        });
    assertThat(outcome.get()).isEqualTo(at(Place.INSIDE));
    assertThat(dispenser.takeBack(seconds(20))).isEqualTo(at(Place.EMPTY));
    assertThat(dispenser.accept(Call.within(Duration.ofMillis(300))))
        .isEqualTo(refused(Refusal.NO_MEDIUM));
    assertThatThrownBy(far::insert).hasMessageContaining("takes no card");
  }

  @Test
  void a_wait_for_a_card_is_cancelled_and_the_gate_shut() throws Exception {
    start(Family.CRT591);
    var stop = new Cancellation();
    var outcome =
        CompletableFuture.supplyAsync(() -> dispenser.accept(new Call(Duration.ofHours(1), stop)));
    await().pollDelay(Duration.ofMillis(300)).until(() -> !outcome.isDone());
    stop.cancel();
    assertThat(outcome.get()).isEqualTo(new Outcome.Cancelled<>());
    assertThatThrownBy(far::insert).hasMessageContaining("takes no card");
  }

  @Test
  void the_other_family_takes_no_cards_in() {
    start(Family.K720);
    assertThat(dispenser.accept(seconds(20))).isEqualTo(refused(Refusal.UNSUPPORTED));
  }

  @ParameterizedTest
  @CsvSource({
    "CRT591, nak",
    "CRT591, bad-checksum",
    "K720, nak",
    "K720, bad-checksum",
    "CRT591, garbage"
  })
  void what_strikes_once_is_overcome_and_no_card_is_fed_twice(Family family, String name) {
    start(family);
    far.setFault(name, FaultPlan.ONCE);
    Outcome<Place> outcome = dispenser.feed(seconds(20));
    assertThat(outcome).as(name).isNotInstanceOf(Outcome.Cancelled.class);
    far.clearFaults();
    dispenser.reset(seconds(20));
    assertThat(far.stack()).isEqualTo(far.place().equals("none") ? 50 : 49);
    assertThat(dispenser.look(seconds(20)))
        .isEqualTo(at(far.place().equals("none") ? Place.EMPTY : Place.INSIDE));
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void unplugged_while_a_card_moves_it_is_uncertain_and_the_sensors_tell_later(Family family)
      throws Exception {
    start(family, 3); // the card has to be still on its way when the cable is pulled
    var outcome = CompletableFuture.supplyAsync(() -> dispenser.feed(seconds(20)));
    await().pollInterval(Duration.ofMillis(5)).until(far::moving);
    far.unplug();
    assertThat(outcome.get()).isInstanceOf(Outcome.Uncertain.class);
    await().until(() -> dispenser.status().state() == DeviceState.NO_DEVICE);
    far.plug();
    await().until(() -> dispenser.status().media() == MediaState.PRESENT);
    assertThat(dispenser.look(seconds(20))).isEqualTo(at(Place.INSIDE));
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void self_tests_pass_on_a_good_box_and_fail_on_a_bad_one(Family family) {
    start(family);
    assertThat(passes()).containsExactly(true, true);
    assertThat(far.binned()).isEqualTo(1);
    far.setFault("bin-full");
    assertThat(passes()).containsExactly(false, false);
    far.clearFaults();
    dispenser.takeBack(seconds(20));
    far.setFault("not-fed");
    assertThat(passes()).containsExactly(true, false);
    far.setFault("stack-empty");
    assertThat(passes()).containsExactly(false, false);
  }

  @Test
  void a_wrong_address_is_refused_with_the_choices() {
    assertThatThrownBy(() -> open("serial:/dev/ttyS9")).hasMessageContaining("crt591, k720");
    assertThatThrownBy(() -> open("serial:/dev/ttyS9?driver=crt591&unit=16"))
        .hasMessageContaining("unit=16");
    assertThatThrownBy(() -> open("serial:/dev/ttyS9?driver=k720&unit=1"))
        .hasMessageContaining("'unit' is unknown");
  }

  private List<Boolean> passes() {
    return dispenser.selfTests().stream()
        .map(test ->
            test.run(seconds(20)) instanceof Outcome.Done<Verdict>(Verdict verdict)
                && verdict.passed())
        .toList();
  }

  private static Outcome<Place> at(Place place) {
    return new Outcome.Done<>(place);
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
}
