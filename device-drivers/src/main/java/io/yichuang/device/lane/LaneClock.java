package io.yichuang.device.lane;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The two clocks of a lane. Waits and limits go by the second alone, so that setting the wall clock
 * disturbs nothing.
 *
 * @param wall for the stamps on events and statuses
 * @param nanos monotonic, in nanoseconds, any origin
 */
public record LaneClock(InstantSource wall, LongSupplier nanos) {
  /** The clocks of the machine. */
  public static LaneClock system() {
    return new LaneClock(InstantSource.system(), System::nanoTime);
  }
}
