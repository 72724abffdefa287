package io.yichuang.kiosk.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.yichuang.device.Device;
import io.yichuang.device.GlyphRaster;
import io.yichuang.kiosk.KioskProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** A wrong setting stops the start, and says which one and what it may be. */
class ConfiguredDevicesTest {
  private final ApplicationContextRunner terminal =
      new ApplicationContextRunner()
          .withUserConfiguration(Settings.class)
          .withBean(GlyphRaster.class, () -> mock(GlyphRaster.class));

  @Configuration
  @EnableConfigurationProperties(KioskProperties.class)
  static class Settings {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kiosk.devices.scaner.address=sane://127.0.0.1:6566    | kiosk.devices.scaner | id-card-reader
          kiosk.devices.scanner.address=                        | kiosk.devices.scanner | scheme
          kiosk.devices.scanner.paper=80mm                      | kiosk.devices.scanner.address | missing
          kiosk.devices.scanner.address=ftp://127.0.0.1/        | kiosk.devices.scanner | escl+http, escl+https
          kiosk.devices.page-printer.address=tcp://127.0.0.1:1  | kiosk.devices.page-printer | ipp, ipps
          kiosk.devices.id-card-reader.address=serial:/x?driver=sma | kiosk.devices.id-card-reader | sam
          kiosk.devices.receipt-printer.address=tcp://127.0.0.1:99999 | kiosk.devices.receipt-printer | port
          kiosk.devices.id-card-reader.address=serial:/dev/ttyUSB0?driver=sam | kiosk.devices.id-card-reader.address | by-id
          kiosk.devices.face-camera.address=v4l2:/dev/video1    | kiosk.devices.face-camera.address | /dev/v4l/by-id
          kiosk.devices.scanner.adress=sane://127.0.0.1:6566    | kiosk.devices.scanner | adress
          kiosk.terminal.id=nc 1                                | kiosk.terminal.id | NC-0107
          kiosk.terminal.region=50                              | kiosk.terminal.region | GB/T 2260
          kiosk.terminal.night-from=25                          | kiosk.terminal.night-from | 0 to 23
          kiosk.terminal.profile=hotel                          | kiosk.terminal.profile | hotel
          kiosk.platform.url=platform.example                   | kiosk.platform.url | http://
          kiosk.idle.page=soon                                  | kiosk.idle.page | soon
          """)
  void a_wrong_setting_stops_the_start_with_its_key_and_the_choices(
      String setting, String key, String choices) {
    terminal
        .withBean(Drivers.class)
        .withBean(Seeing.class)
        .withBean(ConfiguredDevices.class)
        .withPropertyValues(setting)
        .run(context -> {
          assertThat(context).hasFailed();
          assertThat(everything(context.getStartupFailure())).contains(key).contains(choices);
        });
  }

  @Test
  void what_was_started_before_a_wrong_address_lets_go_of_its_port() {
    Drivers drivers = mock(Drivers.class);
    Device reader = mock(Device.class);
    when(drivers.start(eq("id-card-reader"), any(), any(), any())).thenReturn(reader);
    terminal
        .withBean(Drivers.class, () -> drivers)
        .withBean(Seeing.class)
        .withBean(ConfiguredDevices.class)
        .withPropertyValues(
            "kiosk.devices.id-card-reader.address=serial:/dev/ttyS0?driver=sam",
            "kiosk.devices.toaster.address=tcp://127.0.0.1:1")
        .run(context -> {
          assertThat(context).hasFailed();
          verify(reader).close();
        });
  }

  /** What an integrator reads: the messages of all causes. */
  private static String everything(Throwable failure) {
    var words = new StringBuilder();
    for (Throwable each = failure; each != null; each = each.getCause()) {
      words.append(each.getMessage()).append('\n');
    }
    return words.toString();
  }
}
