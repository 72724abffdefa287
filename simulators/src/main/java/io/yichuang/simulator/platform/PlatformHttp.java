package io.yichuang.simulator.platform;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.fault.Faults;
import io.yichuang.simulator.http.Pace;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** The wire: keys, faults, and problems. What is behind it is in {@link PlatformRoutes}. */
final class PlatformHttp implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PlatformHttp.class);

  /** Longer than anybody waits before a screen, shorter than a dead line. */
  private static final Duration SLOW = Duration.ofSeconds(20);

  private static final int GARBAGE_BYTES = 512;

  private final String authorisation;
  private final String terminal;
  private final Faults faults;
  private final Pace pace;
  private final Random random;
  private final WebServer server;

  /** One answer; a null type has no body. */
  @FunctionalInterface
  interface Action {
    Answer run(ServerRequest request) throws IOException;
  }

  PlatformHttp(
      PlatformRoutes routes,
      Faults faults,
      Pace pace,
      SimulatorOptions.Terminal terminal,
      long seed) {
    this.authorisation = "Bearer " + terminal.key();
    this.terminal = terminal.id();
    this.faults = faults;
    this.pace = pace;
    this.random = new Random(seed);
    HttpRouting.Builder routing = HttpRouting.builder();
    routes.addTo(
        (method, path, open, action) -> routing.route(method, path, guarded(open, action)));
    routing.any(
        guarded(
            true,
            _ -> {
              throw new Refusal(404, "malformed", "There is no such path");
            }));
    server =
        WebServer.builder()
            .address(InetAddress.getLoopbackAddress())
            .port(0)
            .routing(routing)
            .build()
            .start();
  }

  String url() {
    return "http://127.0.0.1:" + server.port();
  }

  @Override
  public void close() {
    pace.end();
    server.stop();
  }

  private Handler guarded(boolean open, Action action) {
    return (request, response) -> {
      if (faults.isSet("down")) {
        throw new CloseConnectionException("fault down");
      }
      if (faults.isSet("slow")) {
        pace.await(SLOW);
      }
      if (faults.isSet("http-500")) {
        // What stands before a platform answers so, not the platform itself.
        send(response, new Answer(500, "text/html", Answer.utf8("<h1>Bad gateway</h1>"), ""));
        return;
      }
      if (faults.isSet("garbage")) {
        byte[] bytes = new byte[GARBAGE_BYTES];
        synchronized (random) {
          random.nextBytes(bytes);
        }
        send(response, new Answer(200, Answer.JSON, bytes, ""));
        return;
      }
      if (faults.isSet("refuses") && request.path().path().equals("/v1/cases")) {
        send(response, Answer.problem(new Refusal(422, "item-closed", "This item was closed")));
        return;
      }
      Answer answer = answer(open, action, request);
      // Files and reads go through: were their answers lost too, no case would ever be sent.
      if (faults.isSet("answer-lost") && changesCases(request)) {
        throw new CloseConnectionException("fault answer-lost");
      }
      send(response, answer);
    };
  }

  private static boolean changesCases(ServerRequest request) {
    String path = request.path().path();
    return path.startsWith("/v1/cases") && !path.equals("/v1/cases/search");
  }

  private Answer answer(boolean open, Action action, ServerRequest request) {
    try {
      if (!open) {
        authorise(request);
      }
      return action.run(request);
    } catch (Refusal e) {
      return Answer.problem(e);
    } catch (CloseConnectionException e) {
      throw e;
    } catch (JacksonException e) {
      // Its message may quote the body; so it is told nobody.
      return Answer.problem(Refusal.malformed("The body is not as the contract says"));
    } catch (IOException | RuntimeException e) {
      log.error("{} failed", request.prologue().method(), e);
      return Answer.problem(new Refusal(500, "internal", "The platform has a defect"));
    }
  }

  private void authorise(ServerRequest request) {
    String key = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
    if (!key.equals(authorisation) || !PlatformRoutes.terminal(request).equals(terminal)) {
      throw new Refusal(
          401, "unauthorised", "The headers Authorization and Terminal are of no known terminal");
    }
  }

  private static void send(ServerResponse response, Answer answer) {
    response.status(answer.status());
    if (!answer.tag().isEmpty()) {
      response.header("ETag", answer.tag());
    }
    if (answer.type().isEmpty()) {
      response.send();
      return;
    }
    response
        .header("Content-Type", answer.type())
        .header("Cache-Control", answer.tag().isEmpty() ? "no-store" : "no-cache")
        .send(answer.body());
  }
}
