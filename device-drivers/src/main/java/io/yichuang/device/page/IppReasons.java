package io.yichuang.device.page;

import io.yichuang.device.DeviceFault;
import io.yichuang.device.DeviceState;
import io.yichuang.device.FaultCode;
import io.yichuang.device.MediaState;
import io.yichuang.device.Refusal;
import io.yichuang.device.Supply;
import io.yichuang.device.SupplyLevel;
import io.yichuang.device.lane.Health;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code printer-state} and {@code printer-state-reasons} mean (RFC 8011, 5.4.12). A keyword
 * may end in {@code -report}, {@code -warning} or {@code -error}, and printers do not agree on
 * which: only its beginning counts.
 */
final class IppReasons {
  static final int IDLE = 3;
  static final int PROCESSING = 4;
  static final int STOPPED = 5;

  private final List<String> reasons;

  IppReasons(List<String> reasons) {
    this.reasons = List.copyOf(reasons);
  }

  /** Why nothing can be printed now, if so. */
  @Nullable Refusal refusal() {
    if (any("media-jam")) {
      return Refusal.JAMMED;
    }
    if (any("cover-open", "door-open", "interlock-open")) {
      return Refusal.COVER_OPEN;
    }
    return paperOut() || tonerOut() ? Refusal.SUPPLY_OUT : null;
  }

  Health health(int printerState) {
    DeviceFault fault = fault();
    DeviceState state = printerState == PROCESSING ? DeviceState.DEVICE_BUSY : DeviceState.ONLINE;
    if (fault != null) {
      state =
          switch (fault.code()) {
            case HARDWARE -> DeviceState.HARDWARE_ERROR;
            case BUSY -> DeviceState.OFFLINE;
            default -> DeviceState.USER_ERROR;
          };
    } else if (printerState == STOPPED) {
      state = DeviceState.OFFLINE;
      fault = new DeviceFault(FaultCode.BUSY, "stopped: " + reasons);
    }
    MediaState media = any("media-jam") ? MediaState.JAMMED : MediaState.UNKNOWN;
    return new Health(state, media, supplies(), fault);
  }

  private @Nullable DeviceFault fault() {
    if (any("media-jam")) {
      return new DeviceFault(FaultCode.PAPER_JAM, told());
    }
    if (any("cover-open", "door-open", "interlock-open")) {
      return new DeviceFault(FaultCode.COVER_OPEN, told());
    }
    if (paperOut()) {
      return new DeviceFault(FaultCode.PAPER_OUT, told());
    }
    if (tonerOut()) {
      return new DeviceFault(FaultCode.TONER_OUT, told());
    }
    if (any("fuser-over-temp", "fuser-under-temp", "opc-life-over", "output-tray-missing")
        || any("interpreter-resource-unavailable", "output-area-full")) {
      return new DeviceFault(FaultCode.HARDWARE, told());
    }
    if (any("paused", "moving-to-paused", "shutdown", "connecting-to-device", "timed-out")) {
      return new DeviceFault(FaultCode.BUSY, told());
    }
    return null;
  }

  private Map<Supply, SupplyLevel> supplies() {
    Map<Supply, SupplyLevel> supplies = new EnumMap<>(Supply.class);
    supplies.put(Supply.PAPER, level(paperOut(), any("media-low")));
    supplies.put(
        Supply.TONER, level(tonerOut(), any("toner-low", "marker-supply-low", "developer-low")));
    return supplies;
  }

  private static SupplyLevel level(boolean out, boolean low) {
    return out ? SupplyLevel.OUT : low ? SupplyLevel.LOW : SupplyLevel.FULL;
  }

  private boolean paperOut() {
    return any("media-empty", "media-needed", "input-tray-missing");
  }

  private boolean tonerOut() {
    return any("toner-empty", "marker-supply-empty", "developer-empty");
  }

  private boolean any(String... keywords) {
    for (String keyword : keywords) {
      for (String reason : reasons) {
        if (reason.equals(keyword) || reason.startsWith(keyword + "-")) {
          return true;
        }
      }
    }
    return false;
  }

  private String told() {
    return "printer-state-reasons " + String.join(",", reasons);
  }
}
