package io.yichuang.simulator.wire;

import io.yichuang.simulator.fault.Faults;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A network cable to a device that listens on a TCP port of the loopback. The port stays the same.
 */
public final class TcpWire implements Wire {
  private static final Logger log = LoggerFactory.getLogger(TcpWire.class);

  /** Hosts that may be connected at once. */
  private static final int MOST_HOSTS = 8;

  private static final int SLICE_BYTES = 1024;

  private final String name;
  private final FarEnd device;
  private final Faults faults;
  private final int baud;
  private final double speed;
  private final int port;
  private final Set<Socket> hosts = new HashSet<>();
  private @Nullable ServerSocket listener;

  /**
   * Starts to listen.
   *
   * @param port 0 for any free one
   * @param baud bits per second of both ways if a serial line hides behind the port; 0 is unpaced
   * @param speed how many times faster than real
   * @throws UncheckedIOException if the port is taken
   */
  public TcpWire(String name, int port, FarEnd device, Faults faults, int baud, double speed) {
    this.name = name;
    this.device = device;
    this.faults = faults;
    this.baud = baud;
    this.speed = speed;
    this.port = listen(port);
  }

  public int port() {
    return port;
  }

  @Override
  public String address() {
    return "tcp://127.0.0.1:" + port;
  }

  @Override
  public synchronized void plug() {
    if (listener == null) {
      listen(port);
    }
  }

  @Override
  public synchronized void unplug() {
    ServerSocket ended = listener;
    listener = null;
    if (ended == null) {
      return;
    }
    closeQuietly(ended);
    List.copyOf(hosts).forEach(TcpWire::closeQuietly);
    hosts.clear();
  }

  @Override
  public synchronized boolean plugged() {
    return listener != null;
  }

  @Override
  public void close() {
    unplug();
  }

  private synchronized int listen(int atPort) {
    try {
      ServerSocket opened = new ServerSocket();
      opened.setReuseAddress(true);
      opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), atPort), MOST_HOSTS);
      listener = opened;
      Thread.ofVirtual().name("wire-accept-" + name).start(() -> accept(opened));
      return opened.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot listen on port " + atPort, e);
    }
  }

  private void accept(ServerSocket opened) {
    try {
      while (true) {
        Socket host = opened.accept();
        host.setTcpNoDelay(true);
        if (admit(opened, host)) {
          Thread.ofVirtual().name("wire-read-" + name).start(() -> serve(host));
        } else {
          closeQuietly(host);
        }
      }
    } catch (IOException e) {
      log.debug("{} listens no more: {}", name, e.getMessage());
    }
  }

  private synchronized boolean admit(ServerSocket opened, Socket host) {
    return opened.equals(listener) && hosts.size() < MOST_HOSTS && hosts.add(host);
  }

  private void serve(Socket host) {
    FarEnd.Receiver receiver = null;
    try (host) {
      OutputStream out = host.getOutputStream();
      try (PacedLine line = new PacedLine(name, out::write, faults, baud, speed)) {
        receiver = device.begin(line);
        byte[] buffer = new byte[SLICE_BYTES];
        for (int n = host.getInputStream().read(buffer); n >= 0; ) {
          Pace.pause(line.nanos(n));
          receiver.received(Arrays.copyOf(buffer, n));
          n = host.getInputStream().read(buffer);
        }
      }
    } catch (IOException e) {
      log.debug("{}: a connection has ended: {}", name, e.getMessage());
    } finally {
      synchronized (this) {
        hosts.remove(host);
      }
      if (receiver != null) {
        receiver.ended();
      }
    }
  }

  private static void closeQuietly(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception e) { // nothing depends on it: the cable is pulled
      log.debug("A socket did not close cleanly", e);
    }
  }
}
