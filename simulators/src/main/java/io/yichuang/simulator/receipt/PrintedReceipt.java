package io.yichuang.simulator.receipt;

import java.time.Instant;
import java.util.List;

/**
 * A receipt that fell out of the printer.
 *
 * @param id number since start, from 1
 * @param time when it was cut
 * @param text its lines as text, without pictures
 * @param codes contents of the QR and bar codes on it
 * @param png 576 dots wide, one bit
 * @param interrupted whether the paper ended or the cover was opened while it was printed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PrintedReceipt(
    String id, Instant time, String text, List<String> codes, byte[] png, boolean interrupted) {

  /** Texts of receipts are personal. */
  @Override
  public String toString() {
    return "PrintedReceipt[" + id + "]";
  }
}
