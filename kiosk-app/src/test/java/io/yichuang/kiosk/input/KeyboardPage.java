package io.yichuang.kiosk.input;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Serves the real keyboard, styles and engine to a browser, without the rest of the terminal. */
final class KeyboardPage implements AutoCloseable {
  private final HttpServer server;
  private final PinyinEngine engine;
  private final HandwritingEngine handwriting;

  KeyboardPage() throws IOException {
    engine = new PinyinEngine();
    handwriting = new HandwritingEngine();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      byte[] body =
          switch (path) {
            case "/" -> file("/io/yichuang/kiosk/input/keyboard.html");
            case "/texts" -> texts();
            case "/candidates" ->
                KioskKeyboard.answer(engine, exchange.getRequestURI().getQuery(), "", false)
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
            case "/written" ->
                KioskKeyboard.answer(
                        handwriting,
                        new String(
                            exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
            default -> file("/META-INF/resources" + path);
          };
      String type =
          path.endsWith(".js")
              ? "text/javascript"
              : path.endsWith(".css")
                  ? "text/css"
                  : path.equals("/") ? "text/html" : "application/json";
      exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
      exchange.sendResponseHeaders(
          body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static byte[] file(String name) throws IOException {
    try (InputStream in = KeyboardPage.class.getResourceAsStream(name)) {
      return in == null ? new byte[0] : in.readAllBytes();
    }
  }

  private static byte[] texts() throws IOException {
    var words = new Properties();
    try (var in =
        new InputStreamReader(
            KeyboardPage.class.getResourceAsStream("/io/yichuang/kiosk/input/texts.properties"),
            StandardCharsets.UTF_8)) {
      words.load(in);
    }
    ObjectNode texts = JsonMapper.shared().createObjectNode();
    words.forEach(
        (key, word) -> texts.put(key.toString().substring("input.".length()), word.toString()));
    return texts.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
