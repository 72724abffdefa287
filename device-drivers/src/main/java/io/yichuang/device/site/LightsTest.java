package io.yichuang.device.site;

import io.yichuang.device.Call;
import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import io.yichuang.device.Outcome;
import io.yichuang.device.SelfTest;
import io.yichuang.device.Site.Light;
import io.yichuang.device.lane.Lane;
import java.util.ArrayList;

/** Every light is switched on, read back and set as it was; the technician sees it. */
record LightsTest(Lane<SiteSession> lane, SiteMap map) implements SelfTest {
  @Override
  public String name() {
    return "lights";
  }

  @Override
  public Outcome<Verdict> run(Call call) {
    return lane.run(
        call,
        (session, turn) -> {
          var bad = new ArrayList<String>();
          for (var light : map.lights().entrySet()) {
            turn.check();
            try {
              if (!burns(session, light.getValue())) {
                bad.add(light.getKey());
              }
            } catch (DeviceException e) {
              if (e.fault().code() == FaultCode.CONNECTION_LOST) {
                throw e;
              }
              bad.add(light.getKey() + " (" + e.fault().detail() + ")");
            }
          }
          return new Outcome.Done<>(
              new Verdict(
                  bad.isEmpty(),
                  "expected " + map.lights().size() + " lights; without effect: " + bad));
        });
  }

  private static boolean burns(SiteSession session, Point light) throws DeviceException {
    int before = session.read(light);
    int on = SiteMap.raw(light, Light.CONTINUOUS);
    session.write(light, on);
    boolean burns = session.read(light) == on;
    session.write(light, before);
    return burns;
  }
}
