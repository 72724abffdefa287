package io.yichuang.device.portrait;

import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.zip.CRC32;

/**
 * The process that may crash: calls the vendor's function once and ends. It stands alone in one
 * class, so that it starts fast and from any jar. A coded portrait comes on standard input, the
 * answer goes to standard output as {@link PortraitAnswer} reads it; what the library itself prints
 * goes to standard error, which nobody keeps.
 */
@SuppressWarnings("restricted") // calling C is what this class is for
final class PortraitChild {
  static final int MAGIC = 0x59435031; // YCP1
  static final int PICTURE = 0;
  static final int REFUSED = 1;
  static final int NO_LIBRARY = 2;
  static final int NO_FUNCTION = 3;

  private static final int CODED = 1024;
  private static final int PR_SET_DUMPABLE = 4;

  /** What a careless library may write beyond its picture without harm. */
  private static final int ROOM = 256 << 10;

  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final Linker LINKER = Linker.nativeLinker();

  private PortraitChild() {}

  /** Arguments: file, symbol, mode, success, length of the picture. */
  public static void main(String[] arguments) throws Throwable { // a downcall declares it
    try (var answer =
        new DataOutputStream(new FileOutputStream("/dev/fd/" + standardOutputAside()))) {
      forbidDumps();
      byte[] coded = System.in.readNBytes(CODED);
      SymbolLookup library;
      try {
        library = SymbolLookup.libraryLookup(arguments[0], Arena.global());
      } catch (IllegalArgumentException e) {
        say(answer, NO_LIBRARY, 0, new byte[0]);
        return;
      }
      var function = library.find(arguments[1]);
      if (function.isPresent()) {
        call(function.get(), coded, arguments, answer);
      } else {
        say(answer, NO_FUNCTION, 0, new byte[0]);
      }
    }
  }

  private static void call(
      MemorySegment function, byte[] coded, String[] arguments, DataOutputStream answer)
      throws Throwable {
    var shape = FunctionDescriptor.of(INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, INT);
    var decode = LINKER.downcallHandle(function, shape);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment in = arena.allocateFrom(ValueLayout.JAVA_BYTE, coded);
      MemorySegment out = arena.allocate(ROOM);
      int code = (int) decode.invokeExact(in, out, Integer.parseInt(arguments[2]));
      if (code == Integer.parseInt(arguments[3])) {
        int length = Integer.parseInt(arguments[4]);
        say(answer, PICTURE, code, out.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE));
      } else {
        say(answer, REFUSED, code, new byte[0]);
      }
    }
  }

  /** Moves standard output to where the library does not print; says where. */
  private static int standardOutputAside() throws Throwable {
    SymbolLookup c = LINKER.defaultLookup();
    var dup = LINKER.downcallHandle(c.findOrThrow("dup"), FunctionDescriptor.of(INT, INT));
    var dup2 = LINKER.downcallHandle(c.findOrThrow("dup2"), FunctionDescriptor.of(INT, INT, INT));
    int aside = (int) dup.invokeExact(1);
    int moved = (int) dup2.invokeExact(2, 1);
    if (aside < 0 || moved < 0) {
      throw new IOException("standard output cannot be put aside");
    }
    return aside;
  }

  /** A library that aborts would leave the portrait in a core file, or with a collector of such. */
  private static void forbidDumps() throws Throwable {
    var prctl =
        LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("prctl"),
            FunctionDescriptor.of(INT, INT, ValueLayout.JAVA_LONG),
            Linker.Option.firstVariadicArg(1));
    int result = (int) prctl.invokeExact(PR_SET_DUMPABLE, 0L);
    if (result != 0) {
      throw new IOException("dumps cannot be forbidden");
    }
  }

  private static void say(DataOutputStream out, int kind, int code, byte[] picture)
      throws IOException {
    var sum = new CRC32();
    sum.update(picture);
    out.writeInt(MAGIC);
    out.writeInt(kind);
    out.writeInt(code);
    out.writeInt(picture.length);
    out.write(picture);
    out.writeInt((int) sum.getValue());
  }
}
