package io.yichuang.device.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.yichuang.device.Call;
import io.yichuang.device.DeviceId;
import io.yichuang.device.DeviceState;
import io.yichuang.device.FaultCode;
import io.yichuang.device.Outcome;
import io.yichuang.device.SelfTest.Verdict;
import io.yichuang.device.Site.Door;
import io.yichuang.device.Site.Light;
import io.yichuang.device.Site.Presence;
import io.yichuang.device.Site.Released;
import io.yichuang.device.Site.Surroundings;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.lane.LaneTimings;
import io.yichuang.device.link.Address;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.fault.FaultPlan;
import io.yichuang.simulator.site.SiteSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The driver on a pseudo-terminal, three simulated units on the bus, twice as fast. */
@Timeout(60)
class ModbusSiteTest {
  private static final int FASTER = 2;

  @TempDir Path folder;
  private SiteSimulator far;
  private ModbusSite site;

  @BeforeEach
  void start() {
    far = new SiteSimulator(SimulatorOptions.in(folder).withSpeed(FASTER * 5));
    site = open(far.address());
    await().until(() -> site.status().ready());
  }

  private static ModbusSite open(String address) {
    return open(address, SiteTimings.usual().faster(FASTER));
  }

  private static ModbusSite open(String address, SiteTimings timings) {
    return ModbusSite.open(
        new DeviceId("site"), Address.parse(address), timings, LaneClock.system());
  }

  /** Looks once and then never: only the command is on the wire. */
  private static SiteTimings withoutProbes() {
    SiteTimings usual = SiteTimings.usual().faster(FASTER);
    LaneTimings lane = usual.lane();
    return new SiteTimings(
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
            lane.close()));
  }

  @AfterEach
  void stop() {
    site.close();
    far.close();
  }

  @Test
  void door_presence_and_climate_are_seen_as_they_are() {
    assertThat(done(site.look(seconds(20)))).isEqualTo(calm());
    far.door(true);
    far.presence(true);
    far.climate(-12.3, 99.9);
    assertThat(done(site.look(seconds(20))))
        .isEqualTo(
            new Surroundings(
                Door.OPEN, Presence.PRESENT, OptionalDouble.of(-12.3), OptionalDouble.of(99.9)));
    far.presence(false);
    await().until(() -> site.surroundings().presence() == Presence.NOT_PRESENT);
  }

  @ParameterizedTest
  @CsvSource({"status, SLOW, 1", "status, OFF, 0", "card-reader, MEDIUM, 2", "scanner, OFF, 0"})
  void a_light_burns_as_it_was_set(String name, Light light, int expected) {
    assertThat(site.lights()).containsExactlyInAnyOrder("status", "card-reader", "scanner");
    assertThat(site.light(name, Light.CONTINUOUS, seconds(20)))
        .isEqualTo(new Outcome.Done<>(Light.CONTINUOUS));
    assertThat(site.light(name, light, seconds(20))).isEqualTo(new Outcome.Done<>(light));
    assertThat(far.light(name)).isEqualTo(expected);
  }

  @Test
  void the_door_is_released_once_and_the_relay_let_go() {
    assertThat(site.releaseDoor(seconds(20))).isEqualTo(new Outcome.Done<>(new Released()));
    assertThat(far.released()).isEqualTo(1);
    assertThat(far.held()).isFalse();
  }

  @Test
  void a_relay_whose_pull_nobody_confirmed_is_let_go_at_once() {
    site.close();
    site = open(far.address(), withoutProbes());
    await().until(() -> site.status().ready());
    far.setFault("no-answer", FaultPlan.ONCE);
    assertThat(site.releaseDoor(seconds(20))).isInstanceOf(Outcome.Uncertain.class);
    assertThat(far.released()).isEqualTo(1);
    assertThat(far.held()).isFalse();
  }

  @Test
  void a_relay_that_was_held_when_the_line_went_is_let_go_when_it_is_back() throws Exception {
    var release = CompletableFuture.supplyAsync(() -> site.releaseDoor(seconds(20)));
    await().until(far::held);
    far.unplug();
    assertThat(release.get()).isInstanceOf(Outcome.Uncertain.class);
    assertThat(far.held()).isTrue();
    far.plug();
    await().until(() -> site.status().ready());
    assertThat(far.held()).isFalse();
    assertThat(far.released()).isEqualTo(1);
  }

  @Test
  void a_relay_that_was_held_when_its_board_fell_silent_is_let_go_when_it_answers()
      throws Exception {
    var release = CompletableFuture.supplyAsync(() -> site.releaseDoor(seconds(20)));
    await().until(far::held);
    far.setFault("board-dead");
    assertThat(release.get()).isInstanceOf(Outcome.Uncertain.class);
    await().until(() -> site.status().state() == DeviceState.HARDWARE_ERROR);
    far.clearFaults();
    await().until(() -> site.status().ready());
    assertThat(far.held()).isFalse();
  }

  @Test
  void a_relay_that_another_run_left_held_is_let_go_before_the_site_is_ready() throws Exception {
    var release = CompletableFuture.supplyAsync(() -> site.releaseDoor(seconds(20)));
    await().until(far::held);
    far.unplug();
    assertThat(release.get()).isInstanceOf(Outcome.Uncertain.class);
    site.close();
    far.plug();
    site = open(far.address());
    await().until(() -> site.status().ready());
    assertThat(far.held()).isFalse();
  }

  @Test
  void a_write_whose_confirmation_is_damaged_is_read_back_and_not_sent_twice() {
    far.setFault("bad-checksum", FaultPlan.ONCE);
    assertThat(site.light("scanner", Light.QUICK, seconds(20)))
        .isEqualTo(new Outcome.Done<>(Light.QUICK));
    assertThat(far.light("scanner")).isEqualTo(3);
  }

  @Test
  void a_dead_unit_takes_only_its_own_values_with_it() {
    far.setFault("sensor-dead");
    await().until(() -> site.status().state() == DeviceState.HARDWARE_ERROR);
    assertThat(site.status().fault().code()).isEqualTo(FaultCode.NO_ANSWER);
    assertThat(site.surroundings().door()).isEqualTo(Door.CLOSED);
    assertThat(site.surroundings().temperature()).isEmpty();
    assertThat(site.light("status", Light.CONTINUOUS, seconds(20)))
        .isInstanceOf(Outcome.Done.class);
    far.clearFaults();
    await().until(() -> site.status().state() == DeviceState.ONLINE);
    assertThat(site.surroundings()).isEqualTo(calm());
  }

  @Test
  void an_impossible_value_is_no_value() {
    far.setFault("implausible");
    await().until(() -> site.status().fault() != null);
    assertThat(site.status().fault().code()).isEqualTo(FaultCode.SENSOR);
    assertThat(site.surroundings().temperature()).isEmpty();
    assertThat(site.surroundings().presence()).isEqualTo(Presence.NOT_PRESENT);
  }

  @Test
  void unplugged_it_is_absent_knows_nothing_and_returns_by_itself() {
    far.unplug();
    await().until(() -> site.status().state() == DeviceState.NO_DEVICE);
    assertThat(site.surroundings()).isEqualTo(Surroundings.UNKNOWN);
    far.presence(true);
    far.plug();
    await().until(() -> site.surroundings().presence() == Presence.PRESENT);
  }

  @Test
  void self_tests_pass_on_a_good_site_and_fail_on_a_bad_one() {
    assertThat(passes()).containsExactly(true, true);
    assertThat(far.light("scanner")).isZero();
    far.setFault("implausible");
    assertThat(passes()).containsExactly(false, true);
    far.clearFaults();
    far.setFault("lights-dead");
    assertThat(passes()).containsExactly(true, false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "door=1/input/0 | a table of discrete, coil",
        "door=1/discrete | UNIT/TABLE/ADDRESS",
        "door=300/discrete/0 | a unit of 1 to 247",
        "temperature=1/input/0/1,2 | the scale is a number",
        "light.a=1/holding/0/1,2 | five values",
        "light.a=1/holding/0/1,2,3,4,99999 | five values",
        "dor=1/discrete/0 | the parameter 'dor' is unknown",
        "baud=9600 | nothing is configured"
      })
  void a_wrong_register_map_is_refused_with_the_choices(String parameter, String told) {
    assertThatThrownBy(() -> open("modbus+serial:/dev/ttyS9?" + parameter))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(told);
  }

  private List<Boolean> passes() {
    return site.selfTests().stream()
        .map(test ->
            test.run(seconds(20)) instanceof Outcome.Done<Verdict>(Verdict verdict)
                && verdict.passed())
        .toList();
  }

  private static Surroundings calm() {
    return new Surroundings(
        Door.CLOSED, Presence.NOT_PRESENT, OptionalDouble.of(21.5), OptionalDouble.of(45));
  }

  private static Call seconds(int seconds) {
    return Call.within(Duration.ofSeconds(seconds));
  }

  private static <T> T done(Outcome<T> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done<T>) outcome).value();
  }
}
