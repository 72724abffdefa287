package io.yichuang.kiosk.identity;

import io.yichuang.device.DeviceEvent;
import io.yichuang.device.DeviceStatus;
import io.yichuang.device.MediaState;
import io.yichuang.kiosk.devices.DeviceBoard;
import io.yichuang.kiosk.session.TurnEnded;
import io.yichuang.kiosk.session.Turns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A card that still lies on the reader when its turn has ended, or when the terminal starts: then
 * its turn ended with the power. It is reminded of, and it is never read for whoever comes next: a
 * reader that was switched off and on would find it like a fresh one. Any thread.
 */
@Component
public class LeftCard {
  /** Practice of unattended terminals: until then its owner is near, then it is the staff's. */
  private static final Duration OWNER_IS_NEAR = Duration.ofSeconds(60);

  private final DeviceBoard devices;
  private final Turns turns;
  private final Clock clock;
  private volatile @Nullable Instant since;

  /** Whether the reader has said once what lies on it. */
  private boolean looked;

  LeftCard(DeviceBoard devices, Turns turns, Clock clock) {
    this.devices = devices;
    this.turns = turns;
    this.clock = clock;
    devices
        .idCardReader()
        .ifPresent(reader -> {
          reader.subscribe(this::heard);
          look(reader.status(), clock.instant());
        });
  }

  /** What the reader says first, before anybody came, was there before the terminal was. */
  private synchronized void look(DeviceStatus status, Instant at) {
    if (!looked && turns.epoch() == 0 && status.media() == MediaState.PRESENT) {
      since = at;
    }
    looked |= status.media() != MediaState.UNKNOWN;
  }

  @EventListener
  void ended(TurnEnded turn) {
    DeviceStatus reader = devices.statuses().get(DeviceBoard.ID_CARD_READER);
    if (reader != null && reader.media() == MediaState.PRESENT) {
      since = clock.instant();
    }
  }

  private void heard(DeviceEvent event) {
    switch (event) {
      case DeviceEvent.MediaRemoved removed -> since = null;
      case DeviceEvent.StatusChanged(var device, long number, Instant at, DeviceStatus status) -> {
        if (status.media() == MediaState.NOT_PRESENT) {
          since = null;
        }
        look(status, at);
      }
      case DeviceEvent.MediaInserted inserted -> {}
    }
  }

  /** Whether it still lies there. */
  boolean lies() {
    return since != null;
  }

  /** Key of what the standby page says about it; empty when there is none. */
  public Optional<String> words() {
    Instant left = since;
    if (left == null) {
      return Optional.empty();
    }
    boolean near = Duration.between(left, clock.instant()).compareTo(OWNER_IS_NEAR) < 0;
    return Optional.of(near ? "identity.card.take" : "identity.card.forgotten");
  }
}
