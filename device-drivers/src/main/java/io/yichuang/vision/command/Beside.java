package io.yichuang.vision.command;

import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.page.PageDocument;
import io.yichuang.vision.page.PageFinder;
import io.yichuang.vision.text.Accuracy;
import io.yichuang.vision.text.TextLine;
import io.yichuang.vision.text.TextReader;
import io.yichuang.vision.text.Upright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a user would pick instead, on the same picture, one core: programs of the system where they
 * are installed, each a process of its own. Nothing of them is linked or shipped. Where a text
 * stands beside the picture (page.txt beside page.jpg), so much of it as was read is told.
 */
record Beside(VisionCommand command, Clock clock) {

  private static final long LIMIT_MINUTES = 5;
  private static final float A4_WIDTH = 595.28f;
  private static final float A4_HEIGHT = 841.89f;

  /**
   * A way with other programs.
   *
   * @param needs programs that have to be there
   * @param words of the shell; $1 is the picture, $2 a folder for out.pdf, out.ppm, out.txt
   */
  private record Other(String name, List<String> needs, String words) {}

  private static final List<Other> OTHERS =
      List.of(
          new Other(
              "ocrmypdf --deskew --clean, PDF/A",
              List.of("ocrmypdf", "img2pdf", "unpaper", "tesseract"),
              "img2pdf --imgsize 300dpi \"$1\" -o \"$2/in.pdf\" && ocrmypdf -q --jobs 1 -l"
                  + " chi_sim+eng --deskew --clean --sidecar \"$2/out.txt\" --output-type pdfa-2"
                  + " \"$2/in.pdf\" \"$2/out.pdf\""),
          new Other(
              "unpaper + tesseract",
              List.of("unpaper", "convert", "tesseract"),
              "convert \"$1\" -auto-orient \"$2/in.ppm\" && unpaper -q --overwrite \"$2/in.ppm\""
                  + " \"$2/out.ppm\" && tesseract \"$2/out.ppm\" \"$2/out\" -l chi_sim+eng"
                  + " --dpi 300 txt pdf"),
          new Other(
              "img2pdf + tesseract",
              List.of("img2pdf", "tesseract"),
              "img2pdf \"$1\" -o \"$2/out.pdf\" && tesseract \"$1\" \"$2/out\" -l chi_sim+eng"
                  + " --dpi 300 txt"),
          new Other(
              "tesseract, searchable PDF",
              List.of("tesseract"),
              "tesseract \"$1\" \"$2/out\" -l chi_sim+eng --dpi 300 txt pdf"));

  void run(Path file, TextReader reader) {
    var truth = truth(file);
    line(file, "this", line -> line.putAll(own(Images.read(file), reader, truth)));
    for (var other : OTHERS) {
      line(file, other.name(), line -> line.putAll(measured(other, file, truth)));
    }
  }

  private void line(Path file, String name, VisionCommand.Work work) {
    var names = VisionCommand.file(file);
    names.put("beside", name);
    command.line(names, work);
  }

  /** What is printed on it, if somebody wrote that down beside it. */
  static @Nullable Path truth(Path file) {
    var text =
        file.resolveSibling(file.getFileName().toString().replaceFirst("\\.[^.]*$", "") + ".txt");
    return Files.isReadable(text) ? text : null;
  }

  /** Found, straightened, cleaned, turned, read and bound, as the kiosk does it. */
  private Map<String, Object> own(byte[] image, TextReader reader, @Nullable Path truth)
      throws IOException, UnreadableImageException {
    var before = Spent.now();
    var upright = Upright.of(reader, CleanCommand.clean(image, PageFinder.find(image)));
    var sheet =
        new PageDocument.Sheet(upright.page().jpeg(), A4_WIDTH, A4_HEIGHT, true, upright.phrases());
    var pdf = PageDocument.pdf("bench", ZonedDateTime.now(clock), List.of(sheet));
    var result = new LinkedHashMap<String, Object>();
    result.put("cpuMs", Math.round(Spent.now().since(before).cpuNanos() / 1e6));
    result.put("bytes", pdf.length);
    if (truth != null) {
      var read = String.join("", upright.lines().stream().map(TextLine::text).toList());
      result.put("charactersRight", right(truth, read));
    }
    return result;
  }

  private static double right(Path truth, String read) throws IOException {
    return Json.rounded(Accuracy.of(Files.readString(truth), read), 4);
  }

  private static Map<String, Object> measured(Other other, Path file, @Nullable Path truth)
      throws IOException {
    var folder = Files.createTempDirectory("beside");
    var log = folder.resolve("log");
    try {
      // The shell's own count of what its children spent: the only one that holds for all.
      var process =
          new ProcessBuilder(
                  "sh",
                  "-c",
                  absent(other.needs()) + other.words() + "; code=$?; times; exit $code",
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
        throw new IOException("not installed: " + last(log));
      }
      if (started.exitValue() != 0) {
        throw new IOException("exit code " + started.exitValue() + ": " + last(log));
      }
      var result = new LinkedHashMap<String, Object>();
      result.put("cpuMs", cpuMillis(Files.readAllLines(log)));
      result.put("bytes", size(folder));
      var read = folder.resolve("out.txt");
      if (truth != null && Files.exists(read)) {
        result.put("charactersRight", right(truth, Files.readString(read)));
      }
      return result;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      delete(folder);
    }
  }

  /** Ends the shell where one of these is not there, and tells which. */
  private static String absent(List<String> programs) {
    var words = new StringBuilder();
    for (var program : programs) {
      words.append("command -v %1$s >/dev/null || { echo %1$s; exit 127; }; ".formatted(program));
    }
    return words.toString();
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
    // The shell's times are the last two lines, if it came so far.
    var lines = Files.readAllLines(log);
    lines.removeIf(line -> line.matches("\\S+m\\S+s \\S+m\\S+s"));
    return lines.isEmpty() ? "" : lines.getLast();
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
