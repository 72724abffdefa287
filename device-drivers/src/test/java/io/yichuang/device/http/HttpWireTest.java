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
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
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

  /** The far end says its last answer again as soon as it is asked the next question. */
  @Test
  void alone_an_answer_that_comes_again_is_not_the_answer_to_the_next_question() throws Exception {
    try (var repeater = new Repeater()) {
      HttpRequest ask = HttpRequest.newBuilder(repeater.uri()).build();
      assertThat(body(wire, ask)).isEqualTo("1");
      assertThat(body(wire, ask)).as("on one connection").isEqualTo("1");
      try (var alone = wire.alone()) {
        assertThat(body(alone, ask)).isEqualTo("3");
      }
      try (var alone = wire.alone()) {
        assertThat(body(alone, ask)).isEqualTo("4");
      }
    }
  }

  private static String body(HttpWire wire, HttpRequest ask) throws DeviceException {
    return new String(wire.exchange(ask, MOST, LONG).body(), StandardCharsets.US_ASCII);
  }

  /** Counts questions, and answers all but the first of a connection with the answer before. */
  private static final class Repeater implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    private final AtomicInteger asked = new AtomicInteger();

    Repeater() throws IOException {
      Thread.ofVirtual().start(this::open);
    }

    URI uri() {
      return URI.create("http://127.0.0.1:" + door.getLocalPort() + "/");
    }

    private void open() {
      try {
        while (true) {
          Socket one = door.accept();
          Thread.ofVirtual().start(() -> serve(one));
        }
      } catch (IOException e) {
        // closed: the test is over
      }
    }

    private void serve(Socket one) {
      try (one;
          var in =
              new BufferedReader(
                  new InputStreamReader(one.getInputStream(), StandardCharsets.US_ASCII))) {
        String before = "";
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          if (line.isEmpty()) {
            String now = String.valueOf(asked.incrementAndGet());
            String said = before.isEmpty() ? now : before;
            before = now;
            String answer = "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n" + said;
            one.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
          }
        }
      } catch (IOException e) {
        // the client has gone
      }
    }

    @Override
    public void close() throws IOException {
      door.close();
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
