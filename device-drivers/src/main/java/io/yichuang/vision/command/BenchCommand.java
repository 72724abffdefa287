package io.yichuang.vision.command;

import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.code.CodeReader;
import io.yichuang.vision.command.Arguments.UsageException;
import io.yichuang.vision.face.FaceCheck;
import io.yichuang.vision.face.FaceComparison;
import io.yichuang.vision.face.FaceEngine;
import io.yichuang.vision.face.LiveSigns;
import io.yichuang.vision.face.Thresholds;
import io.yichuang.vision.page.PageCleaner;
import io.yichuang.vision.page.PageDocument;
import io.yichuang.vision.page.PageFinder;
import io.yichuang.vision.page.PageWatcher;
import io.yichuang.vision.page.Seals;
import io.yichuang.vision.text.TextReader;
import io.yichuang.vision.text.Upright;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each step costs on somebody's own pictures: medians of one thread's processor time, of the
 * wall clock and of the heap it asked for; and whether memory stays flat over many.
 */
record BenchCommand(VisionCommand command, Clock clock) {

  private static final float A4_WIDTH = 595.28f;
  private static final float A4_HEIGHT = 841.89f;

  /** The most good frames that a check may want; each is looked at in full until then. */
  private static final int FRAMES = 50;

  /** What is asked of a bench. */
  private record Wish(List<Path> files, int rounds, int frames, int sheets, boolean beside) {}

  void run(List<String> args) throws IOException, UsageException {
    var wish = wish(args);
    VisionCommand.load();
    var images = new ArrayList<byte[]>();
    try (var reader = TextReader.load();
        var engine = FaceEngine.load()) {
      for (var file : wish.files()) {
        command.line(
            VisionCommand.file(file),
            line -> {
              var image = Images.read(file);
              steps(image, wish.rounds(), reader, line);
              faces(image, wish.rounds(), engine, line);
              images.add(image);
            });
        if (wish.beside()) {
          new Beside(command, clock).run(file, reader);
        }
      }
    }
    if (images.isEmpty()) {
      return;
    }
    var many = new Many(command, clock, images);
    if (wish.frames() > 0) {
      many.frames(wish.frames());
    }
    if (wish.sheets() > 0) {
      many.sheets(wish.sheets());
    }
  }

  private static Wish wish(List<String> args) throws UsageException {
    var files = new ArrayList<Path>();
    var rounds = 5;
    var frames = 0;
    var sheets = 0;
    var beside = false;
    for (var i = 0; i < args.size(); i++) {
      switch (args.get(i)) {
        case "--rounds" -> rounds = number(args, ++i);
        case "--frames" -> frames = number(args, ++i);
        case "--sheets" -> sheets = number(args, ++i);
        case "--beside" -> beside = true;
        default -> {
          if (args.get(i).startsWith("-")) {
            throw new UsageException("unknown option " + args.get(i));
          }
          files.add(Path.of(args.get(i)));
        }
      }
    }
    if (files.isEmpty()) {
      throw new UsageException("no picture is named");
    }
    return new Wish(files, rounds, frames, sheets, beside);
  }

  private static int number(List<String> args, int at) throws UsageException {
    try {
      var number = at < args.size() ? Integer.parseInt(args.get(at)) : 0;
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new UsageException(args.get(at - 1) + " wants a number, not " + args.get(at));
    }
    throw new UsageException(args.get(at - 1) + " wants a number from 1");
  }

  private interface Step {
    @Nullable Object run() throws UnreadableImageException;
  }

  private void steps(
      byte[] image, int rounds, TextReader reader, Map<String, @Nullable Object> line)
      throws UnreadableImageException {
    var corners = PageFinder.find(image);
    var page = PageCleaner.clean(image, corners);
    var upright = Upright.of(reader, page);
    var steps = new LinkedHashMap<String, Step>();
    steps.put("watch a frame", () -> new PageWatcher().look(image));
    steps.put("find the page", () -> PageFinder.find(image));
    steps.put("clean a photo", () -> PageCleaner.clean(image, corners));
    steps.put("clean a scan", () -> PageCleaner.cleanScan(page.jpeg(), page.dpi()));
    steps.put("seals", () -> Seals.find(page.jpeg()));
    steps.put("codes", () -> CodeReader.read(page.jpeg()));
    steps.put("read the text", () -> reader.read(page.jpeg()));
    steps.put("small PDF/A", () -> pdf(List.of(sheet(upright))));
    for (var step : steps.entrySet()) {
      line.put(step.getKey(), measured(step.getValue(), rounds));
    }
    line.put("pdf bytes", pdf(List.of(sheet(upright))).length);
  }

  /** Where somebody is on the picture: one frame before the camera, and what the workshop asks. */
  private static void faces(
      byte[] image, int rounds, FaceEngine engine, Map<String, @Nullable Object> line)
      throws UnreadableImageException {
    var usual = Thresholds.usual();
    if (LiveSigns.of(engine, image, usual).quality().faces() == 0) {
      return;
    }
    var most = new Thresholds(usual.pass(), usual.retry(), usual.live(), FRAMES);
    try (var check = new FaceCheck(engine, image, most)) {
      line.put("a frame with a face", measured(() -> check.look(image), rounds));
    }
    line.put(
        "compare two faces",
        measured(() -> FaceComparison.of(engine, image, image, usual), rounds));
    line.put("signs of life", measured(() -> LiveSigns.of(engine, image, usual), rounds));
  }

  private static Map<String, Object> measured(Step step, int rounds)
      throws UnreadableImageException {
    step.run();
    var cpu = new long[rounds];
    var wall = new long[rounds];
    var heap = new long[rounds];
    for (var i = 0; i < rounds; i++) {
      var before = Spent.now();
      step.run();
      var spent = Spent.now().since(before);
      cpu[i] = spent.cpuNanos();
      wall[i] = spent.wallNanos();
      heap[i] = spent.heapBytes();
    }
    var map = new LinkedHashMap<String, Object>();
    map.put("cpuMs", Json.rounded(Spent.median(cpu) / 1e6, 1));
    map.put("ms", Json.rounded(Spent.median(wall) / 1e6, 1));
    map.put("heapMB", Json.rounded(Spent.median(heap) / 1e6, 1));
    return map;
  }

  private byte[] pdf(List<PageDocument.Sheet> sheets) {
    return PageDocument.pdf("bench", ZonedDateTime.now(clock), sheets);
  }

  private static PageDocument.Sheet sheet(Upright upright) {
    return new PageDocument.Sheet(
        upright.page().jpeg(), A4_WIDTH, A4_HEIGHT, true, upright.phrases());
  }
}
