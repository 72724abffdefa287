package io.yichuang.device.receipt;

import io.yichuang.device.Call;
import io.yichuang.device.Outcome;
import io.yichuang.device.SelfTest;
import io.yichuang.device.lane.Lane;

/** All sensors answer and none complains; prints nothing. */
record SensorTest(Lane<EscPosLine> lane) implements SelfTest {
  @Override
  public String name() {
    return "sensors";
  }

  @Override
  public Outcome<Verdict> run(Call call) {
    return lane.run(
        call,
        (line, turn) -> {
          PrinterSensors sensors = line.sensors();
          turn.report(sensors.health());
          return new Outcome.Done<>(
              new Verdict(sensors.fault() == null, "expected no complaint; came " + sensors));
        });
  }
}
