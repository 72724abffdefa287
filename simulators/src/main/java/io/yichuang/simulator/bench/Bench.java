package io.yichuang.simulator.bench;

import io.helidon.http.Method;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.yichuang.simulator.Simulators;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bench over HTTP: control by JSON and a page for people, on the loopback only. Errors are
 * problem+json (RFC 9457) with a {@code code} for scripts and, where there is a list, the valid
 * {@code choices}.
 */
public final class Bench implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Bench.class);

  /** Files of the page, and nothing else of the class path. */
  private static final Map<String, String> PAGE =
      Map.of(
          "index.html", "text/html; charset=utf-8",
          "bench.css", "text/css; charset=utf-8",
          "bench.js", "text/javascript; charset=utf-8",
          "texts.js", "text/javascript; charset=utf-8",
          "mark.svg", "image/svg+xml");

  /** The page's own font: a bench machine need not have one with Chinese. */
  private static final Map<String, String> FONTS =
      Map.of("regular.ttf", "NotoSansSC-Regular.ttf", "bold.ttf", "NotoSansSC-Bold.ttf");

  private final WebServer server;

  /** Bytes of a kind other than JSON. */
  record Media(String type, byte[] bytes) {}

  /** What a path does; null becomes 204. */
  @FunctionalInterface
  interface Action {
    @Nullable Object run(ServerRequest request) throws IOException;
  }

  private Bench(Simulators simulators, int port) {
    Paths paths = new Paths();
    paths.get("/health", _ -> Map.of("status", "UP"));
    paths.get("/", _ -> page("index.html"));
    paths.get("/page/{file}", request -> page(Paths.part(request, "file")));
    paths.get("/page/font/{file}", request -> font(Paths.part(request, "file")));
    // The first path that fits wins: /bench/platform/faults before /bench/{device}/faults.
    simulators.surroundings().addTo(paths);
    new PlatformPaths(simulators).addTo(paths);
    new DevicePaths(simulators).addTo(paths);
    HttpRouting.Builder routing = HttpRouting.builder();
    paths
        .routes()
        .forEach((key, action) ->
            routing.route(Method.create(key.method()), key.path(), (q, r) -> answer(action, q, r)));
    routing.any((q, r) -> {
      String allowed = paths.allowed(q);
      if (!allowed.isEmpty()) {
        r.header("Allow", allowed);
      }
      answer(
          _ -> {
            throw paths.notFound(q);
          },
          q,
          r);
    });
    server =
        WebServer.builder()
            .address(InetAddress.getLoopbackAddress())
            .port(port)
            .routing(routing)
            .build()
            .start();
    if (server.port() < 0) {
      // Helidon logs that it could not bind, and goes on without a socket.
      throw new IllegalStateException("the bench's port " + port + " is taken; choose another");
    }
  }

  /**
   * Starts the bench.
   *
   * @param port 0 for any free one
   */
  public static Bench start(Simulators simulators, int port) {
    return new Bench(simulators, port);
  }

  /** Such as {@code http://localhost:8090}. */
  public String url() {
    return "http://localhost:" + server.port();
  }

  @Override
  public void close() {
    server.stop();
  }

  private static Media page(String file) throws IOException {
    String type = PAGE.get(file);
    if (type == null) {
      throw BenchRefusal.unknown("page", file, PAGE.keySet().stream().sorted().toList());
    }
    return new Media(type, resource(file));
  }

  private static Media font(String file) throws IOException {
    String font = FONTS.get(file);
    if (font == null) {
      throw BenchRefusal.unknown("font", file, FONTS.keySet().stream().sorted().toList());
    }
    return new Media("font/ttf", resource("/fonts/ttf/NotoSansSC/" + font));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = Bench.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The simulators' class path lacks " + name);
      }
      return in.readAllBytes();
    }
  }

  private static void answer(Action action, ServerRequest request, ServerResponse response) {
    try {
      Object result = action.run(request);
      switch (result) {
        case null -> response.status(204).send();
        case Media media -> send(response, 200, media.type(), media.bytes());
        default -> send(response, 200, "application/json", json(result));
      }
    } catch (BenchRefusal e) {
      problem(response, e.status(), e.code(), String.valueOf(e.getMessage()), e.choices());
    } catch (IllegalArgumentException e) {
      problem(response, 400, "bad-request", String.valueOf(e.getMessage()), List.of());
    } catch (IOException | RuntimeException e) {
      log.error("{} {} failed", request.prologue().method(), request.path().path(), e);
      problem(response, 500, "internal-error", "The bench has a defect: " + e, List.of());
    }
  }

  private static void problem(
      ServerResponse response, int status, String code, String detail, List<String> choices) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "about:blank");
    body.put("title", code.replace('-', ' '));
    body.put("status", status);
    body.put("code", code);
    body.put("detail", detail);
    if (!choices.isEmpty()) {
      body.put("choices", choices);
    }
    send(response, status, "application/problem+json", json(body));
  }

  private static byte[] json(Object value) {
    return JsonMapper.shared().writeValueAsBytes(value);
  }

  private static void send(ServerResponse response, int status, String type, byte[] bytes) {
    response
        .status(status)
        .header("Content-Type", type)
        .header("Cache-Control", type.startsWith("font/") ? "max-age=86400" : "no-store")
        .send(bytes);
  }
}
