package io.yichuang.device;

import java.util.List;
import java.util.function.Consumer;

/**
 * A device of the terminal. Drivers know no citizen and no session. Commands block their (virtual)
 * thread until the one outcome is there; one command runs at a time, the others wait in the
 * device's lane.
 */
public interface Device extends AutoCloseable {
  DeviceId id();

  /** The latest status; never blocks. */
  DeviceStatus status();

  /**
   * Events from now on, in order, on a thread of the device's; a slow listener is cut off, never
   * waited for.
   */
  Subscription subscribe(Consumer<DeviceEvent> listener);

  /** Brings the device to a known state and says where the medium is. */
  Outcome<ResetReport> reset(Call call);

  /** What a technician can have this device prove. */
  List<SelfTest> selfTests();

  /** Frees the wire within a deadline of its own; never throws, never hangs. */
  @Override
  void close();
}
