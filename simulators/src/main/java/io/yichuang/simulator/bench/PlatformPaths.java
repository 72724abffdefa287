package io.yichuang.simulator.bench;

import io.helidon.webserver.http.ServerRequest;
import io.yichuang.simulator.Simulators;
import io.yichuang.simulator.bench.Bench.Media;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/** The simulated government platform. */
final class PlatformPaths {
  private static final String ROOT = "/bench/platform";
  private final Simulators simulators;

  PlatformPaths(Simulators simulators) {
    this.simulators = simulators;
  }

  void addTo(Paths paths) {
    paths.get(ROOT + "/cases", _ -> platform().cases());
    paths.get(ROOT + "/cases/{code}", r -> platform().caseFile(Paths.part(r, "code")));
    paths.get(ROOT + "/cases/{code}/materials/{file}", this::material);
    paths.post(ROOT + "/cases/{code}/steps", this::step);
    paths.get(ROOT + "/messages", _ -> platform().messages());
    paths.get(ROOT + "/clock", _ -> platform().clock());
    paths.post(ROOT + "/clock", this::advance);
    paths.get(ROOT + "/faults", _ -> faults());
    paths.post(ROOT + "/faults", this::setFault);
    paths.delete(ROOT + "/faults", _ -> DevicePaths.done(() -> platform().clearFaults()));
  }

  private BenchPlatform platform() {
    return simulators.platform();
  }

  private Object material(ServerRequest request) {
    String id = DevicePaths.withoutEnding(Paths.part(request, "file"), ".pdf");
    return new Media("application/pdf", platform().materialPdf(Paths.part(request, "code"), id));
  }

  private Object step(ServerRequest request) {
    String step = Body.required(Body.of(request).json(), "step");
    return platform().step(Paths.part(request, "code"), step);
  }

  private Object advance(ServerRequest request) {
    String text = Body.required(Body.of(request).json(), "advance");
    try {
      Duration by = Duration.parse(text);
      if (by.isNegative()) {
        throw BenchRefusal.bad("bad-duration", "The clock only goes forward");
      }
      return platform().advance(by);
    } catch (DateTimeParseException e) {
      throw BenchRefusal.bad(
          "bad-duration", "'" + text + "' is no ISO 8601 duration such as P3D or PT2H");
    }
  }

  private Map<String, Object> faults() {
    return Map.of("known", platform().faults(), "active", platform().activeFaults());
  }

  private Object setFault(ServerRequest request) {
    Body body = Body.of(request);
    String name = Body.required(body.json(), "fault");
    body.fields(List.of("fault")); // it strikes until it is cleared: nothing else can be asked for
    if (!platform().faults().contains(name)) {
      throw BenchRefusal.unknown("fault", name, platform().faults());
    }
    platform().setFault(name);
    return faults();
  }
}
