package io.yichuang.vision;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.util.Locale;

/**
 * ONNX Runtime 1.29 for Linux comes with Microsoft's telemetry, on by default: it reads
 * /etc/machine-id and the command line, logs into the temporary folder and uploads over HTTPS. Its
 * Java switch works only after it has started; this variable is read before.
 */
final class Telemetry {

  private Telemetry() {}

  /** Must come before the library is loaded. A process cannot set its variables in plain Java. */
  @SuppressWarnings("restricted")
  static void forbid() throws IOException {
    if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows")) {
      return; // setenv is POSIX; on Windows the Java switch has to do
    }
    var linker = Linker.nativeLinker();
    var setenv =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("setenv"),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT));
    try (var arena = Arena.ofConfined()) {
      var name = arena.allocateFrom("ORT_DISABLE_TELEMETRY");
      var result = (int) setenv.invokeExact(name, arena.allocateFrom("1"), 1);
      if (result != 0) {
        throw new IOException("setenv failed");
      }
    } catch (Throwable e) {
      // A method handle declares Throwable. Better no vision than one that phones home.
      throw new IOException("telemetry could not be forbidden", e);
    }
  }
}
