package io.yichuang.device.natives;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.List;

/** A function of a C library, called through the Foreign Function API. Any thread. */
public final class CFunction {
  private static final VarHandle ERRNO =
      Linker.Option.captureStateLayout().varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private final String name;
  private final MethodHandle handle;

  /**
   * What a call brought.
   *
   * @param value a number widened to 64 bits, an address, or 0 of a function without a value
   * @param errno of C's library; it means something only where the function says so
   */
  public record Result(long value, int errno) {
    /** The value of a function whose result is a C {@code int}. */
    public int code() {
      return (int) value;
    }
  }

  /**
   * A function.
   *
   * @throws java.util.NoSuchElementException when the library has none of this name
   */
  @SuppressWarnings("restricted") // calling C is what this class is for
  public CFunction(
      SymbolLookup library, String name, FunctionDescriptor shape, Linker.Option... options) {
    var all = new java.util.ArrayList<>(List.of(options));
    all.add(Linker.Option.captureCallState("errno"));
    this.name = name;
    this.handle =
        Linker.nativeLinker()
            .downcallHandle(library.findOrThrow(name), shape, all.toArray(Linker.Option[]::new));
  }

  /** Calls it; the arguments have to be those of its shape. Blocks as long as the function does. */
  public Result call(Object... arguments) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
      Object[] all = new Object[arguments.length + 1];
      all[0] = state;
      System.arraycopy(arguments, 0, all, 1, arguments.length);
      Object result = handle.invokeWithArguments(all);
      long value =
          switch (result) {
            case null -> 0;
            case Number number -> number.longValue();
            case MemorySegment pointer -> pointer.address();
            default -> throw new IllegalStateException("no such result: " + result.getClass());
          };
      return new Result(value, (int) ERRNO.get(state, 0L));
    } catch (Throwable e) { // MethodHandle declares it; a downcall itself throws nothing checked
      throw new IllegalStateException("the call of " + name + " is described wrongly", e);
    }
  }
}
