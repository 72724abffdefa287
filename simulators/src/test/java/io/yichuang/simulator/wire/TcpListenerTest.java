package io.yichuang.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TcpListenerTest {
  /** A listener that closed too late was caught within a few tries. */
  private static final int TRIES = 300;

  private final TcpListener listener =
      new TcpListener(
          "test",
          new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
          connection -> connection.getInputStream().transferTo(connection.getOutputStream()));

  @AfterEach
  void close() {
    listener.close();
  }

  private Socket connect() throws IOException {
    return new Socket(listener.address().getAddress(), listener.address().getPort());
  }

  @Test
  void once_unplug_has_returned_the_port_refuses_and_once_plugged_it_answers() throws IOException {
    for (int i = 0; i < TRIES; i++) {
      try (Socket before = connect()) {
        before.getOutputStream().write(i);
        assertThat(before.getInputStream().read()).isEqualTo(i & 0xFF);
        listener.unplug();
        assertThatThrownBy(() -> connect().close())
            .as("try %d", i)
            .isInstanceOf(ConnectException.class);
        assertThatThrownBy(
                () -> {
                  if (before.getInputStream().read() < 0) {
                    throw new IOException("ended politely");
                  }
                })
            .hasMessageNotContaining("politely")
            .isInstanceOf(IOException.class);
      }
      listener.plug();
    }
  }

  @Test
  void plugged_and_unplugged_from_many_threads_it_ends_as_the_last_call_says() throws Exception {
    try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < TRIES; i++) {
        boolean in = i % 2 == 0;
        var _ = threads.submit(in ? listener::plug : listener::unplug);
      }
    }
    listener.plug();
    connect().close();
    listener.unplug();
    assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
  }
}
