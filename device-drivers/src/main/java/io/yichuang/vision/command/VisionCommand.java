package io.yichuang.vision.command;

import io.yichuang.vision.Availability;
import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.Vision;
import io.yichuang.vision.command.Arguments.UsageException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shows what vision makes of somebody's own pictures: one line of JSON a file on standard output. A
 * file that cannot be read gets a line with {@code error}; the others are still done.
 */
public final class VisionCommand {

  static final int DONE = 0;
  static final int A_FILE_FAILED = 1;
  static final int USAGE = 2;
  static final int NO_VISION = 3;

  private static final String HELP =
      """
      usage: ./kiosk vision page  IMAGE...            corners of the sheet
             ./kiosk vision clean IMAGE... -o OUT.pdf straightened and cleaned, one PDF/A
             ./kiosk vision face  A B                 how alike two faces are
             ./kiosk vision face  --pairs FILE        the same for many: a<TAB>b a line
             ./kiosk vision live  IMAGE...            does a living person stand there
             ./kiosk vision text  IMAGE...            what is printed there: lines, boxes, confidence
             ./kiosk vision photo RULE IMAGE... [-o FOLDER]
                                                      id-card, driving-licence or exit-entry: cut, judged
             ./kiosk vision bench IMAGE... [--rounds 5] [--frames N] [--sheets N] [--beside]
                                                      what each step costs; memory over many; other programs
      IMAGE is a JPEG or a PNG; for page, clean and text a PDF too, a line for each of its pages. Exit code: 0 all done, 1 a file could not be read, 2 wrong call,
      3 no native libraries for this machine.
      """;

  private static final double NANOS_IN_MS = 1e6;

  private final PrintStream out;
  private boolean failed;

  VisionCommand(PrintStream out) {
    this.out = out;
  }

  /** Ends the process with one of the exit codes. */
  public static void main(String[] args) {
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    var err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    // Standard output carries lines of JSON and nothing else, whatever a library logs.
    System.setOut(err);
    System.setProperty("logback.configurationFile", "io/yichuang/vision/command/logback.xml");
    System.exit(run(List.of(args), out, err, Clock.system(ZoneId.systemDefault())));
  }

  /** One call; the answer is the exit code. */
  static int run(List<String> args, PrintStream out, PrintStream err, Clock clock) {
    try {
      if (args.isEmpty()) {
        throw new UsageException("what?");
      }
      var command = new VisionCommand(out);
      if (args.getFirst().equals("bench")) {
        new BenchCommand(command, clock).run(args.subList(1, args.size()));
        return command.failed ? A_FILE_FAILED : DONE;
      }
      var arguments = Arguments.of(args.subList(1, args.size()));
      switch (args.getFirst()) {
        case "page" -> new PageCommand(command).run(files(arguments));
        case "clean" -> new CleanCommand(command, clock).run(files(arguments), out(arguments));
        case "face" -> new FaceCommand(command).compare(arguments);
        case "text" -> new TextCommand(command).run(files(arguments));
        case "photo" -> photo(command, arguments);
        case "live" -> new FaceCommand(command).live(files(arguments));
        default -> throw new UsageException("unknown command " + args.getFirst());
      }
      return command.failed ? A_FILE_FAILED : DONE;
    } catch (UsageException e) {
      err.println("kiosk vision: " + e.getMessage());
      err.print(HELP);
      return USAGE;
    } catch (VisionMissingException e) {
      err.println("kiosk vision: " + e.getMessage());
      return NO_VISION;
    } catch (IOException e) {
      err.println("kiosk vision: " + e);
      return A_FILE_FAILED;
    }
  }

  private static void photo(VisionCommand command, Arguments arguments)
      throws UsageException, IOException {
    var files = files(arguments);
    if (files.size() < 2) {
      throw new UsageException("photo wants a rule and a picture");
    }
    new PhotoCommand(command)
        .run(files.getFirst().toString(), files.subList(1, files.size()), arguments.out());
  }

  private static List<Path> files(Arguments arguments) throws UsageException {
    if (arguments.files().isEmpty()) {
      throw new UsageException("no picture is named");
    }
    return arguments.files();
  }

  private static Path out(Arguments arguments) throws UsageException {
    return arguments.out().orElseThrow(() -> new UsageException("-o OUT.pdf is missing"));
  }

  /** This machine has no native libraries. */
  static final class VisionMissingException extends RuntimeException {
    VisionMissingException(String why) {
      super(why);
    }
  }

  /** Loads the libraries, so that no file's time counts them. */
  static void load() {
    if (Vision.availability() instanceof Availability.Missing(String why)) {
      throw new VisionMissingException("vision is not available: " + why);
    }
  }

  /** What is to be said of one file. */
  interface Work {
    void on(Map<String, @Nullable Object> line) throws IOException, UnreadableImageException;
  }

  /** Prints one line: the names, what the work puts in, and how long that took. */
  void line(Map<String, @Nullable Object> names, Work work) {
    var line = new LinkedHashMap<String, @Nullable Object>(names);
    var start = System.nanoTime();
    var failure = failure(() -> work.on(line));
    if (failure.isPresent()) {
      fail(names, failure.get());
      return;
    }
    line.put("ms", Json.rounded((System.nanoTime() - start) / NANOS_IN_MS, 1));
    out.println(Json.of(line));
  }

  /** Does what prints lines of its own; one line more where it fails. */
  void guarded(Map<String, @Nullable Object> names, Step step) {
    failure(step).ifPresent(why -> fail(names, why));
  }

  /** Something that may fail for one file. */
  interface Step {
    void run() throws IOException, UnreadableImageException;
  }

  /** Why it failed; empty when it did not. One file must not take the others with it. */
  private static Optional<String> failure(Step step) {
    try {
      step.run();
      return Optional.empty();
    } catch (UnreadableImageException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return Optional.of("cannot be read: " + e);
    } catch (RuntimeException e) {
      // A bug that one picture brings to light.
      return Optional.of("could not be worked on: " + e);
    } catch (StackOverflowError | OutOfMemoryError e) {
      // A PDF may be nested or large without end; what it filled is free again by now.
      return Optional.of("nested too deep or too large: " + e);
    }
  }

  private void fail(Map<String, @Nullable Object> names, String why) {
    var line = new LinkedHashMap<String, @Nullable Object>(names);
    line.put("error", why);
    failed = true;
    out.println(Json.of(line));
  }

  static Map<String, @Nullable Object> file(Path file) {
    var names = new LinkedHashMap<String, @Nullable Object>();
    names.put("file", file.toString());
    return names;
  }
}
