package io.yichuang.kiosk.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.yichuang.kiosk.KioskProperties;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** A real HTTP server on this machine that says what each test wants. */
abstract class LoopbackPlatform {
  static final String NAME = "王小英";
  static final String NUMBER = "500119199001010011";
  static final String DATA =
      """
      {"dataset": "residence", "department": {"zh": "公安局", "en": "Police"},
       "recordedOn": "2020-01-02", "fetchedAt": "2026-03-01T02:00:00Z",
       "fields": {"address": "南川区"}, "newField": 1}
      """;

  final List<String> asked = new CopyOnWriteArrayList<>();
  final PlatformHealth health = new PlatformHealth();
  HttpServer server;
  HttpPlatform platform;
  volatile int status = 200;
  volatile String answer = "";
  volatile @Nullable String type = "application/json";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          asked.add(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI().getRawPath()
                  + " "
                  + headers.getFirst("Authorization")
                  + " "
                  + headers.getFirst("Terminal"));
          exchange.getRequestBody().readAllBytes();
          byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
          if (type != null) {
            exchange.getResponseHeaders().set("Content-Type", type);
          }
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          try (var out = exchange.getResponseBody()) {
            out.write(bytes);
          }
        });
    server.start();
    var values =
        Map.of(
            "kiosk.platform.url", "http://127.0.0.1:" + server.getAddress().getPort(),
            "kiosk.platform.credentials", "a-key",
            "kiosk.platform.timeout", "PT1S",
            "kiosk.terminal.id", "NC-0107");
    var properties =
        new Binder(new MapConfigurationPropertySource(values))
            .bindOrCreate("kiosk", KioskProperties.class);
    platform = new HttpPlatform(properties, JsonMapper.builder().build(), health);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  SharedData fetch() throws PlatformException {
    return platform.sharedData(
        "residence", new Subject(NUMBER, NAME), "TEST-1", Platform.Purpose.PREFILL);
  }

  PlatformException failure() {
    PlatformException failure = catchThrowableOfType(PlatformException.class, this::fetch);
    assertThat(failure).isNotNull();
    return failure;
  }

  /** One question of each kind. */
  interface Asking {
    Object ask(HttpPlatform platform) throws IOException;
  }

  static final Map<String, Asking> QUESTIONS =
      Map.of(
          "catalogue", platform -> platform.newerThan("v1"),
          "shared data",
              platform ->
                  platform.sharedData(
                      "x", new Subject(NUMBER, NAME), "TEST-1", Platform.Purpose.PREFILL),
          "challenge", platform -> platform.sendSmsCode(NUMBER),
          "person", platform -> platform.checkSmsCode("c", "123456"),
          "case", platform -> platform.submit("NC-0107-00000001-00", new byte[0]),
          "cases", platform -> platform.casesOf(NUMBER),
          "reminder", platform -> platform.remind("50011920260301000100"));

  static Stream<String> questions() {
    return QUESTIONS.keySet().stream().sorted();
  }

  PlatformException failureOf(String question) {
    PlatformException failure =
        catchThrowableOfType(PlatformException.class, () -> QUESTIONS.get(question).ask(platform));
    assertThat(failure).as(question).isNotNull();
    return failure;
  }

  /** Nobody's name or number stands in the message of a failure or of any cause. */
  static void assertMute(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      assertThat(at.toString()).doesNotContain(NAME).doesNotContain(NUMBER);
    }
  }
}
