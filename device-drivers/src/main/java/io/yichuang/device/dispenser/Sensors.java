package io.yichuang.device.dispenser;

import io.yichuang.device.CardDispenser.Place;
import io.yichuang.device.DeviceFault;
import io.yichuang.device.DeviceState;
import io.yichuang.device.FaultCode;
import io.yichuang.device.MediaState;
import io.yichuang.device.Supply;
import io.yichuang.device.SupplyLevel;
import io.yichuang.device.lane.Health;
import java.util.Map;

/** What the sensors of a box say. */
record Sensors(Place place, SupplyLevel cards, boolean binFull, boolean jammed) {
  static final DeviceFault JAM = new DeviceFault(FaultCode.CARD_JAM, "a card is jammed");

  Health health() {
    MediaState media =
        jammed
            ? MediaState.JAMMED
            : place == Place.EMPTY ? MediaState.NOT_PRESENT : MediaState.PRESENT;
    return new Health(
        jammed ? DeviceState.USER_ERROR : DeviceState.ONLINE,
        media,
        Map.of(Supply.CARDS, cards, Supply.BIN_ROOM, binFull ? SupplyLevel.OUT : SupplyLevel.FULL),
        jammed ? JAM : null);
  }
}
