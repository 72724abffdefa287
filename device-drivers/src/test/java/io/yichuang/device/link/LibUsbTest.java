package io.yichuang.device.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yichuang.device.DeviceException;
import io.yichuang.device.DeviceId;
import io.yichuang.device.DeviceState;
import io.yichuang.device.FaultCode;
import io.yichuang.device.idcard.SamIdCardReader;
import io.yichuang.device.idcard.SamTimings;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.device.natives.SystemLibrary;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class LibUsbTest {
  private static final UsbPlace NOBODY = new UsbPlace(0xFFFF, 0xFFFE, "");

  /** With devices or without, with a USB host or without: it starts, lists, ends, and says why. */
  @Test
  void the_systems_own_library_starts_lists_and_ends() {
    Assumptions.assumeTrue(
        installed(), "libusb-1.0.so.0 (package libusb-1.0-0) is not installed here");
    for (int round = 0; round < 3; round++) {
      LibUsb usb = LibUsb.at("libusb-1.0.so.0");
      try {
        usb.has(NOBODY);
        assertThatThrownBy(() -> usb.open(NOBODY))
            .isInstanceOf(DeviceException.class)
            .satisfies(e ->
                assertThat(((DeviceException) e).fault().code())
                    .isIn(FaultCode.UNPLUGGED, FaultCode.NOT_INSTALLED));
      } finally {
        usb.exit();
      }
    }
  }

  private static boolean installed() {
    try {
      SystemLibrary.load(List.of("libusb-1.0.so.0"));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void without_the_library_opening_says_which_package_is_missing() {
    LibUsb usb = LibUsb.at("/nowhere/libusb-1.0.so.0");
    assertThat(usb.has(NOBODY)).as("nobody can know").isTrue();
    assertThatThrownBy(() -> usb.open(NOBODY))
        .isInstanceOf(DeviceException.class)
        .satisfies(e -> {
          assertThat(((DeviceException) e).fault().code()).isEqualTo(FaultCode.NOT_INSTALLED);
          assertThat(((DeviceException) e).fault().detail())
              .contains("/nowhere/libusb-1.0.so.0", "libusb-1.0-0");
        });
  }

  @Test
  void a_library_with_other_functions_is_not_taken_for_it() {
    assertThatThrownBy(() -> LibUsb.at("libc.so.6").open(NOBODY))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("too old");
  }

  @Test
  void a_device_without_its_library_says_so_for_as_long_as_it_lasts() {
    String before = System.getProperty("yichuang.libusb", "");
    System.setProperty("yichuang.libusb", "/nowhere/libusb-1.0.so.0");
    try (var reader =
        SamIdCardReader.open(
            new DeviceId("reader"),
            Address.parse("usb:0400:c35a?driver=sam"),
            SamTimings.usual().faster(100),
            LaneClock.system())) {
      await().until(() -> reader.status().fault() != null);
      // Ten failures would be a quarantine, whose text says nothing of a library.
      for (int i = 0; i < 30; i++) {
        assertThat(
                reader
                    .selfTests()
                    .getFirst()
                    .run(io.yichuang.device.Call.within(java.time.Duration.ofSeconds(5))))
            .matches(outcome -> outcome.toString().contains("NOT_INSTALLED"));
      }
      assertThat(reader.status().state()).isEqualTo(DeviceState.OFFLINE);
      assertThat(reader.status().fault())
          .matches(fault -> fault != null && fault.code() == FaultCode.NOT_INSTALLED);
    } finally {
      if (before.isEmpty()) {
        System.clearProperty("yichuang.libusb");
      } else {
        System.setProperty("yichuang.libusb", before);
      }
    }
  }

  @Test
  void wrong_addresses_name_what_would_be_right() {
    wrong("usb:c35a?driver=sam", "VVVV:PPPP");
    wrong("usb:0400:c35a?port=1.4", "port=1-1.4");
    wrong("usb:0400:c35a?split=99", "0 to 64");
    wrong("usb:0400:c35a?baud=9600", "port");
  }

  private static void wrong(String address, String choice) {
    assertThatThrownBy(
            () -> Port.at(Address.parse(address), SerialSettings.plain(115_200), Set.of("driver")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(choice);
  }

  /** Two slow cores that do much else have to be enough. */
  private static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(40));
  }
}
