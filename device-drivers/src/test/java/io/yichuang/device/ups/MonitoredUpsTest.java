package io.yichuang.device.ups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.yichuang.device.Call;
import io.yichuang.device.DeviceId;
import io.yichuang.device.DeviceState;
import io.yichuang.device.FaultCode;
import io.yichuang.device.Outcome;
import io.yichuang.device.SelfTest.Verdict;
import io.yichuang.device.Ups.Battery;
import io.yichuang.device.Ups.Mains;
import io.yichuang.device.Ups.Power;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.link.Address;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.power.UpsSimulator;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The driver on a pseudo-terminal, a simulated Q1 at its far end. */
@Timeout(60)
class MonitoredUpsTest {
  private static final int FASTER = 2;

  @TempDir Path folder;
  private UpsSimulator far;
  private MonitoredUps ups;

  @BeforeEach
  void start() {
    far = new UpsSimulator(SimulatorOptions.in(folder).withSpeed(FASTER * 5));
    ups = open(far.address());
    await().until(() -> ups.status().ready());
  }

  private static MonitoredUps open(String address) {
    return MonitoredUps.open(
        new DeviceId("ups"),
        Address.parse(address),
        UpsTimings.usual().faster(FASTER),
        LaneClock.system());
  }

  @AfterEach
  void stop() {
    ups.close();
    far.close();
  }

  @Test
  void mains_that_go_and_come_back_are_seen() {
    assertThat(ups.power().mains()).isEqualTo(Mains.POWERING);
    assertThat(ups.power().inputVolts()).hasValue(229.4);
    far.load(61);
    far.mains(false);
    await().until(() -> ups.power().mains() == Mains.NO_POWER);
    assertThat(ups.status().state()).isEqualTo(DeviceState.ONLINE);
    assertThat(ups.power().load()).hasValue(61);
    far.mains(true);
    await().until(() -> ups.power().mains() == Mains.POWERING);
  }

  @Test
  void a_battery_that_ends_soon_is_a_fault_while_the_mains_are_off() {
    far.setFault("battery-low");
    await().until(() -> ups.power().battery() == Battery.LOW);
    assertThat(ups.status().fault()).isNull();
    far.mains(false);
    await().until(() -> ups.status().fault() != null);
    assertThat(ups.status().fault().code()).isEqualTo(FaultCode.BATTERY_LOW);
  }

  @Test
  void a_broken_ups_is_a_hardware_error() {
    far.setFault("broken");
    await().until(() -> ups.status().state() == DeviceState.HARDWARE_ERROR);
    assertThat(ups.status().fault().code()).isEqualTo(FaultCode.UPS_BROKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "truncated", "dropped-byte"})
  void a_bad_wire_never_makes_a_power_cut(String fault) {
    far.setFault(fault);
    for (int i = 0; i < 5; i++) {
      if (ups.look(seconds(20)) instanceof Outcome.Done<Power>(Power power)) {
        assertThat(power.mains()).as(fault).isEqualTo(Mains.POWERING);
        assertThat(power.battery()).as(fault).isEqualTo(Battery.OPERATIONAL);
      }
    }
  }

  @Test
  void unplugged_it_is_absent_knows_nothing_and_returns_by_itself() {
    far.unplug();
    await().until(() -> ups.status().state() == DeviceState.NO_DEVICE);
    assertThat(ups.power()).isEqualTo(Power.UNKNOWN);
    far.plug();
    await().until(() -> ups.power().mains() == Mains.POWERING);
  }

  @Test
  void the_self_test_passes_on_a_good_ups_and_fails_on_a_bad_one() {
    assertThat(passes()).isTrue();
    far.setFault("broken");
    assertThat(passes()).isFalse();
    far.clearFaults();
    far.mains(false);
    assertThat(passes()).isFalse();
  }

  @Test
  void a_wrong_address_is_refused_with_the_choices() {
    assertThatThrownBy(() -> open("nut://127.0.0.1")).hasMessageContaining("3493/NAME");
    assertThatThrownBy(() -> open("serial:/dev/ttyS9?driver=q2")).hasMessageContaining("q1");
    assertThatThrownBy(() -> open("nut://127.0.0.1/kiosk?user=x")).hasMessageContaining("unknown");
  }

  private boolean passes() {
    return ups.selfTests().getFirst().run(seconds(20))
            instanceof Outcome.Done<Verdict>(Verdict verdict)
        && verdict.passed();
  }

  private static Call seconds(int seconds) {
    return Call.within(Duration.ofSeconds(seconds));
  }
}
