package io.yichuang.device.lane;

import io.yichuang.device.link.ByteLink;
import io.yichuang.device.link.Port;
import java.io.IOException;

/**
 * What a driver hands to its {@link Lane}: how to connect and how to ask how the device is. All
 * methods run on the lane's thread, one at a time; each must end by itself within a few seconds.
 *
 * @param <C> the connection; its {@code close} must end soon and may come from another thread, to
 *     end a call that hangs
 */
public interface Wire<C extends AutoCloseable> {

  /** Opens the connection and does what the device needs before its first command. */
  C connect() throws IOException;

  /**
   * Proves that the device is there and says how it is. Called right after {@link #connect} and
   * then whenever the lane was idle for {@link LaneTimings#probe}.
   *
   * @throws IOException when there is no such proof; the lane then connects anew
   */
  Health probe(C connection) throws IOException;

  /**
   * False when the operating system knows that nothing is plugged in. It asks no device and is
   * cheap; where nothing can be known it says true.
   */
  default boolean attached() {
    return true;
  }

  /** The wire of a device behind a line of bytes. */
  static <C extends AutoCloseable> Wire<C> over(Port port, Opening<C> opening, Probe<C> probe) {
    return new Wire<>() {
      @Override
      public C connect() throws IOException {
        return opening.open(port.open());
      }

      @Override
      public Health probe(C connection) throws IOException {
        return probe.ask(connection);
      }

      @Override
      public boolean attached() {
        return port.attached();
      }
    };
  }

  /** Makes the connection out of an open line; it owns the line from then on. */
  @FunctionalInterface
  interface Opening<C extends AutoCloseable> {
    C open(ByteLink link) throws IOException;
  }

  /** See {@link Wire#probe}. */
  @FunctionalInterface
  interface Probe<C extends AutoCloseable> {
    Health ask(C connection) throws IOException;
  }
}
