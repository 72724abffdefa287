package io.yichuang.device.receipt;

import io.yichuang.device.DeviceFault;
import io.yichuang.device.DeviceState;
import io.yichuang.device.FaultCode;
import io.yichuang.device.MediaState;
import io.yichuang.device.Supply;
import io.yichuang.device.SupplyLevel;
import io.yichuang.device.lane.Health;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the four real-time answers say, decoded by the bits of Epson's table.
 *
 * @param mouth whether a ticket hangs there; unknown to most printers
 */
record PrinterSensors(
    boolean offline,
    boolean cover,
    boolean paperOut,
    boolean nearEnd,
    boolean cutter,
    boolean headHot,
    boolean broken,
    MediaState mouth) {

  /**
   * @param printer answer to DLE EOT 1
   * @param cause answer to DLE EOT 2
   * @param error answer to DLE EOT 3
   * @param paper answer to DLE EOT 4
   */
  static PrinterSensors of(int printer, int cause, int error, int paper) {
    return new PrinterSensors(
        bit(printer, 3),
        bit(cause, 2),
        bit(cause, 5) || (paper & 0x60) == 0x60,
        (paper & 0x0C) == 0x0C,
        bit(error, 3),
        bit(error, 6),
        bit(error, 5),
        MediaState.UNKNOWN);
  }

  /** The same, and what the full status adds: the ticket in the mouth, the head, the voltage. */
  PrinterSensors with(PrinterReply.Full full) {
    return new PrinterSensors(
        offline,
        cover || bit(full.user(), 0) || bit(full.user(), 1),
        paperOut || bit(full.paper(), 0),
        nearEnd || bit(full.paper(), 2),
        cutter,
        headHot || bit(full.recoverable(), 0),
        broken || full.unrecoverable() != 0 || bit(full.recoverable(), 3),
        bit(full.paper(), 5) ? MediaState.PRESENT : MediaState.NOT_PRESENT);
  }

  private static boolean bit(int bits, int number) {
    return (bits >> number & 1) == 1;
  }

  /** What stops the printer, the worst first; paper and time mend the rest. */
  @Nullable DeviceFault fault() {
    if (broken) {
      return new DeviceFault(FaultCode.HARDWARE, "unrecoverable error, or a wrong voltage");
    }
    if (cutter) {
      return new DeviceFault(FaultCode.CUTTER, "the cutter is stuck");
    }
    if (cover) {
      return new DeviceFault(FaultCode.COVER_OPEN, "the cover is open");
    }
    if (paperOut) {
      return new DeviceFault(FaultCode.PAPER_OUT, "the roll has ended");
    }
    if (headHot) {
      return new DeviceFault(FaultCode.HEAD_HOT, "the head cools down");
    }
    return offline ? new DeviceFault(FaultCode.BUSY, "off-line, no cause told") : null;
  }

  /** True for what a person has to mend. */
  boolean stopped() {
    return broken || cutter || cover || paperOut;
  }

  /** Paper that has ended is a matter of the supply: the device itself is well. */
  Health health() {
    DeviceFault fault = paperOut && !broken && !cutter && !cover ? null : fault();
    DeviceState state =
        fault == null
            ? DeviceState.ONLINE
            : switch (fault.code()) {
              case COVER_OPEN -> DeviceState.USER_ERROR;
              case HEAD_HOT, BUSY -> DeviceState.DEVICE_BUSY;
              default -> DeviceState.HARDWARE_ERROR;
            };
    SupplyLevel level = paperOut ? SupplyLevel.OUT : nearEnd ? SupplyLevel.LOW : SupplyLevel.FULL;
    return new Health(state, mouth, Map.of(Supply.PAPER, level), fault);
  }
}
