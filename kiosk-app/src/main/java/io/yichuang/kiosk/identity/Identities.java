package io.yichuang.kiosk.identity;

import io.yichuang.kiosk.devices.DeviceBoard;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Screen;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** For features that want to know who somebody is. */
@Component
public class Identities {
  private final Recognition recognition;
  private final FaceChecks faces;
  private final DeviceBoard devices;
  private final LeftCard leftCard;
  private final Clock clock;

  Identities(
      Recognition recognition,
      FaceChecks faces,
      DeviceBoard devices,
      LeftCard leftCard,
      Clock clock) {
    this.recognition = recognition;
    this.faces = faces;
    this.devices = devices;
    this.leftCard = leftCard;
    this.clock = clock;
  }

  /** The page with the ways that reach the goal. */
  public Screen screen(Goal goal, Turn turn) {
    return new IdentifyScreen(
        goal, recognition, faces, devices.idCardReader(), leftCard, clock, turn);
  }
}
