package io.yichuang.device.lane;

import io.yichuang.device.DeviceFault;
import io.yichuang.device.DeviceState;
import io.yichuang.device.DeviceStatus;
import io.yichuang.device.MediaState;
import io.yichuang.device.Supply;
import io.yichuang.device.SupplyLevel;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a probe or a command found out: a {@link DeviceStatus} without its time. */
public record Health(
    DeviceState state,
    MediaState media,
    Map<Supply, SupplyLevel> supplies,
    @Nullable DeviceFault fault) {

  /** All is well. */
  public static Health online(MediaState media) {
    return new Health(DeviceState.ONLINE, media, Map.of(), null);
  }

  /** Not able to work, for this reason. */
  public static Health broken(DeviceState state, DeviceFault fault) {
    return new Health(state, MediaState.UNKNOWN, Map.of(), fault);
  }

  DeviceStatus at(Instant now) {
    return new DeviceStatus(state, media, supplies, fault, now);
  }
}
