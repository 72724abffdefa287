package io.yichuang.device;

/** A thermal printer that cuts. */
public interface ReceiptPrinter extends Device {
  /**
   * Prints and cuts. {@code Done} only when the printer answered after the cut; {@code Uncertain}
   * when bytes were sent and no such answer came. A receipt with a character that can be shown by
   * neither printer nor raster is refused before the first byte.
   */
  Outcome<Printed> print(Receipt receipt, JobId id, Call call);
}
