package io.yichuang.device.ups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yichuang.device.DeviceId;
import io.yichuang.device.DeviceState;
import io.yichuang.device.FaultCode;
import io.yichuang.device.Ups.Battery;
import io.yichuang.device.Ups.Mains;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.power.UpsSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The simulated UPS at real speed, Debian's {@code nutdrv_qx} on its line, Debian's {@code upsd} in
 * front of that, and our driver reading it.
 */
@Tag("peer")
@Timeout(120)
class NutPeerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private UpsSimulator far;
  private Nut nut;
  private MonitoredUps ups;

  @BeforeEach
  void start() throws Exception {
    far = new UpsSimulator(SimulatorOptions.in(folder));
    Path conf = Files.createDirectories(folder.resolve("nut"));
    nut = new Nut(conf, folder.resolve("dev").resolve("ups"));
    ups =
        MonitoredUps.open(
            new DeviceId("ups"), nut.address(), UpsTimings.usual(), LaneClock.system());
  }

  @AfterEach
  void stop() {
    ups.close();
    nut.close();
    far.close();
  }

  @Test
  void nut_accepts_our_ups_and_our_driver_reads_nut() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(ups.power().mains()).as(nut.log()).isEqualTo(Mains.POWERING));
    assertThat(ups.power().battery()).isEqualTo(Battery.OPERATIONAL);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(ups.power().inputVolts()).as(nut.log()).hasValue(229.4));
    assertThat(ups.power().load()).hasValue(23);

    far.setFault("battery-low");
    far.mains(false);
    await().atMost(PATIENCE).until(() -> ups.power().mains() == Mains.NO_POWER);
    await().atMost(PATIENCE).until(() -> ups.power().battery() == Battery.LOW);
    assertThat(ups.status().fault().code()).isEqualTo(FaultCode.BATTERY_LOW);
    far.clearFaults();
    far.mains(true);
    await().atMost(PATIENCE).until(() -> ups.power().mains() == Mains.POWERING);

    far.unplug();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(ups.status().state()).as(nut.log()).isEqualTo(DeviceState.OFFLINE));
    nut.killServer();
    await().atMost(PATIENCE).until(() -> ups.status().state() == DeviceState.NO_DEVICE);
  }
}
