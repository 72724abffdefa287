import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Waits until a URL answers 200: {@code WaitFor URL PID}. Ends with 1 after two minutes, or when the process is gone. */
class WaitFor {
  public static void main(String[] args) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(args[0])).timeout(Duration.ofSeconds(2)).build();
    var process = ProcessHandle.of(Long.parseLong(args[1]));
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    try (var http = HttpClient.newHttpClient()) {
      while (System.nanoTime() < end && process.map(ProcessHandle::isAlive).orElse(false)) {
        try {
          if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
            return;
          }
        } catch (java.io.IOException e) {
          // Not there yet.
        }
        Thread.sleep(200);
      }
    }
    System.exit(1);
  }
}
