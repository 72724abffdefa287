package io.yichuang.device.camera;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.yichuang.device.DeviceException;
import io.yichuang.device.FaultCode;
import io.yichuang.device.natives.CFunction;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;

/**
 * The six calls of Linux that a camera needs, and what their errors mean. Any thread, one at a time
 * for each file.
 */
final class LinuxVideo {
  static final int EPERM = 1;
  static final int ENOENT = 2;
  static final int EINTR = 4;
  static final int EIO = 5;
  static final int ENXIO = 6;
  static final int EAGAIN = 11;
  static final int EACCES = 13;
  static final int EBUSY = 16;
  static final int ENODEV = 19;
  static final int EINVAL = 22;
  static final int ENOTTY = 25;

  /** O_RDWR, O_NONBLOCK, O_CLOEXEC: the same numbers on x86-64 and aarch64. */
  private static final int HOW = 0x2 | 0x800 | 0x80000;

  /** PROT_READ and PROT_WRITE; MAP_SHARED. */
  private static final int READ_WRITE = 3;

  private static final int SHARED = 1;

  /** A signal of the JVM's own may interrupt any call; so often in a row none does. */
  private static final int MOST_INTERRUPTIONS = 100;

  private final CFunction open;
  private final CFunction close;
  private final CFunction ioctl;
  private final CFunction poll;
  private final CFunction mmap;
  private final CFunction munmap;

  LinuxVideo(SymbolLookup c) {
    open =
        new CFunction(
            c,
            "open",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT),
            Linker.Option.firstVariadicArg(2));
    close = new CFunction(c, "close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    ioctl =
        new CFunction(
            c,
            "ioctl",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS),
            Linker.Option.firstVariadicArg(2));
    poll = new CFunction(c, "poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    mmap =
        new CFunction(
            c,
            "mmap",
            FunctionDescriptor.of(
                ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG));
    munmap = new CFunction(c, "munmap", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG));
  }

  /** Those of this machine's C library. */
  static LinuxVideo system() {
    return new LinuxVideo(Linker.nativeLinker().defaultLookup());
  }

  int open(Path file) throws DeviceException {
    try (Arena arena = Arena.ofConfined()) {
      CFunction.Result result = open.call(arena.allocateFrom(file.toString()), HOW, 0);
      if (result.code() < 0) {
        throw error("opening the camera", result.errno());
      }
      return result.code();
    }
  }

  void close(int file) {
    close.call(file); // there is nothing left to do if it fails
  }

  /**
   * One request.
   *
   * @return 0, or the error's number
   */
  int ask(int file, long request, MemorySegment argument) {
    for (int i = 0; i < MOST_INTERRUPTIONS; i++) {
      CFunction.Result result = ioctl.call(file, request, argument);
      if (result.code() >= 0) {
        return 0;
      }
      if (result.errno() != EINTR) {
        return result.errno();
      }
    }
    return EINTR;
  }

  /** One request that has to succeed. */
  void demand(int file, long request, MemorySegment argument, String what) throws DeviceException {
    int errno = ask(file, request, argument);
    if (errno != 0) {
      throw error(what, errno);
    }
  }

  /** Waits for a picture: 0 after the time, else what poll says has happened. */
  int poll(int file, int millis) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment one = arena.allocate(V4l2.POLL);
      V4l2.set(one, V4l2.POLL, "fd", file);
      one.set(java.lang.foreign.ValueLayout.JAVA_SHORT, V4l2.at(V4l2.POLL, "events"), V4l2.POLLIN);
      int count = poll.call(one, 1L, millis).code();
      return count <= 0 // an interruption is as good as the end of the time: it is asked again
          ? 0
          : one.get(java.lang.foreign.ValueLayout.JAVA_SHORT, V4l2.at(V4l2.POLL, "revents"));
    }
  }

  /** A buffer of the driver's, until {@link #unmap}. */
  @SuppressWarnings("restricted") // the size is what the driver said
  MemorySegment map(int file, int offset, int length) throws DeviceException {
    CFunction.Result result =
        mmap.call(
            MemorySegment.NULL,
            (long) length,
            READ_WRITE,
            SHARED,
            file,
            Integer.toUnsignedLong(offset));
    if (result.value() == -1) {
      throw error("mapping the camera's pictures", result.errno());
    }
    return MemorySegment.ofAddress(result.value()).reinterpret(length);
  }

  void unmap(MemorySegment buffer) {
    munmap.call(buffer, buffer.byteSize());
  }

  static DeviceException error(String what, int errno) {
    return switch (errno) {
      case ENOENT, ENXIO, ENODEV ->
          new DeviceException(FaultCode.UNPLUGGED, what + ": it is not there");
      case EACCES, EPERM ->
          new DeviceException(
              FaultCode.PORT_BUSY, what + ": access is denied; the account belongs in group video");
      case EBUSY -> new DeviceException(FaultCode.PORT_BUSY, what + ": another program has it");
      case ENOTTY, EINVAL ->
          new DeviceException(FaultCode.PROTOCOL, what + ": the device cannot (" + errno + ")");
      default ->
          new DeviceException(FaultCode.CONNECTION_LOST, what + " did not work (" + errno + ")");
    };
  }
}
