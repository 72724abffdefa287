package io.yichuang.device.idcard;

import java.util.HexFormat;

/**
 * A reply of the SAM-V module.
 *
 * @param status the reader's status, SW3; SW1 and SW2 repeat the card's own status and decide
 *     nothing
 * @param data what follows the status
 */
record SamFrame(int status, byte[] data) {
  static final int DONE = 0x90;
  static final int EMPTY = 0x91;
  static final int FOUND = 0x9F;
  static final int NO_CARD = 0x80;
  static final int NOT_SELECTED = 0x81;
  static final int READ_FAILED = 0x41;
  static final int WRONG_CARD = 0x40;
  static final int BAD_COMMAND = 0x21;
  static final int UNRECOGNISED = 0x24;
  static final int SELF_TEST_FAILED = 0x60;
  static final int NOT_AUTHORISED = 0x66;

  /** The module says that our request was damaged or out of order: it may be sent once more. */
  boolean asksToResend() {
    return status == 0x10 || status == 0x11 || status == BAD_COMMAND;
  }

  /** The card and the security module do not accept each other. */
  boolean rejected() {
    return status >= 0x31 && status <= 0x33;
  }

  String statusHex() {
    return HexFormat.of().toHexDigits((byte) status);
  }

  /** Data may be personal. */
  @Override
  public String toString() {
    return "SamFrame[" + statusHex() + ", " + data.length + " bytes]";
  }
}
