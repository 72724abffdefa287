package io.yichuang.device.xfs;

import io.yichuang.device.DeviceFault;
import io.yichuang.device.DeviceState;
import io.yichuang.device.FaultCode;
import io.yichuang.device.MediaState;
import io.yichuang.device.Supply;
import io.yichuang.device.SupplyLevel;
import io.yichuang.device.lane.Health;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The payload of {@code Common.Status}, in our words, which are the standard's. */
final class XfsStatus {
  private XfsStatus() {}

  static Health health(JsonNode payload) {
    var supplies = new EnumMap<Supply, SupplyLevel>(Supply.class);
    JsonNode printer = payload.path("printer");
    JsonNode paper = printer.path("paper").path("upper");
    level(supplies, Supply.PAPER, paper);
    level(supplies, Supply.TONER, printer.path("toner"));
    level(supplies, Supply.INK, printer.path("ink"));
    bins(supplies, printer.path("retractBins"));
    JsonNode reader = payload.path("cardReader").path("media");
    MediaState media = media((reader.isString() ? reader : printer.path("media")).asString(""));
    DeviceState state = state(payload.path("common").path("device").asString(""));
    FaultCode jam =
        jammed(reader)
            ? FaultCode.CARD_JAM
            : jammed(printer.path("media")) || jammed(paper) ? FaultCode.PAPER_JAM : null;
    if (jam != null && (state == DeviceState.ONLINE || state == DeviceState.DEVICE_BUSY)) {
      state = DeviceState.USER_ERROR; // some services leave that to who reads on
    }
    return new Health(state, media, Map.copyOf(supplies), fault(state, jam));
  }

  private static boolean jammed(JsonNode word) {
    return word.asString("").equals("jammed");
  }

  private static DeviceState state(String word) {
    return switch (word) {
      case "online" -> DeviceState.ONLINE;
      case "powerOff" -> DeviceState.POWER_OFF;
      case "noDevice" -> DeviceState.NO_DEVICE;
      case "hardwareError" -> DeviceState.HARDWARE_ERROR;
      case "userError" -> DeviceState.USER_ERROR;
      case "deviceBusy" -> DeviceState.DEVICE_BUSY;
      case "fraudAttempt" -> DeviceState.FRAUD_ATTEMPT;
      case "potentialFraud" -> DeviceState.POTENTIAL_FRAUD;
      case "starting" -> DeviceState.STARTING;
      default -> DeviceState.OFFLINE;
    };
  }

  /**
   * @param jam where something is jammed, or null
   */
  private static @Nullable DeviceFault fault(DeviceState state, @Nullable FaultCode jam) {
    FaultCode code =
        switch (state) {
          case ONLINE, DEVICE_BUSY, STARTING, POTENTIAL_FRAUD -> null;
          case NO_DEVICE, POWER_OFF -> FaultCode.UNPLUGGED;
          case HARDWARE_ERROR, FRAUD_ATTEMPT -> FaultCode.HARDWARE;
          case USER_ERROR -> jam == null ? FaultCode.NEEDS_PERSON : jam;
          case OFFLINE -> FaultCode.NO_ANSWER;
        };
    return code == null ? null : new DeviceFault(code, "the service says " + state);
  }

  private static MediaState media(String word) {
    return switch (word) {
      case "present", "latched" -> MediaState.PRESENT;
      case "notPresent" -> MediaState.NOT_PRESENT;
      case "jammed" -> MediaState.JAMMED;
      case "entering" -> MediaState.ENTERING;
      default -> MediaState.UNKNOWN;
    };
  }

  /** The fullest bin counts: what is retracted next may go there. */
  private static void bins(Map<Supply, SupplyLevel> into, JsonNode bins) {
    for (JsonNode bin : bins) {
      SupplyLevel room =
          switch (bin.path("state").asString("")) {
            case "ok" -> SupplyLevel.FULL;
            case "high" -> SupplyLevel.LOW;
            case "full", "missing" -> SupplyLevel.OUT;
            default -> null; // unknown: nothing to tell
          };
      if (room != null) {
        into.merge(Supply.BIN_ROOM, room, (one, other) -> one.compareTo(other) > 0 ? one : other);
      }
    }
  }

  private static void level(Map<Supply, SupplyLevel> into, Supply supply, JsonNode word) {
    switch (word.asString("")) {
      case "full" -> into.put(supply, SupplyLevel.FULL);
      case "low" -> into.put(supply, SupplyLevel.LOW);
      case "out" -> into.put(supply, SupplyLevel.OUT);
      default -> {} // absent or unknown: nothing to tell
    }
  }
}
