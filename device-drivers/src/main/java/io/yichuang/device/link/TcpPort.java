package io.yichuang.device.link;

import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A serial protocol behind a TCP port. */
record TcpPort(String host, int port) implements Port {
  private static final Logger log = LoggerFactory.getLogger(TcpPort.class);

  /** A device of the terminal answers a connect on its own wire or host in milliseconds. */
  private static final int CONNECT_MILLIS = 2_000;

  static TcpPort at(Address address, Set<String> driverParameters) {
    address.allow(driverParameters);
    if (address.port() == 0) {
      throw Address.wrong(address.toString(), "no port is written", Set.of("tcp://HOST:PORT"));
    }
    return new TcpPort(address.host(), address.port());
  }

  @Override
  public boolean attached() {
    return true;
  }

  @Override
  public ByteLink open() throws DeviceException {
    try {
      return line(connect());
    } catch (IOException | RuntimeException e) {
      throw new DeviceException(
          FaultCode.UNPLUGGED, "tcp " + host + ":" + port + " does not answer: " + e.getMessage());
    }
  }

  private static Line line(SocketChannel connected) throws IOException {
    try {
      return new Line(connected);
    } catch (IOException | RuntimeException e) {
      connected.close(); // no descriptor is left for a selector
      throw e;
    }
  }

  private SocketChannel connect() throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      Socket socket = channel.socket();
      socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Not blocking, because a printer that is out of paper stops reading and must not hold us. */
  private static final class Line implements ByteLink {
    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;

    Line(SocketChannel channel) throws IOException {
      this.channel = channel;
      this.selector = Selector.open();
      this.key = channel.register(selector, SelectionKey.OP_READ);
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws DeviceException {
      try {
        int count = channel.read(ByteBuffer.wrap(buffer));
        if (count == 0 && await(SelectionKey.OP_READ, timeout)) {
          count = channel.read(ByteBuffer.wrap(buffer));
        }
        if (count < 0) {
          throw lost("the far end closed it");
        }
        return count;
      } catch (DeviceException e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        throw lost(e.toString());
      }
    }

    @Override
    public void write(byte[] bytes, Duration timeout) throws DeviceException {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      long end = System.nanoTime() + timeout.toNanos();
      try {
        while (rest.hasRemaining()) {
          if (channel.write(rest) == 0
              && !await(SelectionKey.OP_WRITE, Duration.ofNanos(end - System.nanoTime()))) {
            throw new DeviceException(
                FaultCode.NO_ANSWER, rest.remaining() + " bytes were not taken within " + timeout);
          }
        }
      } catch (DeviceException e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        throw lost(e.toString());
      }
    }

    private boolean await(int interest, Duration timeout) throws IOException {
      if (timeout.isNegative() || timeout.isZero()) {
        return false;
      }
      key.interestOps(interest);
      // select(0) would wait for ever
      int ready = selector.select(Math.max(1, timeout.toMillis()));
      selector.selectedKeys().clear();
      return ready > 0;
    }

    private static DeviceException lost(String why) {
      return new DeviceException(FaultCode.CONNECTION_LOST, "the connection ended: " + why);
    }

    @Override
    public void close() {
      try {
        channel.close();
        selector.close();
      } catch (IOException e) {
        log.debug("closing a socket: {}", e.toString());
      }
    }
  }
}
