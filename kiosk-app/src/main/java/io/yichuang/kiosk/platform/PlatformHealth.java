package io.yichuang.kiosk.platform;

import io.yichuang.kiosk.catalogue.Availability;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/** Whether the last exchange with the platform went well: what the lintel says of the network. */
@Component
public class PlatformHealth implements Availability.Network {
  private final AtomicBoolean up = new AtomicBoolean();

  @Override
  public boolean up() {
    return up.get();
  }

  void answered() {
    up.set(true);
  }

  void failed() {
    up.set(false);
  }
}
