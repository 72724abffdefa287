package io.yichuang.device;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The level of a device: the latest one replaces all before. State, supplies and media are three
 * things, not one enum.
 *
 * @param state what the device is able to do
 * @param media where the medium is
 * @param supplies the consumables this device has; those it has none of are absent
 * @param fault why the state is not {@link DeviceState#ONLINE}, if a cause is known
 * @param since when this status began
 */
public record DeviceStatus(
    DeviceState state,
    MediaState media,
    Map<Supply, SupplyLevel> supplies,
    @Nullable DeviceFault fault,
    Instant since) {
  public DeviceStatus {
    supplies = Map.copyOf(supplies);
  }

  /** The status of a device that has not answered yet. */
  public static DeviceStatus starting(Instant now) {
    return new DeviceStatus(DeviceState.STARTING, MediaState.UNKNOWN, Map.of(), null, now);
  }

  /** True when a command may be tried now. */
  public boolean ready() {
    return state == DeviceState.ONLINE || state == DeviceState.DEVICE_BUSY;
  }

  /**
   * The level of a supply; {@link SupplyLevel#UNKNOWN} where the device has no such supply or
   * sensor.
   */
  public SupplyLevel supply(Supply supply) {
    return supplies.getOrDefault(supply, SupplyLevel.UNKNOWN);
  }

  /** Equal but for the time: nothing to tell anybody. */
  public boolean sameAs(DeviceStatus other) {
    return state == other.state
        && media == other.media
        && supplies.equals(other.supplies)
        && java.util.Objects.equals(fault, other.fault);
  }
}
