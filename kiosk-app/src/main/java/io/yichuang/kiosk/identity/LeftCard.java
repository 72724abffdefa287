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
import java.util.List;
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
  /**
   * Practice of unattended terminals (banks): at once a voice, after 10 s a sound, after 20 s a
   * light, after 60 s its owner is gone and it is the staff's. It is never swallowed.
   */
  private static final List<Duration> STEPS =
      List.of(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(60));

  /**
   * How a card is reminded of now.
   *
   * @param words key of what the standby page says
   * @param step 0 to 3; each comes with a sound and a flash, the last is told to the staff
   */
  public record Reminder(String words, int step) {}

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

  /** How it is reminded of; empty when there is none. */
  public Optional<Reminder> reminder() {
    Instant left = since;
    if (left == null) {
      return Optional.empty();
    }
    Duration lain = Duration.between(left, clock.instant());
    int step = (int) STEPS.stream().filter(begins -> lain.compareTo(begins) >= 0).count();
    boolean near = step < STEPS.size();
    return Optional.of(new Reminder(near ? "identity.card.take" : "identity.card.forgotten", step));
  }

  /** Whether the staff has to come for one. */
  boolean forgotten() {
    return reminder().filter(now -> now.step() == STEPS.size()).isPresent();
  }
}
