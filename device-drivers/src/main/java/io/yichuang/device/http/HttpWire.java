package io.yichuang.device.http;

import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import io.yichuang.device.lane.Turn;
import io.yichuang.device.lane.TurnOver;
import io.yichuang.device.trace.FlightRecorder;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * HTTP to one device. Everything ends: an exchange has one deadline for headers and body together,
 * and a body has a limit. May be closed from any thread, which ends what runs.
 */
public final class HttpWire implements AutoCloseable {
  /** How often a waiting command looks whether it was cancelled. */
  private static final Duration SLICE = Duration.ofMillis(50);

  private final Duration connect;
  private final HttpClient client;
  private final FlightRecorder recorder;

  /**
   * A client of its own for one device.
   *
   * @param connect limit for opening a connection
   * @param recorder notes methods, paths, statuses, names of headers and lengths; never their
   *     values, never a body
   */
  public HttpWire(Duration connect, FlightRecorder recorder) {
    this.connect = connect;
    this.recorder = recorder;
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(connect)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY) // devices stand beside the terminal
            .build();
  }

  /**
   * Sends and waits for the whole answer.
   *
   * @param maxBody most bytes of the answer's body
   * @throws DeviceException {@code UNPLUGGED}, {@code NO_ANSWER}, {@code CONNECTION_LOST}, or
   *     {@code MALFORMED} for a body beyond the limit
   */
  public HttpResponse<byte[]> exchange(HttpRequest request, int maxBody, Duration limit)
      throws DeviceException {
    try {
      return exchange(request, maxBody, limit, () -> {});
    } catch (TurnOver e) {
      throw new IllegalStateException(e); // nobody asked for it
    }
  }

  /** The same inside a command: it also ends when the command has to stop. */
  public HttpResponse<byte[]> exchange(HttpRequest request, int maxBody, Duration limit, Turn turn)
      throws DeviceException, TurnOver {
    return exchange(request, maxBody, limit, turn::check);
  }

  /**
   * A wire to the same device on connections of its own; close it after the exchange. An answer
   * that comes twice is then never taken for the answer to what is asked next.
   */
  public HttpWire alone() {
    return new HttpWire(connect, recorder);
  }

  /**
   * Opens a body that does not end, such as a camera's.
   *
   * @param limit for the headers
   */
  public HttpResponse<StreamBody> stream(HttpRequest request, Duration limit, Turn turn)
      throws DeviceException, TurnOver {
    BodyHandler<StreamBody> handler =
        info ->
            HttpResponse.BodySubscribers.mapping(
                HttpResponse.BodySubscribers.ofPublisher(), StreamBody::of);
    HttpResponse<StreamBody> response = await(request, handler, limit, turn::check);
    recorder.say(false, 0, told(response) + " ...");
    return response;
  }

  private HttpResponse<byte[]> exchange(
      HttpRequest request, int maxBody, Duration limit, Check check)
      throws DeviceException, TurnOver {
    HttpResponse<byte[]> response = await(request, info -> new Bounded(maxBody), limit, check);
    recorder.say(false, response.body().length, told(response));
    return response;
  }

  private <T> HttpResponse<T> await(
      HttpRequest request, BodyHandler<T> handler, Duration limit, Check check)
      throws DeviceException, TurnOver {
    long length = request.bodyPublisher().map(HttpRequest.BodyPublisher::contentLength).orElse(0L);
    recorder.say(
        true,
        length,
        request.method()
            + " "
            + request.uri().getRawPath()
            + " "
            + request.headers().map().keySet());
    try {
      return await(client.sendAsync(request, handler), limit, check);
    } catch (DeviceException e) {
      recorder.say(false, 0, String.valueOf(e.getMessage()));
      throw e;
    } catch (TurnOver e) {
      recorder.say(false, 0, "given up: " + e.getMessage());
      throw e;
    }
  }

  private static String told(HttpResponse<?> response) {
    return response.statusCode() + " " + response.headers().map().keySet();
  }

  @FunctionalInterface
  private interface Check {
    void check() throws TurnOver;
  }

  private static <T> T await(CompletableFuture<T> future, Duration limit, Check check)
      throws DeviceException, TurnOver {
    long end = System.nanoTime() + limit.toNanos();
    try {
      while (true) {
        check.check();
        long left = end - System.nanoTime();
        if (left <= 0) {
          throw new DeviceException(FaultCode.NO_ANSWER, "no whole answer within " + limit);
        }
        try {
          return future.get(Math.min(left, SLICE.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
          // only a slice has passed: look again whether to stop
        }
      }
    } catch (ExecutionException e) {
      throw fault(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeviceException(FaultCode.CONNECTION_LOST, "interrupted");
    } finally {
      future.cancel(true); // frees the connection of what was given up; else without effect
    }
  }

  private static DeviceException fault(@Nullable Throwable cause) {
    return switch (cause) {
      case DeviceException known -> known;
      case HttpConnectTimeoutException e -> new DeviceException(FaultCode.UNPLUGGED, detail(e));
      case ConnectException e -> new DeviceException(FaultCode.UNPLUGGED, detail(e));
      case UnresolvedAddressException e -> new DeviceException(FaultCode.UNPLUGGED, detail(e));
      case HttpTimeoutException e -> new DeviceException(FaultCode.NO_ANSWER, detail(e));
      case IOException e when e.getCause() instanceof DeviceException known -> known;
      case IOException e when protocol(e) -> new DeviceException(FaultCode.MALFORMED, detail(e));
      case IOException e -> new DeviceException(FaultCode.CONNECTION_LOST, detail(e));
      case null, default -> new DeviceException(FaultCode.CONNECTION_LOST, String.valueOf(cause));
    };
  }

  /** The JDK has no type of its own for bytes that are no HTTP. */
  private static boolean protocol(IOException e) {
    return e.getClass().equals(java.net.ProtocolException.class)
        || String.valueOf(e.getMessage()).contains("Invalid");
  }

  private static String detail(Throwable e) {
    String message = e.getMessage();
    return "HTTP: " + e.getClass().getSimpleName() + (message == null ? "" : " " + message);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  /** Collects a body up to a limit. */
  private static final class Bounded implements HttpResponse.BodySubscriber<byte[]> {
    private final HttpResponse.BodySubscriber<byte[]> inner =
        HttpResponse.BodySubscribers.ofByteArray();
    private final int max;
    private long size;
    private Flow.Subscription subscription = NONE;

    private static final Flow.Subscription NONE =
        new Flow.Subscription() {
          @Override
          public void request(long n) {}

          @Override
          public void cancel() {}
        };

    Bounded(int max) {
      this.max = max;
    }

    @Override
    public java.util.concurrent.CompletionStage<byte[]> getBody() {
      return inner.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      inner.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> item) {
      size += item.stream().mapToLong(ByteBuffer::remaining).sum();
      if (size > max) {
        subscription.cancel();
        inner.onError(
            new DeviceException(FaultCode.MALFORMED, "a body of more than " + max + " bytes"));
      } else {
        inner.onNext(item);
      }
    }

    @Override
    public void onError(Throwable throwable) {
      inner.onError(throwable);
    }

    @Override
    public void onComplete() {
      inner.onComplete();
    }
  }
}
