package io.yichuang.device;

/**
 * The catalogue of everything that can be wrong with a device. Each has a text for the citizen, a
 * text for the technician and a remedy in the bundle {@code io/yichuang/device/faults}, under
 * {@link #code()}.
 */
public enum FaultCode {
  /** The device is not attached, or its port or address does not answer. */
  UNPLUGGED("D-101"),
  /** Nothing came within the deadline. */
  NO_ANSWER("D-102"),
  /** A frame came whose checksum is wrong, again after one resend. */
  BAD_CHECKSUM("D-103"),
  /** Bytes came that are no frame of this protocol. */
  MALFORMED("D-104"),
  /** The connection ended in the middle of a command. */
  CONNECTION_LOST("D-105"),
  /** The port is held by another process, or access is denied. */
  PORT_BUSY("D-106"),
  /** The device says that it is busy, for longer than the deadline. */
  BUSY("D-107"),
  /** Too many failures in a row: left alone until a person or time has helped. */
  QUARANTINED("D-108"),
  /** The device's self-test or security module has failed. */
  HARDWARE("D-109"),
  /** The device speaks an order of things that the protocol does not allow. */
  PROTOCOL("D-110"),
  /** A library of the operating system that the driver needs is not installed or does not start. */
  NOT_INSTALLED("D-111"),
  /** The device calls for a person and does not say why. */
  NEEDS_PERSON("D-112"),

  PAPER_OUT("P-204"),
  PAPER_JAM("P-205"),
  COVER_OPEN("P-206"),
  CUTTER("P-207"),
  /** The head is too hot; it recovers by itself. */
  HEAD_HOT("P-208"),
  TONER_OUT("P-209"),
  /** The printer gave the job up. */
  JOB_ABORTED("P-210"),

  DOUBLE_FEED("S-301"),
  SCAN_JAM("S-302"),

  /** The same picture comes again and again. */
  FRAMES_STALE("C-401"),
  /** What comes is no picture. */
  FRAMES_BROKEN("C-402"),

  /** A sensor says what cannot be. */
  SENSOR("E-501"),

  /** The lock was fired and the door stayed shut. */
  DOOR_STUCK("L-601"),

  CARD_JAM("K-701"),
  /** The card did not leave the stack. */
  CARD_NOT_FED("K-702"),
  /** The bin for cards taken back is full. */
  BIN_FULL("K-703"),

  /** The battery or the electronics of the UPS have failed. */
  UPS_BROKEN("U-801"),
  /** The mains are gone and the battery ends soon. */
  BATTERY_LOW("U-802");

  private final String code;

  FaultCode(String code) {
    this.code = code;
  }

  /** The code that a person reads to the hot line; stable for ever. */
  public String code() {
    return code;
  }
}
