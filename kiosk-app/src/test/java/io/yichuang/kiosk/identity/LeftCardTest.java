package io.yichuang.kiosk.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.yichuang.device.DeviceEvent;
import io.yichuang.device.DeviceId;
import io.yichuang.device.DeviceState;
import io.yichuang.device.DeviceStatus;
import io.yichuang.device.IdCardReader;
import io.yichuang.device.MediaState;
import io.yichuang.device.Subscription;
import io.yichuang.kiosk.MovableClock;
import io.yichuang.kiosk.devices.DeviceBoard;
import io.yichuang.kiosk.session.Turns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeftCardTest {
  private static final DeviceId READER = new DeviceId("id-card-reader");
  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

  private final MovableClock clock = new MovableClock(Clock.fixed(NOW, ZoneOffset.UTC));
  private final IdCardReader reader = mock(IdCardReader.class);
  private final DeviceBoard devices = mock(DeviceBoard.class);
  private final Turns turns = mock(Turns.class);
  private @Nullable Consumer<DeviceEvent> listener;

  @BeforeEach
  void terminal() {
    when(devices.idCardReader()).thenReturn(Optional.of(reader));
    when(reader.status()).thenReturn(DeviceStatus.starting(NOW));
    when(reader.subscribe(any()))
        .thenAnswer(call -> {
          listener = call.getArgument(0);
          return mock(Subscription.class);
        });
  }

  private LeftCard started() {
    return new LeftCard(devices, turns, clock);
  }

  private static DeviceStatus online(MediaState media) {
    return new DeviceStatus(DeviceState.ONLINE, media, Map.of(), null, NOW);
  }

  private void says(MediaState media) {
    listener.accept(new DeviceEvent.StatusChanged(READER, 1, NOW, online(media)));
  }

  @Test
  void a_card_that_lies_there_when_the_terminal_starts_is_nobodys_until_it_is_taken() {
    LeftCard left = started();
    says(MediaState.PRESENT);
    assertThat(left.lies()).isTrue();
    assertThat(left.reminder()).contains(new LeftCard.Reminder("identity.card.take", 0));
    says(MediaState.NOT_PRESENT);
    says(MediaState.PRESENT);
    assertThat(left.lies()).isFalse();
  }

  @Test
  void it_is_seen_too_if_the_reader_was_faster_than_the_terminal() {
    when(reader.status()).thenReturn(online(MediaState.PRESENT));
    assertThat(started().lies()).isTrue();
  }

  @Test
  void a_card_laid_later_is_the_citizens() {
    LeftCard left = started();
    says(MediaState.NOT_PRESENT);
    says(MediaState.PRESENT);
    assertThat(left.lies()).isFalse();
  }

  @Test
  void a_reader_that_tells_of_a_card_only_when_it_reads_one_leaves_it_to_the_citizen() {
    LeftCard left = started();
    says(MediaState.UNKNOWN);
    when(turns.epoch()).thenReturn(1L);
    says(MediaState.PRESENT);
    assertThat(left.lies()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "0, take, 0",
    "9, take, 0",
    "10, take, 1",
    "19, take, 1",
    "20, take, 2",
    "59, take, 2",
    "60, forgotten, 3",
    "3600, forgotten, 3"
  })
  void it_is_told_at_once_sounds_after_10_s_lights_up_after_20_and_is_the_staffs_after_60(
      int seconds, String words, int step) {
    LeftCard left = started();
    says(MediaState.PRESENT);
    clock.forward(Duration.ofSeconds(seconds));
    assertThat(left.reminder()).contains(new LeftCard.Reminder("identity.card." + words, step));
    assertThat(left.forgotten()).isEqualTo(step == 3);
    assertThat(new LeftCardHealthIndicator(left).health().getDetails())
        .containsEntry("forgotten", step == 3);
  }
}
