package io.yichuang.device.site;

import io.yichuang.device.Call;
import io.yichuang.device.Outcome;
import io.yichuang.device.SelfTest;
import io.yichuang.device.lane.Lane;

/** Every sensor answers, and with a value that can be. */
record SensorsTest(Lane<SiteSession> lane) implements SelfTest {
  @Override
  public String name() {
    return "sensors";
  }

  @Override
  public Outcome<Verdict> run(Call call) {
    return lane.run(
        call,
        (session, turn) -> {
          turn.report(session.look());
          var fault = session.fault();
          return new Outcome.Done<>(
              new Verdict(
                  fault == null,
                  "expected every sensor; came " + session.seen() + (fault == null ? "" : fault)));
        });
  }
}
