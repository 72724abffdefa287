package io.yichuang.device.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.yichuang.device.link.Address;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a printer, and answers Print-Job itself while it is shut. */
final class HttpGate implements AutoCloseable {
  /** RFC 8011, 4.2.1: the operation stands in the third and fourth byte. */
  private static final int PRINT_JOB = 2;

  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final URI behind;

  /** The HTTP status of a shut gate; 200 lets everything through. */
  final AtomicInteger status = new AtomicInteger(200);

  final AtomicInteger turnedAway = new AtomicInteger();

  HttpGate(Address printer) throws IOException {
    behind = URI.create("http://" + printer.host() + ":" + printer.port(631) + printer.path());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  String address() {
    return "ipp://127.0.0.1:" + server.getAddress().getPort() + "/ipp/print";
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] asked = exchange.getRequestBody().readAllBytes();
    int code = status.get();
    byte[] body = "shut".getBytes(StandardCharsets.US_ASCII);
    if (code == 200 || asked[3] != PRINT_JOB) {
      try {
        var request =
            HttpRequest.newBuilder(behind)
                .header("Content-Type", "application/ipp")
                .POST(HttpRequest.BodyPublishers.ofByteArray(asked))
                .build();
        body = client.send(request, BodyHandlers.ofByteArray()).body();
        code = 200;
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    } else {
      turnedAway.incrementAndGet();
    }
    exchange.getResponseHeaders().set("Content-Type", "application/ipp");
    exchange.sendResponseHeaders(code, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    client.close();
    server.stop(0);
    threads.close();
  }
}
