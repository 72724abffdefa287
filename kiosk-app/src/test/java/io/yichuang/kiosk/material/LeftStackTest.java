package io.yichuang.kiosk.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.yichuang.kiosk.KioskProperties;
import io.yichuang.kiosk.devices.DeviceBoard;
import io.yichuang.kiosk.session.EndReason;
import io.yichuang.kiosk.session.TurnEnded;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** With a scanner that does not tell what lies in it. */
class LeftStackTest {
  private static final TurnEnded GONE = new TurnEnded(1, EndReason.ABANDONED);

  @TempDir Path data;
  private final DeviceBoard devices = mock(DeviceBoard.class);
  private LeftStack left;

  @BeforeEach
  void start() {
    when(devices.statuses()).thenReturn(Map.of());
    var properties =
        new Binder(new MapConfigurationPropertySource(Map.of("kiosk.data", data.toString())))
            .bindOrCreate("kiosk", KioskProperties.class);
    left = new LeftStack(devices, properties);
  }

  @Test
  void who_leaves_while_sheets_run_may_leave_some_behind() {
    left.begun();
    left.ended(GONE);
    assertThat(left.mayLie()).isTrue();
    assertThat(left.emptied()).isTrue();
    start();
    assertThat(left.mayLie()).isFalse();
  }

  @Test
  void a_terminal_that_was_cut_off_in_a_scan_knows_it_at_its_next_start() {
    left.begun();
    start();
    assertThat(left.mayLie()).isTrue();
  }

  @Test
  void a_stack_that_passed_leaves_nothing() {
    left.begun();
    left.passed(true);
    left.ended(GONE);
    assertThat(left.mayLie()).isFalse();
    start();
    assertThat(left.mayLie()).isFalse();
  }
}
