package io.yichuang.device.natives;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The machine's C compiler, for libraries that behave as no vendor's would. */
public final class CCompiler {
  private static final long PATIENCE_SECONDS = 120;

  private CCompiler() {}

  /** Whether there is one: {@code cc} on the path. */
  public static boolean present() {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
      if (Files.isExecutable(Path.of(folder, "cc"))) {
        return true;
      }
    }
    return false;
  }

  /** Skips the test with a clear line where there is none. */
  public static void assume() {
    Assumptions.assumeTrue(present(), "no C compiler (cc) here: the stand-in library is not built");
  }

  /**
   * Compiles a source of the class path into a shared library.
   *
   * @param source resource beside {@code of}, such as {@code libusb.c}
   */
  public static Path library(Class<?> of, String source, Path folder) {
    try (InputStream text =
        Optional.ofNullable(of.getResourceAsStream(source))
            .orElseThrow(() -> new IOException("no " + source))) {
      Path file = Files.createDirectories(folder).resolve(source);
      Files.write(file, text.readAllBytes());
      return compile(file, folder.resolve(source.replace(".c", ".so")), "-shared", "-fPIC");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compiles a file. */
  public static Path compile(Path source, Path into, String... options) throws IOException {
    var command = new java.util.ArrayList<String>();
    command.add("cc");
    command.addAll(java.util.List.of(options));
    command.addAll(
        java.util.List.of("-O1", "-w", "-o", into.toString(), source.toString(), "-ldl"));
    Process compiler = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!compiler.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || compiler.exitValue() != 0) {
        throw new IOException("cc: " + said);
      }
      return into;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      compiler.destroyForcibly();
    }
  }
}
