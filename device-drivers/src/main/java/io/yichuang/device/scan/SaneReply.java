package io.yichuang.device.scan;

import java.util.List;

/** The answers of the SANE network protocol, in the order of their words on the wire. */
sealed interface SaneReply {
  record Init(int status, int version) implements SaneReply {}

  /** Names of the devices there are, as OPEN takes them. */
  record Devices(int status, List<String> names) implements SaneReply {}

  /** A resource that is not empty asks for a password. */
  record Open(int status, int handle, String resource) implements SaneReply {}

  record Options(List<SaneOption> options) implements SaneReply {}

  /** Bit 1 of {@code info} (value 2): the descriptors must be read again before the next set. */
  record Control(int status, int info, String resource) implements SaneReply {
    static final int INEXACT = 1;
    static final int RELOAD_OPTIONS = 2;
  }

  /**
   * The shape of the next picture.
   *
   * @param format 0 grey, 1 RGB, 2 to 4 one colour of three passes
   * @param lines -1 where the backend does not know yet
   */
  record Parameters(
      int status,
      int format,
      boolean lastFrame,
      int bytesPerLine,
      int pixelsPerLine,
      int lines,
      int depth)
      implements SaneReply {
    static final int GREY = 0;
    static final int RGB = 1;
  }

  record Started(int status, int port, int byteOrder, String resource) implements SaneReply {}

  /** The single word that answers CLOSE and CANCEL. */
  record Done(int word) implements SaneReply {}

  /** Status words of the SANE standard, table 1. */
  final class Status {
    static final int GOOD = 0;
    static final int UNSUPPORTED = 1;
    static final int CANCELLED = 2;
    static final int DEVICE_BUSY = 3;
    static final int INVAL = 4;
    static final int EOF = 5;
    static final int JAMMED = 6;
    static final int NO_DOCS = 7;
    static final int COVER_OPEN = 8;
    static final int IO_ERROR = 9;
    static final int NO_MEM = 10;
    static final int ACCESS_DENIED = 11;

    private Status() {}
  }
}
