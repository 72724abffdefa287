package io.yichuang.kiosk.platform;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** One question over HTTP at a time, its answer bounded in size and in time. Blocks. */
final class Exchange {
  /** A catalogue of 20,000 items has about 60 MB; two minutes at 5 Mbit/s and the usual 8 s. */
  static final Bounds CATALOGUE = new Bounds(64 << 20, 15);

  /**
   * A hundred cases with their timelines have less than 1 MB; they follow their headers at once.
   */
  static final Bounds ANSWER = new Bounds(4 << 20, 1);

  /** Bytes a second: half a megabit, a mobile router in a village at noon. */
  private static final long SLOWEST_UPLINK = 64_000;

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(3))
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private final Duration timeout;

  /**
   * A client of its own.
   *
   * @param timeout until the headers of an answer
   */
  Exchange(Duration timeout) {
    this.timeout = timeout;
  }

  /**
   * How much of an answer is taken.
   *
   * @param times how often the configured time the body may take, after the headers had it once
   */
  record Bounds(int bytes, int times) {}

  /** What a request carries takes its own time before anybody can answer. */
  private static Duration onTheWay(HttpRequest request) {
    long bytes = request.bodyPublisher().map(HttpRequest.BodyPublisher::contentLength).orElse(0L);
    return Duration.ofSeconds(Math.max(0, bytes) / SLOWEST_UPLINK);
  }

  /**
   * Sends and waits.
   *
   * @throws PlatformException if nothing came in time, or an answer that was broken off or too
   *     large
   */
  HttpResponse<byte[]> send(HttpRequest.Builder asked, Bounds bounds) throws PlatformException {
    Duration time = timeout.plus(onTheWay(asked.build()));
    HttpRequest request = asked.timeout(time).build();
    var limited = BodyHandlers.limiting(BodyHandlers.ofByteArray(), bounds.bytes);
    var begun = new AtomicBoolean();
    var running =
        http.sendAsync(
            request,
            headers -> {
              begun.set(true);
              return limited.apply(headers);
            });
    try {
      // The request's own time ends with the headers: a body that never ends has its bound here.
      return running.get(
          time.plus(timeout.multipliedBy(bounds.times)).toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      running.cancel(true);
      Thread.currentThread().interrupt();
      throw new PlatformException(PlatformException.Kind.UNREACHABLE, "interrupted", e);
    } catch (TimeoutException e) {
      running.cancel(true);
      throw new PlatformException(PlatformException.Kind.UNREACHABLE, "no end in time", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      if (begun.get()) {
        throw new PlatformException(
            PlatformException.Kind.NONSENSE,
            "",
            List.of(),
            "broken off, or larger than " + bounds.bytes + " bytes");
      }
      throw new PlatformException(
          PlatformException.Kind.UNREACHABLE, cause.getClass().getSimpleName(), cause);
    }
  }
}
