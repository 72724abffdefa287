package io.yichuang.device.lane;

import io.yichuang.device.link.ByteLink;
import io.yichuang.device.link.Port;
import io.yichuang.device.trace.FlightRecorder;
import io.yichuang.device.trace.Mask;
import io.yichuang.device.trace.TracedLink;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

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

  /** Where the traffic of this wire is recorded; null where nothing records it yet. */
  default @Nullable FlightRecorder recorder() {
    return null;
  }

  /**
   * The wire of a device behind a line of bytes, recorded.
   *
   * @param mask what of its traffic may be kept
   */
  static <C extends AutoCloseable> Wire<C> over(
      Port port, Mask mask, LaneClock clock, Opening<C> opening, Probe<C> probe) {
    var recorder = new FlightRecorder(mask, clock.wall());
    return recorded(
        recorder, () -> opening.open(new TracedLink(port.open(), recorder)), probe, port::attached);
  }

  /** The wire of a device that notes its messages itself. */
  static <C extends AutoCloseable> Wire<C> of(
      FlightRecorder recorder, Connecting<C> connecting, Probe<C> probe) {
    return recorded(recorder, connecting, probe, () -> true);
  }

  /**
   * The same.
   *
   * @param attached see {@link Wire#attached}
   */
  static <C extends AutoCloseable> Wire<C> of(
      FlightRecorder recorder, Connecting<C> connecting, Probe<C> probe, BooleanSupplier attached) {
    return recorded(recorder, connecting, probe, attached);
  }

  private static <C extends AutoCloseable> Wire<C> recorded(
      FlightRecorder recorder, Connecting<C> connecting, Probe<C> probe, BooleanSupplier attached) {
    return new Wire<>() {
      @Override
      public C connect() throws IOException {
        return connecting.connect();
      }

      @Override
      public Health probe(C connection) throws IOException {
        return probe.ask(connection);
      }

      @Override
      public boolean attached() {
        return attached.getAsBoolean();
      }

      @Override
      public FlightRecorder recorder() {
        return recorder;
      }
    };
  }

  /** See {@link Wire#connect}. */
  @FunctionalInterface
  interface Connecting<C extends AutoCloseable> {
    C connect() throws IOException;
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
