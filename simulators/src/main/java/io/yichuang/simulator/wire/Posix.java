package io.yichuang.simulator.wire;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/** The few C library calls of a pseudo-terminal, by the Foreign Function API. Linux, 64 bit. */
@SuppressWarnings("restricted") // calling C is what this class is for
final class Posix {
  static final int EINTR = 4;
  static final int EIO = 5;
  static final int EAGAIN = 11;
  static final short POLLIN = 1;
  static final short POLLOUT = 4;
  static final short POLLHUP = 16;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final SymbolLookup C = LINKER.defaultLookup();
  private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
  private static final VarHandle ERRNO_VALUE =
      Linker.Option.captureStateLayout().varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
  private static final java.lang.foreign.AddressLayout POINTER = ValueLayout.ADDRESS;

  private static final MethodHandle OPENPT = call("posix_openpt", FunctionDescriptor.of(INT, INT));
  private static final MethodHandle GRANTPT = call("grantpt", FunctionDescriptor.of(INT, INT));
  private static final MethodHandle UNLOCKPT = call("unlockpt", FunctionDescriptor.of(INT, INT));
  private static final MethodHandle PTSNAME =
      call("ptsname_r", FunctionDescriptor.of(INT, INT, POINTER, LONG));
  private static final MethodHandle OPEN =
      LINKER.downcallHandle(
          C.findOrThrow("open"),
          FunctionDescriptor.of(INT, POINTER, INT, INT),
          ERRNO,
          Linker.Option.firstVariadicArg(2));
  private static final MethodHandle CLOSE = call("close", FunctionDescriptor.of(INT, INT));
  private static final MethodHandle READ =
      call("read", FunctionDescriptor.of(LONG, INT, POINTER, LONG));
  private static final MethodHandle WRITE =
      call("write", FunctionDescriptor.of(LONG, INT, POINTER, LONG));
  private static final MethodHandle POLL =
      call("poll", FunctionDescriptor.of(INT, POINTER, LONG, INT));
  private static final MethodHandle TCGETATTR =
      call("tcgetattr", FunctionDescriptor.of(INT, INT, POINTER));
  private static final MethodHandle TCSETATTR =
      call("tcsetattr", FunctionDescriptor.of(INT, INT, INT, POINTER));
  private static final MethodHandle CFMAKERAW =
      LINKER.downcallHandle(C.findOrThrow("cfmakeraw"), FunctionDescriptor.ofVoid(POINTER));

  private static final int O_RDWR = 2;
  private static final int O_NOCTTY = 0x100;
  private static final int O_NONBLOCK = 0x800;

  private Posix() {}

  /** A C call that may fail. */
  static final class PosixException extends IOException {
    private static final long serialVersionUID = 1L;
    private final int errno;

    PosixException(String call, int errno) {
      super(call + " failed, errno " + errno);
      this.errno = errno;
    }

    int errno() {
      return errno;
    }
  }

  /**
   * A new pseudo-terminal's master, not blocking: a full line loses bytes instead of the writer.
   */
  static int openMaster() throws PosixException {
    int fd = (int) run("posix_openpt", OPENPT, O_RDWR | O_NOCTTY | O_NONBLOCK);
    run("grantpt", GRANTPT, fd);
    run("unlockpt", UNLOCKPT, fd);
    return fd;
  }

  static String slaveName(int master) throws PosixException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocate(128);
      run("ptsname_r", PTSNAME, master, name, name.byteSize());
      return name.getString(0);
    }
  }

  /** Opens the slave in raw mode: no echo, no line editing, eight bits. */
  static int openRaw(String path) throws PosixException {
    try (Arena arena = Arena.ofConfined()) {
      int fd = (int) run("open", OPEN, arena.allocateFrom(path), O_RDWR | O_NOCTTY, 0);
      MemorySegment termios = arena.allocate(256);
      run("tcgetattr", TCGETATTR, fd, termios);
      makeRaw(termios);
      run("tcsetattr", TCSETATTR, fd, 0, termios);
      return fd;
    }
  }

  static void close(int fd) throws PosixException {
    run("close", CLOSE, fd);
  }

  /** Up to the segment's size of bytes; 0 is the end of the line. */
  static int read(int fd, MemorySegment into) throws PosixException {
    return (int) run("read", READ, fd, into, into.byteSize());
  }

  static int write(int fd, MemorySegment bytes) throws PosixException {
    return (int) run("write", WRITE, fd, bytes, bytes.byteSize());
  }

  /** Waits for an event; 0 after the time. */
  static short poll(int fd, short events, int millis) throws PosixException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment poll = arena.allocate(8, 4);
      poll.set(INT, 0, fd);
      poll.set(ValueLayout.JAVA_SHORT, 4, events);
      run("poll", POLL, poll, 1L, millis);
      return poll.get(ValueLayout.JAVA_SHORT, 6);
    }
  }

  private static MethodHandle call(String name, FunctionDescriptor shape) {
    return LINKER.downcallHandle(C.findOrThrow(name), shape, ERRNO);
  }

  private static long run(String name, MethodHandle call, Object... arguments)
      throws PosixException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
      Object[] all = new Object[arguments.length + 1];
      all[0] = state;
      System.arraycopy(arguments, 0, all, 1, arguments.length);
      long result = ((Number) call.invokeWithArguments(all)).longValue();
      if (result < 0) {
        throw new PosixException(name, (int) ERRNO_VALUE.get(state, 0L));
      }
      return result;
    } catch (PosixException e) {
      throw e;
    } catch (Throwable e) { // MethodHandle declares it; a downcall itself throws nothing checked
      throw new IllegalStateException("The call of " + name + " is described wrongly", e);
    }
  }

  private static void makeRaw(MemorySegment termios) {
    try {
      CFMAKERAW.invokeExact(termios);
    } catch (Throwable e) { // MethodHandle declares it; a downcall itself throws nothing checked
      throw new IllegalStateException("The call of cfmakeraw is described wrongly", e);
    }
  }
}
