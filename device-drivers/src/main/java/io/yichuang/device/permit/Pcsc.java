package io.yichuang.device.permit;

import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import io.yichuang.device.natives.CFunction;
import io.yichuang.device.natives.SystemLibrary;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;

/**
 * The calls of pcsc-lite that a reader of documents needs, by the Foreign Function API. Linux, 64
 * bit: its {@code DWORD}, {@code LONG} and handles are all {@code long}.
 *
 * <p>Not by {@code javax.smartcardio}: it keeps one context for the life of the process, and once
 * {@code pcscd} was restarted every call on it fails. Here every connection has a context of its
 * own.
 */
final class Pcsc {
  /** The daemon's library; the name without number is only there where one compiles. */
  private static final String LIBRARY = "libpcsclite.so.1";

  static final int OK = 0;
  static final int TIMEOUT = 0x8010000A;
  static final int UNKNOWN_READER = 0x80100009;
  static final int READER_UNAVAILABLE = 0x80100017;
  static final int NO_SERVICE = 0x8010001D;
  static final int SERVICE_STOPPED = 0x8010001E;
  static final int NO_READERS = 0x8010002E;
  static final int NO_CARD = 0x8010000C;
  static final int SHARING = 0x8010000B;
  static final int PROTOCOL_MISMATCH = 0x8010000F;
  static final int UNSUPPORTED_CARD = 0x80100065;
  static final int UNRESPONSIVE_CARD = 0x80100066;
  static final int UNPOWERED_CARD = 0x80100067;
  static final int RESET_CARD = 0x80100068;
  static final int REMOVED_CARD = 0x80100069;

  /** Bits of a reader's state. */
  static final int STATE_UNKNOWN = 0x4;

  static final int STATE_UNAVAILABLE = 0x8;
  static final int STATE_PRESENT = 0x20;
  static final int STATE_MUTE = 0x200;

  private static final int SCOPE_SYSTEM = 2;
  private static final int SHARE_EXCLUSIVE = 1;
  private static final int PROTOCOL_ANY = 3;
  private static final int UNPOWER_CARD = 2;

  /** The longest answer to a short APDU, with its status. */
  private static final int MOST_ANSWER = 258;

  private static final int MOST_ATR = 33;

  /** {@code SCARD_READERSTATE}: name, user data, current, event, length of ATR, ATR, padding. */
  private static final int STATE_SIZE = 80;

  private static final int STATE_EVENT = 24;
  private static final int STATE_ATR_LENGTH = 32;
  private static final int STATE_ATR = 40;

  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
  private static final java.lang.foreign.AddressLayout POINTER = ValueLayout.ADDRESS;

  private final CFunction establish;
  private final CFunction release;
  private final CFunction listReaders;
  private final CFunction statusChange;
  private final CFunction connect;
  private final CFunction disconnect;
  private final CFunction transmit;

  private Pcsc(SymbolLookup library) {
    establish = call(library, "SCardEstablishContext", LONG, POINTER, POINTER, POINTER);
    release = call(library, "SCardReleaseContext", LONG);
    listReaders = call(library, "SCardListReaders", LONG, POINTER, POINTER, POINTER);
    statusChange = call(library, "SCardGetStatusChange", LONG, LONG, POINTER, LONG);
    connect = call(library, "SCardConnect", LONG, POINTER, LONG, LONG, POINTER, POINTER);
    disconnect = call(library, "SCardDisconnect", LONG, LONG);
    transmit =
        call(library, "SCardTransmit", LONG, POINTER, POINTER, LONG, POINTER, POINTER, POINTER);
  }

  /** What a reader says: bits of its state, and the answer to reset of the card on it. */
  @SuppressWarnings("ArrayRecordComponent") // bytes of a wire, never compared
  record Reader(int state, byte[] atr) {}

  /** An open card: its handle and the protocol that was agreed on. */
  record Handle(long card, long protocol) {}

  /** A call that pcsc-lite refused. */
  static final class PcscException extends Exception {
    private final int code;

    PcscException(String call, int code) {
      super(call + ": " + Integer.toHexString(code), null, false, false);
      this.code = code;
    }

    int code() {
      return code;
    }
  }

  /** Loads the library, at every try anew: it may be installed while we run. */
  static Pcsc load() throws DeviceException {
    try {
      return new Pcsc(SystemLibrary.load(List.of(LIBRARY)));
    } catch (IOException e) {
      throw new DeviceException(
          FaultCode.NOT_INSTALLED, LIBRARY + " is not installed (package libpcsclite1)");
    }
  }

  /** A context of its own, a socket to the daemon. */
  long establish() throws PcscException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment context = arena.allocate(LONG);
      run(
          "SCardEstablishContext",
          establish,
          (long) SCOPE_SYSTEM,
          MemorySegment.NULL,
          MemorySegment.NULL,
          context);
      return context.get(LONG, 0);
    }
  }

  void release(long context) throws PcscException {
    run("SCardReleaseContext", release, context);
  }

  /** The names of all readers, one after the other, each ended by a zero. */
  String[] readers(long context) throws PcscException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment length = arena.allocate(LONG);
      run("SCardListReaders", listReaders, context, MemorySegment.NULL, MemorySegment.NULL, length);
      MemorySegment names = arena.allocate(Math.max(1, length.get(LONG, 0)));
      run("SCardListReaders", listReaders, context, MemorySegment.NULL, names, length);
      byte[] bytes = names.asSlice(0, length.get(LONG, 0)).toArray(ValueLayout.JAVA_BYTE);
      String all = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
      return Arrays.stream(all.split("\0")).filter(name -> !name.isEmpty()).toArray(String[]::new);
    }
  }

  /** How a reader is now; does not wait. */
  Reader look(long context, String name) throws PcscException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE_SIZE, 8);
      state.set(POINTER, 0, arena.allocateFrom(name));
      run("SCardGetStatusChange", statusChange, context, 0L, state, 1L);
      int length = Math.clamp(state.get(LONG, STATE_ATR_LENGTH), 0, MOST_ATR);
      byte[] atr = state.asSlice(STATE_ATR, length).toArray(ValueLayout.JAVA_BYTE);
      return new Reader((int) state.get(LONG, STATE_EVENT), atr);
    }
  }

  /** Powers the card on a reader, for us alone. */
  Handle connect(long context, String name) throws PcscException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment handle = arena.allocate(LONG);
      MemorySegment protocol = arena.allocate(LONG);
      run(
          "SCardConnect",
          connect,
          context,
          arena.allocateFrom(name),
          (long) SHARE_EXCLUSIVE,
          (long) PROTOCOL_ANY,
          handle,
          protocol);
      return new Handle(handle.get(LONG, 0), protocol.get(LONG, 0));
    }
  }

  /** Takes the power away, so that no opened channel waits for the next. */
  void disconnect(Handle handle) throws PcscException {
    run("SCardDisconnect", disconnect, handle.card(), (long) UNPOWER_CARD);
  }

  /** One question and its answer, the status word behind it. */
  byte[] transmit(Handle handle, byte[] command) throws PcscException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment request = arena.allocate(16, 8);
      request.set(LONG, 0, handle.protocol());
      request.set(LONG, 8, 16);
      MemorySegment sent = arena.allocateFrom(ValueLayout.JAVA_BYTE, command);
      MemorySegment answer = arena.allocate(MOST_ANSWER);
      MemorySegment length = arena.allocate(LONG);
      length.set(LONG, 0, MOST_ANSWER);
      run(
          "SCardTransmit",
          transmit,
          handle.card(),
          request,
          sent,
          (long) command.length,
          MemorySegment.NULL,
          answer,
          length);
      byte[] bytes = answer.asSlice(0, length.get(LONG, 0)).toArray(ValueLayout.JAVA_BYTE);
      sent.fill((byte) 0);
      answer.fill((byte) 0);
      return bytes;
    }
  }

  private static CFunction call(SymbolLookup library, String name, MemoryLayout... arguments) {
    return new CFunction(library, name, FunctionDescriptor.of(LONG, arguments));
  }

  private static void run(String name, CFunction call, Object... arguments) throws PcscException {
    int code = call.call(arguments).code();
    if (code != OK) {
      throw new PcscException(name, code);
    }
  }
}
