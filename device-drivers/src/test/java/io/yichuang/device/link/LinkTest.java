package io.yichuang.device.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class LinkTest {
  private static final Duration SHORT = Duration.ofMillis(50);

  @TempDir Path folder;

  @Test
  void bytes_go_both_ways_and_silence_is_zero() throws Exception {
    try (var server = server();
        ByteLink link = port(server).open();
        Socket far = server.accept()) {
      byte[] buffer = new byte[8];
      assertThat(link.read(buffer, SHORT)).isZero();
      far.getOutputStream().write(7);
      assertThat(link.read(buffer, Duration.ofSeconds(5))).isEqualTo(1);
      link.write(new byte[] {9}, SHORT);
      assertThat(far.getInputStream().read()).isEqualTo(9);
    }
  }

  @Test
  void a_far_end_that_closes_is_a_lost_connection() throws Exception {
    try (var server = server();
        ByteLink link = port(server).open()) {
      server.accept().close();
      assertFault(() -> link.read(new byte[8], Duration.ofSeconds(5)), FaultCode.CONNECTION_LOST);
    }
  }

  @Test
  void a_far_end_that_takes_nothing_ends_the_write_in_time() throws Exception {
    try (var server = server();
        ByteLink link = port(server).open();
        Socket far = server.accept()) {
      assertThat(far.isConnected()).isTrue();
      assertFault(() -> link.write(new byte[64 << 20], SHORT), FaultCode.NO_ANSWER);
    }
  }

  @Test
  void nothing_there_is_unplugged() throws Exception {
    int port;
    try (var server = server()) {
      port = server.getLocalPort();
    }
    Port gone = Port.at(Address.parse("tcp://127.0.0.1:" + port), line(), Set.of());
    assertFault(gone::open, FaultCode.UNPLUGGED);
    Port serial = Port.at(Address.parse("serial:" + folder + "/none"), line(), Set.of());
    assertThat(serial.attached()).isFalse();
    assertFault(serial::open, FaultCode.UNPLUGGED);
  }

  @Test
  void adapters_are_found_by_identity_and_by_place() throws IOException {
    Path usb = folder.resolve("devices/usb1/1-1.4");
    Path tty = Files.createDirectories(usb.resolve("1-1.4:1.0/ttyUSB3"));
    Files.writeString(usb.resolve("idVendor"), "067b\n");
    Files.writeString(usb.resolve("idProduct"), "2303\n");
    Files.writeString(usb.resolve("serial"), "A1\n");
    Path shown = Files.createDirectories(folder.resolve("class/ttyUSB3"));
    Files.createSymbolicLink(shown.resolve("device"), tty);
    Files.createDirectories(folder.resolve("class/tty0")); // no device at all
    var ports = new UsbNodes(folder.resolve("class"));
    assertThat(ports.find(a -> a.serial().equals("A1")).orElseThrow())
        .isEqualTo(new UsbNodes.Node("ttyUSB3", "067b", "2303", "A1", "1-1.4"));
    assertThat(ports.find(a -> a.place().equals("1-1.5"))).isEmpty();
    Files.writeString(shown.resolve("index"), "1\n"); // as the second file of a camera
    assertThat(ports.find(a -> a.serial().equals("A1"))).isEmpty();
    assertThat(new UsbNodes(folder.resolve("none")).find(a -> true)).isEmpty();
  }

  private static ServerSocket server() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  private static Port port(ServerSocket server) {
    return Port.at(Address.parse("tcp://127.0.0.1:" + server.getLocalPort()), line(), Set.of());
  }

  private static SerialSettings line() {
    return SerialSettings.plain(9600);
  }

  private static void assertFault(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, FaultCode code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            DeviceException.class, e -> assertThat(e.fault().code()).isEqualTo(code));
  }
}
