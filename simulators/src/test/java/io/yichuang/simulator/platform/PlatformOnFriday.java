package io.yichuang.simulator.platform;

import static io.yichuang.simulator.platform.PlatformClient.json;

import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.people.People;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The platform on a Friday before a weekend, and a terminal that talks to it. */
@Timeout(60)
abstract class PlatformOnFriday {
  /** 10:31 in the office. */
  static final Instant FRIDAY = Instant.parse("2026-11-20T02:31:00Z");

  @TempDir Path folder;
  SimulatedPlatform platform;
  PlatformClient terminal;

  @BeforeEach
  void start() throws Exception {
    platform =
        new SimulatedPlatform(
            SimulatorOptions.in(folder).withSpeed(1000).withClock(() -> FRIDAY), new People());
    terminal = new PlatformClient(platform.url());
    terminal.putFiles();
  }

  @AfterEach
  void stop() {
    terminal.close();
    platform.close();
  }

  final String submitted() throws Exception {
    return json(terminal.submit("NC3-1", PlatformClient.lease("NC3-1", FRIDAY)))
        .get("code")
        .asString();
  }

  final JsonNode found(String code) throws Exception {
    return json(terminal.post("/v1/cases/search", "{\"code\": \"" + code + "\"}"))
        .get("cases")
        .get(0);
  }
}
