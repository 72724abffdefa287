package io.yichuang.device.xfs;

import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One WebSocket to a service: whole text messages in and out. The lane's thread; any may close. */
final class XfsSocket implements AutoCloseable, WebSocket.Listener {
  /** Characters that may wait here in all; a page of a certificate as base64 is below this. */
  private static final int MOST_WAITING = 16 << 20;

  /** Messages that nobody has read yet; events come by twos and threes. */
  private static final int BACKLOG = 64;

  private final BlockingQueue<String> messages = new ArrayBlockingQueue<>(BACKLOG);
  private final AtomicInteger waiting = new AtomicInteger();
  private final StringBuilder part = new StringBuilder();
  private final HttpClient client;
  private @Nullable WebSocket socket;
  private volatile String ended = "";

  private XfsSocket(HttpClient client) {
    this.client = client;
  }

  /**
   * Connects.
   *
   * @throws DeviceException {@code UNPLUGGED} when nobody answers there
   */
  static XfsSocket open(URI service, Duration limit) throws DeviceException {
    HttpClient client = HttpClient.newBuilder().connectTimeout(limit).build();
    var opened = new XfsSocket(client);
    try {
      opened.socket =
          client
              .newWebSocketBuilder()
              .connectTimeout(limit)
              .buildAsync(service, opened)
              .get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return opened;
    } catch (ExecutionException | TimeoutException e) {
      client.shutdownNow();
      throw new DeviceException(FaultCode.UNPLUGGED, "no service answers at " + service);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      client.shutdownNow();
      throw new DeviceException(FaultCode.CONNECTION_LOST, "interrupted");
    }
  }

  void send(String text, Duration limit) throws DeviceException {
    WebSocket open = socket;
    if (open == null || !ended.isEmpty()) {
      throw lost();
    }
    try {
      open.sendText(text, true).get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw lost();
    } catch (TimeoutException e) {
      throw new DeviceException(FaultCode.NO_ANSWER, "the service takes no more");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw lost();
    }
  }

  /** The next message, or null when none came in time. */
  @Nullable String receive(Duration limit) throws DeviceException {
    try {
      String next = messages.poll(Math.max(0, limit.toMillis()), TimeUnit.MILLISECONDS);
      if (next != null) {
        waiting.addAndGet(-next.length());
      } else if (!ended.isEmpty()) {
        throw lost();
      }
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw lost();
    }
  }

  private DeviceException lost() {
    return new DeviceException(
        FaultCode.CONNECTION_LOST, ended.isEmpty() ? "the socket is closed" : ended);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    if (waiting.addAndGet(data.length()) > MOST_WAITING) {
      end("more than " + MOST_WAITING + " characters unread");
      return null;
    }
    part.append(data);
    if (last) {
      boolean room = messages.offer(part.toString());
      part.setLength(0);
      if (!room) {
        end("more than " + BACKLOG + " messages unasked");
        return null;
      }
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    ended = "the service closed the socket with " + code;
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    ended = "the socket failed: " + error.getClass().getSimpleName();
  }

  private void end(String why) {
    ended = why;
    WebSocket open = socket;
    if (open != null) {
      open.abort();
    }
  }

  @Override
  public void close() {
    end(ended.isEmpty() ? "closed" : ended);
    client.shutdownNow();
  }
}
