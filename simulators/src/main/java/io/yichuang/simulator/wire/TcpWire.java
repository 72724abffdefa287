package io.yichuang.simulator.wire;

import io.yichuang.simulator.fault.Faults;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;

/**
 * A network cable to a device that listens on a TCP port of the loopback. The port stays the same.
 */
public final class TcpWire implements Wire {
  private static final int SLICE_BYTES = 1024;

  private final String name;
  private final FarEnd device;
  private final Faults faults;
  private final int baud;
  private final double speed;
  private final TcpListener listener;

  /**
   * Starts to listen.
   *
   * @param port 0 for any free one
   * @param baud bits per second of both ways if a serial line hides behind the port; 0 is unpaced
   * @param speed how many times faster than real
   * @throws java.io.UncheckedIOException if the port is taken
   */
  public TcpWire(String name, int port, FarEnd device, Faults faults, int baud, double speed) {
    this.name = name;
    this.device = device;
    this.faults = faults;
    this.baud = baud;
    this.speed = speed;
    this.listener =
        new TcpListener(
            name, new InetSocketAddress(InetAddress.getLoopbackAddress(), port), this::serve);
  }

  @Override
  public String address() {
    return "tcp://127.0.0.1:" + listener.address().getPort();
  }

  @Override
  public void plug() {
    listener.plug();
  }

  @Override
  public void unplug() {
    listener.unplug();
  }

  @Override
  public boolean plugged() {
    return listener.plugged();
  }

  @Override
  public void close() {
    listener.close();
  }

  private void serve(Socket host) throws IOException {
    OutputStream out = host.getOutputStream();
    try (PacedLine line = new PacedLine(name, out::write, faults, baud, speed)) {
      FarEnd.Receiver receiver = device.begin(line);
      try {
        byte[] buffer = new byte[SLICE_BYTES];
        for (int n = host.getInputStream().read(buffer); n >= 0; ) {
          Pace.pause(line.nanos(n));
          receiver.received(Arrays.copyOf(buffer, n));
          n = host.getInputStream().read(buffer);
        }
      } finally {
        receiver.ended();
      }
    }
  }
}
