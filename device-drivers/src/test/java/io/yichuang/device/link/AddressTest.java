package io.yichuang.device.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "serial:/dev/ttyS0?baud=9600&parity=none&driver=crt591",
        "serial:usb=067b:2303/SERIAL?driver=sam",
        "serial:usb-port=1-1.4",
        "usb:0400:c35a?driver=sam",
        "tcp://host:9100?driver=escpos",
        "sane://127.0.0.1:6566/DEVICE",
        "escl+http://host/eSCL",
        "ipp://host:631/ipp/print",
        "v4l2:/dev/video0",
        "mjpeg+http://host/stream",
        "file:/folder",
        "pcsc:READER",
        "modbus+serial:/dev/ttyS1",
        "nut://host/ups",
        "xfs+ws://host:5846/xfs4iot/v1.0/service"
      })
  void every_address_of_the_design_is_read_and_written_alike(String text) {
    assertThat(Address.parse(text)).hasToString(text);
  }

  @Test
  void the_parts_are_told_apart() {
    Address address = Address.parse("escl+http://[::1]:8080/eSCL?driver=escl&dpi=300");
    assertThat(address.scheme()).isEqualTo("escl+http");
    assertThat(address.host()).isEqualTo("[::1]");
    assertThat(address.parameter("dpi", "200")).isEqualTo("300");
    assertThat(address.uri("http", 80)).hasToString("http://[::1]:8080/eSCL");
    assertThat(Address.parse("ipp://h/p").uri("http", 631)).hasToString("http://h:631/p");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/dev/ttyS0 | serial",
        "seriell:/dev/ttyS0 | serial",
        "tcp:host:9100 | tcp://HOST:PORT/PATH",
        "tcp://host:99999 | 1 to 65535",
        "serial:/dev/x?baud | NAME=VALUE",
        "serial:/dev/x?baud=1200&baud=2400 | once"
      })
  void a_wrong_address_names_what_would_be_right(String text, String choice) {
    assertThatThrownBy(() -> Address.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text)
        .hasMessageContaining(choice);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "serial:ttyS0 | usb=VVVV:PPPP",
        "serial:/dev/x?baud=9601 | 115200",
        "serial:/dev/x?parity=mark | even",
        "serial:/dev/x?bauds=9600 | baud",
        "tcp://host | tcp://HOST:PORT",
        "ipp://host/ | serial, tcp"
      })
  void a_wrong_line_names_what_would_be_right(String text, String choice) {
    assertThatThrownBy(
            () -> Port.at(Address.parse(text), SerialSettings.plain(115_200), Set.of("driver")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(choice);
  }
}
