package io.yichuang.simulator.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A TCP far end that keeps its port while it is unplugged. Each connection is served on a virtual
 * thread of its own; all methods may be called from any thread.
 */
public final class TcpListener implements AutoCloseable {
  /** Serves one connection until it returns; the socket is closed afterwards. */
  @FunctionalInterface
  public interface Service {
    void serve(Socket connection) throws IOException;
  }

  /** More connections at once than any client of one device has; the rest is cut at once. */
  private static final int MAX_CONNECTIONS = 64;

  /** A listener is closed within microseconds; longer means that something is broken. */
  private static final Duration CLOSING = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(TcpListener.class);

  private final String name;
  private final InetSocketAddress address;
  private final Service service;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private volatile @Nullable ServerSocket listening;
  private @Nullable Thread accepting;

  /**
   * While unplugged the port is bound but not listening: clients are refused, no other process gets
   * the port, and no client can be connected to itself by the kernel when it draws this ephemeral
   * port as its own.
   */
  private @Nullable Socket reserved;

  private boolean closed;

  /**
   * Listens at once.
   *
   * @param where port 0 draws an ephemeral one, kept from then on
   * @throws UncheckedIOException if the address is taken
   */
  public TcpListener(String name, InetSocketAddress where, Service service) {
    this.name = name;
    this.service = service;
    ServerSocket first = listen(where);
    this.listening = first;
    this.address = new InetSocketAddress(where.getAddress(), first.getLocalPort());
    accept(first);
  }

  public InetSocketAddress address() {
    return address;
  }

  public int connections() {
    return connections.size();
  }

  public boolean plugged() {
    return listening != null;
  }

  /**
   * Closes the listener and every connection (with a reset, as a pulled cable leaves no polite
   * goodbye). When this returns, the port refuses.
   */
  public synchronized void unplug() {
    ServerSocket ended = listening;
    if (ended == null) {
      return;
    }
    listening = null;
    closeQuietly(ended);
    awaitRefusal();
    connections.forEach(TcpListener::cut);
    if (!closed) {
      reserved = reserve();
    }
  }

  /** Listens again on the same port; nothing happens if it does already or was closed for good. */
  public synchronized void plug() {
    if (listening != null || closed) {
      return;
    }
    if (reserved != null) {
      closeQuietly(reserved);
      reserved = null;
    }
    ServerSocket again = listen(address);
    listening = again;
    accept(again);
  }

  @Override
  public synchronized void close() {
    closed = true;
    unplug();
    if (reserved != null) {
      closeQuietly(reserved);
      reserved = null;
    }
  }

  /** Ends one connection with a TCP reset: what a client sees when the far end loses power. */
  public static void cut(Socket connection) {
    try {
      connection.setSoLinger(true, 0);
    } catch (SocketException e) {
      LOG.trace("already closed", e);
    }
    closeQuietly(connection);
  }

  private static ServerSocket listen(InetSocketAddress where) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(where);
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on " + where, e);
    }
  }

  private @Nullable Socket reserve() {
    Socket socket = new Socket();
    try {
      socket.setReuseAddress(true);
      socket.bind(address);
      return socket;
    } catch (IOException e) {
      // Only a comfort: without it the port is still very likely free when plugged again.
      LOG.debug("{}: port not kept while unplugged", name, e);
      closeQuietly(socket);
      return null;
    }
  }

  private void accept(ServerSocket on) {
    accepting = Thread.ofVirtual().name(name + "-accept").start(() -> acceptUntilClosed(on));
  }

  /**
   * While a thread waits in {@code accept}, {@code close} only wakes it: the kernel goes on
   * completing connections until that thread has left.
   */
  private void awaitRefusal() {
    Thread last = accepting;
    accepting = null;
    try {
      if (last != null && !last.join(CLOSING)) {
        LOG.warn("{}: the port may still accept", name);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void acceptUntilClosed(ServerSocket on) {
    while (!on.isClosed()) {
      try {
        Socket connection = on.accept();
        connection.setTcpNoDelay(true);
        admit(on, connection);
      } catch (IOException e) {
        if (!on.isClosed()) {
          LOG.warn("{}: accept failed", name, e);
        }
      }
    }
  }

  /** Without the lock: {@link #unplug()} holds it while it waits for the accepting thread. */
  private void admit(ServerSocket on, Socket connection) {
    connections.add(connection);
    if (!on.equals(listening) || connections.size() > MAX_CONNECTIONS) {
      cut(connection);
      connections.remove(connection);
      return;
    }
    Thread.ofVirtual().name(name + "-" + connection.getPort()).start(() -> serve(connection));
  }

  private void serve(Socket connection) {
    try (connection) {
      service.serve(connection);
    } catch (IOException e) {
      // A client that goes away is everyday life for a far end.
      LOG.debug("{}: connection ended: {}", name, e.toString());
    } catch (RuntimeException e) {
      LOG.warn("{}: connection failed", name, e);
    } finally {
      connections.remove(connection);
    }
  }

  private static void closeQuietly(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception e) {
      LOG.debug("close failed", e);
    }
  }
}
