package io.yichuang.vision.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a user would pick instead, on the same picture, one core: programs of the system where they
 * are installed, each a process of its own. Nothing of them is linked or shipped.
 */
record Beside(VisionCommand command) {

  private static final long LIMIT_MINUTES = 5;

  /** Name, the program it stands for, and the shell's words; $1 is the picture, $2 a folder. */
  private record Other(String name, String needs, String words) {}

  private static final List<Other> OTHERS =
      List.of(
          new Other(
              "ocrmypdf (deskew, clean, PDF/A)",
              "ocrmypdf",
              "img2pdf --imgsize 300dpi \"$1\" -o \"$2/in.pdf\" && ocrmypdf -q --jobs 1 -l"
                  + " chi_sim+eng --deskew --output-type pdfa-2 \"$2/in.pdf\" \"$2/out.pdf\""),
          new Other(
              "unpaper",
              "unpaper",
              "convert \"$1\" -auto-orient \"$2/in.ppm\" && unpaper -q --overwrite \"$2/in.ppm\""
                  + " \"$2/out.ppm\""),
          new Other(
              "tesseract, searchable PDF",
              "tesseract",
              "tesseract \"$1\" \"$2/out\" -l chi_sim+eng --dpi 300 pdf"),
          new Other("img2pdf", "img2pdf", "img2pdf \"$1\" -o \"$2/out.pdf\""));

  void run(Path file) {
    for (var other : OTHERS) {
      var names = new LinkedHashMap<String, @Nullable Object>();
      names.put("file", file.toString());
      names.put("beside", other.name());
      command.line(names, line -> line.putAll(measured(other, file)));
    }
  }

  private static Map<String, Object> measured(Other other, Path file) throws IOException {
    var folder = Files.createTempDirectory("beside");
    var log = folder.resolve("log");
    try {
      // The shell's own count of what its children spent: the only one that holds for all.
      var process =
          new ProcessBuilder(
                  "sh",
                  "-c",
                  "command -v "
                      + other.needs()
                      + " >/dev/null || exit 127; "
                      + other.words()
                      + "; code=$?; times; exit $code",
                  "beside",
                  file.toAbsolutePath().toString(),
                  folder.toString())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      process.environment().put("OMP_THREAD_LIMIT", "1");
      var started = process.start();
      if (!started.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
        started.destroyForcibly();
        throw new IOException("no end within " + LIMIT_MINUTES + " minutes");
      }
      if (started.exitValue() == 127) {
        throw new IOException(other.needs() + " is not installed");
      }
      if (started.exitValue() != 0) {
        throw new IOException("exit code " + started.exitValue() + ": " + last(log));
      }
      var result = new LinkedHashMap<String, Object>();
      result.put("cpuMs", cpuMillis(Files.readAllLines(log)));
      result.put("bytes", size(folder));
      return result;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      delete(folder);
    }
  }

  /** The last line of {@code times}: user and system time of the children, as 0m1.234s 0m0.056s. */
  static long cpuMillis(List<String> log) throws IOException {
    if (log.isEmpty()) {
      throw new IOException("the shell told no times");
    }
    var sum = 0.0;
    for (var time : log.getLast().strip().split("\\s+", -1)) {
      var at = time.indexOf('m');
      if (at < 0 || !time.endsWith("s")) {
        throw new IOException("the shell told no times");
      }
      sum +=
          60_000.0 * Integer.parseInt(time.substring(0, at))
              + 1000 * Double.parseDouble(time.substring(at + 1, time.length() - 1));
    }
    return Math.round(sum);
  }

  private static long size(Path folder) throws IOException {
    for (var name : List.of("out.pdf", "out.ppm")) {
      if (Files.exists(folder.resolve(name))) {
        return Files.size(folder.resolve(name));
      }
    }
    return 0;
  }

  private static String last(Path log) throws IOException {
    var lines = Files.readAllLines(log);
    return lines.size() < 3 ? "" : lines.get(lines.size() - 3);
  }

  private static void delete(Path folder) throws IOException {
    var files = new ArrayList<Path>();
    try (var all = Files.walk(folder)) {
      all.forEach(files::add);
    }
    for (var file : files.reversed()) {
      Files.delete(file);
    }
  }
}
