package io.yichuang.device.http;

import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A body read piece by piece with a time-out for each, which the JDK's input stream does not have.
 * One piece is asked for at a time, so a slow reader slows the sender down.
 */
public final class StreamBody implements AutoCloseable {
  private sealed interface Signal {
    record Piece(List<ByteBuffer> buffers) implements Signal {}

    record End(String why) implements Signal {}
  }

  private final LinkedBlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private volatile Flow.@Nullable Subscription subscription;
  private volatile boolean closed;

  private StreamBody() {}

  static StreamBody of(Flow.Publisher<List<ByteBuffer>> publisher) {
    var body = new StreamBody();
    publisher.subscribe(body.new Receiver());
    return body;
  }

  /**
   * Waits for the next bytes.
   *
   * @return null when the timeout ended first
   * @throws DeviceException {@code CONNECTION_LOST} when the body has ended
   */
  public byte @Nullable [] read(Duration timeout) throws DeviceException {
    try {
      return switch (signals.poll(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
        case null -> null;
        case Signal.Piece(List<ByteBuffer> buffers) -> {
          byte[] bytes = joined(buffers);
          Flow.Subscription from = subscription;
          if (from != null) {
            from.request(1);
          }
          yield bytes;
        }
        case Signal.End(String why) -> throw new DeviceException(FaultCode.CONNECTION_LOST, why);
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeviceException(FaultCode.CONNECTION_LOST, "interrupted");
    }
  }

  private static byte[] joined(List<ByteBuffer> buffers) {
    byte[] bytes = new byte[buffers.stream().mapToInt(ByteBuffer::remaining).sum()];
    int at = 0;
    for (ByteBuffer buffer : buffers) {
      int length = buffer.remaining();
      buffer.get(bytes, at, length);
      at += length;
    }
    return bytes;
  }

  @Override
  public void close() {
    closed = true;
    Flow.Subscription from = subscription;
    if (from != null) {
      from.cancel();
    }
  }

  private final class Receiver implements Flow.Subscriber<List<ByteBuffer>> {
    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      if (closed) {
        given.cancel();
      } else {
        given.request(1);
      }
    }

    @Override
    public void onNext(List<ByteBuffer> item) {
      signals.add(new Signal.Piece(item));
    }

    @Override
    public void onError(Throwable throwable) {
      signals.add(new Signal.End("the stream broke: " + throwable.getClass().getSimpleName()));
    }

    @Override
    public void onComplete() {
      signals.add(new Signal.End("the device ended the stream"));
    }
  }
}
