package io.yichuang.device.lane;

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
}
