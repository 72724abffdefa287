package io.yichuang.device.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yichuang.device.GlyphRaster;
import io.yichuang.device.driver.Drivers;
import io.yichuang.device.lane.LaneClock;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.replay.ReplayedDevice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Recorded traces are devices: drivers say of them today what they said when they were recorded.
 */
@Timeout(120)
class TraceReplayTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "card-through-the-path.trace | selftest | 0 | \"test\":\"card-through-the-path\",\"passed\":true",
        "card-jam.trace | selftest | 1 | expected a card in the bin; came Failed",
        "ups-on-battery.trace | status | 1 | \"fault\":\"U-802\"",
        "site-sensor-dead.trace | read | 0 | \"temperature\":null"
      })
  void a_recorded_device_says_it_again(String trace, String action, int exit, String told)
      throws Exception {
    try (var device = new ReplayedDevice(quick("it"), recorded(trace))) {
      int came = run(device.address(), action);
      assertThat(came).as(out).isEqualTo(exit);
      assertThat(out).contains(told);
      assertThat(device.state()).containsEntry("unknown", 0);
    }
  }

  @Test
  void what_is_traced_of_a_replay_can_be_replayed() throws Exception {
    Path again = folder.resolve("again.trace");
    try (var device = new ReplayedDevice(quick("first"), recorded("card-through-the-path.trace"))) {
      assertThat(run(device.address(), "trace", "selftest", "-o", again.toString())).isZero();
    }
    try (var device = new ReplayedDevice(quick("second"), again)) {
      assertThat(run(device.address(), "selftest")).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x | line 1: no trace begins like this",
        "# yichuang trace 1 serial:/dev/ttyS0?driver=q1 | line 1: nothing was asked",
        "# yichuang trace 1 serial:/dev/x;2026-11-22T08:00:00Z > 2 masked | line 2: masked",
        "# yichuang trace 1 serial:/dev/x;2026-11-22T08:00:00Z > 2 abc | line 2: no entry",
        "# yichuang trace 1 serial:/dev/x;yesterday > 2 abcd | line 2: no time",
        "# yichuang trace 1 serial:/dev/x;2026-11-22T08:00:00Z < 2 abcd | an answer before"
      })
  void what_is_no_trace_or_was_masked_is_refused_with_its_line(String text, String why)
      throws IOException {
    Path file = Files.write(folder.resolve("t"), List.of(text.split(";")));
    assertThatThrownBy(() -> new ReplayedDevice(SimulatorOptions.in(folder), file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  private String out = "";

  private int run(String... arguments) {
    var bytes = new ByteArrayOutputStream();
    var stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    var drivers = new Drivers(LaneClock.system(), GlyphRaster.none(), 1);
    int exit = DeviceCommand.run(Stream.of(arguments).toList(), stream, stream, drivers);
    out = bytes.toString(StandardCharsets.UTF_8);
    return exit;
  }

  /** Answers sooner than they came, so that a loaded machine does not make them late. */
  private SimulatorOptions quick(String name) {
    return SimulatorOptions.in(folder.resolve(name)).withSpeed(10);
  }

  private static Path recorded(String name) throws URISyntaxException {
    return Path.of(TraceReplayTest.class.getResource("/io/yichuang/device/traces/" + name).toURI());
  }
}
