package io.yichuang.device.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import io.yichuang.device.trace.FlightRecorder;
import io.yichuang.device.trace.Mask;
import io.yichuang.simulator.fault.Faults;
import io.yichuang.simulator.http.HttpAnswer;
import io.yichuang.simulator.http.HttpFarEnd;
import io.yichuang.simulator.http.Pace;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a far end that misbehaves at will. */
@Timeout(60)
class HttpWireTest {
  private static final int MOST = 1000;
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(500);

  private final Faults faults =
      new Faults("no-answer", "garbage", "truncated", "lost", "endless", "http-500");
  private final FlightRecorder recorder =
      new FlightRecorder(Mask.ALL, java.time.InstantSource.system());
  private final HttpWire wire = new HttpWire(LONG, recorder);
  private int size = MOST;
  private HttpFarEnd far;

  @BeforeEach
  void start() {
    far =
        new HttpFarEnd(
            "far-end",
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            request -> HttpAnswer.of(200, "application/octet-stream", new byte[size]),
            faults,
            new Pace(1),
            1);
  }

  @AfterEach
  void stop() {
    wire.close();
    far.close();
  }

  @Test
  void a_body_as_long_as_its_limit_is_whole() throws Exception {
    assertThat(wire.exchange(get(), MOST, LONG).body()).hasSize(MOST);
  }

  @Test
  void a_body_beyond_its_limit_is_not_kept() {
    size = MOST + 1;
    assertFault(FaultCode.MALFORMED, LONG);
  }

  @ParameterizedTest
  @CsvSource({"endless, MALFORMED", "lost, CONNECTION_LOST"})
  void a_body_that_does_not_end_well_is_a_fault_long_before_the_limit(
      String fault, FaultCode code) {
    faults.set(fault);
    assertFault(code, LONG);
  }

  @Test
  void silence_ends_with_the_limit() {
    faults.set("no-answer");
    assertFault(FaultCode.NO_ANSWER, SHORT);
  }

  @Test
  void nobody_there_is_told_apart_from_silence() {
    far.unplug();
    assertFault(FaultCode.UNPLUGGED, LONG);
    far.plug();
  }

  @Test
  void after_every_fault_the_next_exchange_is_good() throws Exception {
    for (String fault : faults.known()) {
      faults.set(fault);
      try {
        wire.exchange(get(), MOST, SHORT);
      } catch (DeviceException e) {
        assertThat(e.fault().code()).as(fault).isNotNull();
      }
      faults.clear();
      assertThat(wire.exchange(get(), MOST, LONG).body()).as(fault).hasSize(MOST);
    }
  }

  private void assertFault(FaultCode code, Duration limit) {
    assertThatThrownBy(() -> wire.exchange(get(), MOST, limit))
        .isInstanceOfSatisfying(
            DeviceException.class, e -> assertThat(e.fault().code()).isEqualTo(code));
  }

  private HttpRequest get() {
    var at = far.address();
    return HttpRequest.newBuilder(
            URI.create("http://" + at.getAddress().getHostAddress() + ":" + at.getPort() + "/"))
        .build();
  }
}
