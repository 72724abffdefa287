package io.yichuang.device.lane;

import io.yichuang.device.Device;
import io.yichuang.device.DeviceEvent;
import io.yichuang.device.DeviceId;
import io.yichuang.device.DeviceStatus;
import io.yichuang.device.Subscription;
import io.yichuang.device.trace.FlightRecorder;
import io.yichuang.device.trace.Recorded;
import io.yichuang.device.trace.Traffic;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The part of a driver that is the same for all: its lane speaks for it. */
public abstract class LaneDevice<C extends AutoCloseable> implements Device, Recorded {
  private final Lane<C> lane;

  protected LaneDevice(Lane<C> lane) {
    this.lane = lane;
  }

  protected final Lane<C> lane() {
    return lane;
  }

  @Override
  public final DeviceId id() {
    return lane.id();
  }

  @Override
  public final DeviceStatus status() {
    return lane.status();
  }

  @Override
  public final Subscription subscribe(Consumer<DeviceEvent> listener) {
    return lane.subscribe(listener);
  }

  @Override
  public final List<Traffic> traffic() {
    return lane.traffic();
  }

  @Override
  public final FlightRecorder.@Nullable Fault lastFault() {
    return lane.lastFault();
  }

  @Override
  public void close() {
    lane.close();
  }
}
